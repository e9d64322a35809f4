package io.github.rustfit.plugin.analysis;

import io.github.rustfit.plugin.analysis.PolicySource.OfFile;
import io.github.rustfit.plugin.analysis.PolicySource.OfResource;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.readers.policy.PolicyLayer;
import io.github.rustfit.readers.policy.PolicyReader;
import io.github.rustfit.readers.policy.PolicyReading;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Origin;
import io.github.rustfit.rules.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the policies that count: those that are named, and the repository's own. Policies that are
 * named are somebody else's, the most general one first, but for a last one that is a file below
 * the root: that is the repository's own, in place of {@code rustfit.yaml}.
 */
final class PolicyLocator {

  private static final String DEFAULT_FILE = "rustfit.yaml";

  private final Path root;
  private final ClassLoader resources;
  private final List<Problem> problems = new ArrayList<>();

  PolicyLocator(Path root, ClassLoader resources) {
    this.root = root;
    this.resources = resources;
  }

  /**
   * Reads the policy.
   *
   * @param locations files relative to the root or resources, separated by commas; empty for {@code
   *     rustfit.yaml} at the root, which need not exist
   */
  PolicyReading read(String locations) {
    problems.clear();
    List<PolicySource> sources = sources(locations);
    List<PolicyLayer> layers = new ArrayList<>();
    for (PolicySource source : sources) {
      try {
        layers.add(source.read());
      } catch (IOException e) {
        problem(
            source.name(),
            "The policy cannot be read: " + e.getMessage() + ".",
            "Check the file, or the plugin dependency that holds it.");
      }
    }
    if (layers.isEmpty() || !problems.isEmpty()) {
      return new PolicyReading(Policy.DEFAULT, problems, "", false);
    }
    return PolicyReader.join(layers);
  }

  private List<PolicySource> sources(String locations) {
    List<PolicySource> sources = new ArrayList<>();
    for (String location : locations.split(",", -1)) {
      if (!location.isBlank()) {
        find(location.strip()).ifPresent(source -> add(source, sources));
      }
    }
    boolean own =
        !sources.isEmpty()
            && sources.get(sources.size() - 1) instanceof OfFile file
            && file.ofRepository();
    Path file = root.resolve(DEFAULT_FILE);
    if (!own && Files.exists(file)) {
      add(new OfFile(root, file), sources);
    }
    return sources;
  }

  private void add(PolicySource source, List<PolicySource> sources) {
    if (sources.stream().anyMatch(other -> other.name().equals(source.name()))) {
      problem(
          source.name(),
          "The policy counts twice.",
          "Name it once in rustfit.policy, and rustfit.yaml last.");
      return;
    }
    sources.add(source);
  }

  private Optional<PolicySource> find(String location) {
    Optional<PolicySource> file = file(location).map(path -> new OfFile(root, path));
    String name = location;
    if (location.startsWith(Origin.CLASS_PATH)) {
      file = Optional.empty();
      name = location.substring(Origin.CLASS_PATH.length());
    }
    OfResource resource =
        new OfResource(resources, name.startsWith("/") ? name.substring(1) : name);
    if (file.isPresent() && !location.startsWith(".") && resource.exists()) {
      problem(
          RelativePath.printable(location),
          "A file and a resource on the plugin's class path both have this name.",
          "Write "
              + Origin.CLASS_PATH
              + location
              + " in rustfit.policy for the resource, or ./"
              + location
              + " for the file.");
      return Optional.empty();
    }
    Optional<PolicySource> found = file.or(() -> Optional.of(resource).filter(OfResource::exists));
    if (found.isEmpty()) {
      problem(
          RelativePath.printable(location),
          "There is no such policy, neither as a file below the project's root nor as a"
              + " resource on the plugin's class path.",
          "Correct rustfit.policy, or add the artifact that holds it to the plugin's"
              + " <dependencies>.");
    }
    return found;
  }

  private Optional<Path> file(String location) {
    try {
      return Stream.of(root.resolve(location)).filter(Files::exists).findFirst();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private void problem(String where, String message, String remedy) {
    problems.add(new Problem(where, 0, message, remedy));
  }
}
