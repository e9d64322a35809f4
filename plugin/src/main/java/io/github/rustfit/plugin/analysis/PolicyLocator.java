package io.github.rustfit.plugin.analysis;

import io.github.rustfit.readers.policy.PolicyReader;
import io.github.rustfit.readers.policy.PolicyReading;
import io.github.rustfit.rules.evidence.Problem;
import io.github.rustfit.rules.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the policy: a file, or a class-path resource of one of the plugin's dependencies. */
final class PolicyLocator {

  private static final String DEFAULT_FILE = "rustfit.yaml";

  private final Path root;
  private final ClassLoader resources;

  PolicyLocator(Path root, ClassLoader resources) {
    this.root = root;
    this.resources = resources;
  }

  /**
   * Reads the policy.
   *
   * @param location file relative to the root, or resource; empty for {@code rustfit.yaml} at the
   *     root, which need not exist
   */
  PolicyReading read(String location) {
    if (location.isBlank()) {
      Path file = root.resolve(DEFAULT_FILE);
      return Files.exists(file)
          ? readFile(file, DEFAULT_FILE)
          : new PolicyReading(Policy.DEFAULT, List.of());
    }
    return file(location)
        .map(file -> readFile(file, location))
        .orElseGet(() -> readResource(location));
  }

  private Optional<Path> file(String location) {
    try {
      return Optional.of(root.resolve(location)).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static PolicyReading readFile(Path file, String name) {
    try (InputStream in = Files.newInputStream(file)) {
      return PolicyReader.read(name, in);
    } catch (IOException e) {
      return failed(
          name,
          "The policy cannot be read: " + e.getMessage() + ".",
          "Check that it is a readable file.");
    }
  }

  private PolicyReading readResource(String location) {
    String name = location.startsWith("/") ? location.substring(1) : location;
    try (InputStream in = resources.getResourceAsStream(name)) {
      return in == null
          ? failed(
              location,
              "There is no such policy, neither as a file below the project's root nor as a"
                  + " resource on the plugin's class path.",
              "Correct rustfit.policy, or add the artifact that holds it to the plugin's"
                  + " <dependencies>.")
          : PolicyReader.read(location, in);
    } catch (IOException e) {
      return failed(
          location,
          "The policy cannot be read: " + e.getMessage() + ".",
          "Check the plugin dependency that holds it.");
    }
  }

  private static PolicyReading failed(String where, String message, String remedy) {
    return new PolicyReading(Policy.DEFAULT, List.of(new Problem(where, 0, message, remedy)));
  }
}
