package io.github.rustfit.plugin.analysis;

import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.readers.policy.PolicyLayer;
import io.github.rustfit.rules.policy.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where one policy is: a file, or a resource of one of the plugin's dependencies. */
sealed interface PolicySource {

  /** The same on every machine, and unique. */
  String name();

  /**
   * Reads it.
   *
   * @throws IOException with a message for people, when there is nothing to read
   */
  PolicyLayer read() throws IOException;

  /**
   * A file.
   *
   * @param root the project's root
   * @param path the file
   */
  record OfFile(Path root, Path path) implements PolicySource {

    @Override
    public String name() {
      return RelativePath.of(root, path);
    }

    /** Whether it is the repository's own. */
    boolean ofRepository() {
      return path.toAbsolutePath().normalize().startsWith(root.toAbsolutePath().normalize());
    }

    @Override
    public PolicyLayer read() throws IOException {
      try (InputStream in = Files.newInputStream(path)) {
        return PolicyLayer.read(name(), in);
      } catch (IOException e) {
        throw new IOException(Causes.of(e), e);
      }
    }
  }

  /**
   * A resource.
   *
   * @param resources the plugin's class loader
   * @param resource its name, without a leading {@code /}
   */
  record OfResource(ClassLoader resources, String resource) implements PolicySource {

    @Override
    public String name() {
      return Origin.CLASS_PATH + RelativePath.printable(resource);
    }

    boolean exists() {
      return resources.getResource(resource) != null;
    }

    @Override
    public PolicyLayer read() throws IOException {
      try (InputStream in = resources.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IOException("there is no such resource");
        }
        return PolicyLayer.read(name(), in);
      }
    }
  }
}
