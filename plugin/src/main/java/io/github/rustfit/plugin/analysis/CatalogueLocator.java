package io.github.rustfit.plugin.analysis;

import io.github.rustfit.readers.crates.CatalogueReading;
import io.github.rustfit.readers.crates.CrateCatalogueReader;
import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the crate catalogue that a policy names: a file, or a class-path resource. */
final class CatalogueLocator {

  private final Path root;
  private final ClassLoader resources;

  CatalogueLocator(Path root, ClassLoader resources) {
    this.root = root;
    this.resources = resources;
  }

  /**
   * Reads the catalogue. It is looked for beside the policy that names it; what a resource names is
   * a resource, unless there is none.
   *
   * @param policy the source of the policy that names it: a file relative to the root, or {@code
   *     classpath:} and a resource
   * @param location what the policy says; empty for no catalogue
   */
  CatalogueReading read(String policy, String location) {
    if (location.isEmpty()) {
      return new CatalogueReading(List.of(), List.of());
    }
    try {
      boolean ofResource = policy.startsWith(Origin.CLASS_PATH);
      Optional<CatalogueReading> reading =
          ofResource
              ? beside(policy.substring(Origin.CLASS_PATH.length()), location)
              : file(Stream.of(folder(policy), root), location);
      if (reading.isEmpty()) {
        reading = ofResource ? file(Stream.of(root), location) : resource(location);
      }
      return reading.orElseGet(
          () ->
              failed(
                  location,
                  "There is no such crate catalogue, neither as a file beside the policy or below"
                      + " the project's root nor as a resource on the plugin's class path.",
                  "Correct crates in the policy, or add the artifact that holds it to the plugin's"
                      + " <dependencies>."));
    } catch (IOException e) {
      return failed(
          location,
          "The crate catalogue cannot be read: " + Causes.of(e) + ".",
          "Check that it is a readable file.");
    }
  }

  private Optional<CatalogueReading> file(Stream<Path> folders, String location)
      throws IOException {
    Optional<Path> file =
        folders.map(folder -> folder.resolve(location)).filter(Files::isRegularFile).findFirst();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file.get())) {
      return Optional.of(CrateCatalogueReader.read(RelativePath.of(root, file.get()), in));
    }
  }

  private Optional<CatalogueReading> beside(String policy, String location) throws IOException {
    String folder = policy.substring(0, policy.lastIndexOf('/') + 1);
    Optional<CatalogueReading> reading = resource(folder + location);
    return reading.isPresent() ? reading : resource(location);
  }

  private Optional<CatalogueReading> resource(String name) throws IOException {
    try (InputStream in = resources.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(CrateCatalogueReader.read(Origin.CLASS_PATH + name, in));
    }
  }

  private Path folder(String policy) {
    try {
      Path file = root.resolve(policy);
      Path folder = file.getParent();
      return Files.isRegularFile(file) && folder != null ? folder : root;
    } catch (InvalidPathException e) {
      return root;
    }
  }

  private static CatalogueReading failed(String where, String message, String remedy) {
    return new CatalogueReading(List.of(), List.of(new Problem(where, 0, message, remedy)));
  }
}
