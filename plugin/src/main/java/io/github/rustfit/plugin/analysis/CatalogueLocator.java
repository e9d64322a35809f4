package io.github.rustfit.plugin.analysis;

import io.github.rustfit.readers.crates.CatalogueReading;
import io.github.rustfit.readers.crates.CrateCatalogueReader;
import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.rules.evidence.Problem;
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
   * Reads the catalogue.
   *
   * @param policy where the policy is; empty for the default place
   * @param location what the policy says; empty for no catalogue
   */
  CatalogueReading read(String policy, String location) {
    if (location.isEmpty()) {
      return new CatalogueReading(List.of(), List.of());
    }
    Optional<Path> file =
        Stream.of(folder(policy), root)
            .map(folder -> folder.resolve(location))
            .filter(Files::isRegularFile)
            .findFirst();
    try (InputStream in =
        file.isPresent()
            ? Files.newInputStream(file.get())
            : resources.getResourceAsStream(location)) {
      return in == null
          ? failed(
              location,
              "There is no such crate catalogue, neither as a file beside the policy or below the"
                  + " project's root nor as a resource on the plugin's class path.",
              "Correct crates in the policy, or add the artifact that holds it to the plugin's"
                  + " <dependencies>.")
          : CrateCatalogueReader.read(location, in);
    } catch (IOException e) {
      return failed(
          location,
          "The crate catalogue cannot be read: " + Causes.of(e) + ".",
          "Check that it is a readable file.");
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
