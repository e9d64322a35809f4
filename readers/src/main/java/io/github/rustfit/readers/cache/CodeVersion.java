package io.github.rustfit.readers.cache;

import io.github.rustfit.readers.files.Sha256;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Tells versions of code apart by the code itself, so that nobody has to raise a number: what an
 * older reader kept is not used by a newer one.
 */
public final class CodeVersion {

  private CodeVersion() {}

  /**
   * A digest of all classes and resources that lie beside these classes, in their jars or folders:
   * of a jar the names and check sums in its directory, which cost no reading.
   *
   * @return lower-case hexadecimal; empty where a class does not say where it comes from
   */
  public static Optional<String> of(List<Class<?>> classes) {
    MessageDigest digest = Sha256.start();
    try {
      for (Class<?> one : classes) {
        CodeSource source = one.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
          return Optional.empty();
        }
        Path place = Path.of(source.getLocation().toURI());
        if (Files.isDirectory(place)) {
          addFolder(place, digest);
        } else {
          addJar(place, digest);
        }
      }
    } catch (IOException | URISyntaxException | RuntimeException e) {
      return Optional.empty(); // classes of a loader that reads neither folders nor jars
    }
    return Optional.of(HexFormat.of().formatHex(digest.digest()));
  }

  private static void addJar(Path jar, MessageDigest digest) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      StringBuilder names = new StringBuilder();
      for (ZipEntry entry : Collections.list(zip.entries())) {
        names.append(entry.getName()).append(' ').append(entry.getCrc()).append('\n');
      }
      digest.update(names.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void addFolder(Path folder, MessageDigest digest) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
  }
}
