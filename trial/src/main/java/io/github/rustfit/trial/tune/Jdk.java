package io.github.rustfit.trial.tune;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A JDK, or a runtime, of this machine.
 *
 * @param home its folder
 * @param feature its feature release, as 21
 * @param version its version, as 21.0.9
 */
public record Jdk(Path home, int feature, String version) {

  /** Unified logging, by which runs are known, is there from 9 on; 11 is the oldest still used. */
  private static final int OLDEST = 11;

  private static final int LONGEST = 60;

  /** Those with a {@code release} file that names the version, as every JDK from 9 on has. */
  public static Optional<Jdk> of(Path home) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release) || !Files.isRegularFile(java(home))) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(release)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
    String feature = version.replaceFirst("[^0-9].*", "");
    if (!version.matches("[0-9][0-9A-Za-z.+_-]*") || version.length() > LONGEST) {
      return Optional.empty();
    }
    return feature.length() > 3
        ? Optional.empty()
        : Optional.of(new Jdk(home, Integer.parseInt(feature), version));
  }

  /** Where JDKs are by custom; of each feature release the first by version and folder. */
  public static List<Jdk> found() {
    String user = System.getProperty("user.home", "");
    List<Jdk> all = new ArrayList<>();
    for (String folder :
        List.of(
            "/usr/lib/jvm",
            "/Library/Java/JavaVirtualMachines",
            user + "/.sdkman/candidates/java",
            user + "/.jdks",
            "C:/Program Files/Java",
            "C:/Program Files/Eclipse Adoptium")) {
      Path place = Path.of(folder);
      if (Files.isDirectory(place)) {
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(place)) {
          for (Path home : homes) {
            Path inside = home.resolve("Contents/Home");
            of(Files.isDirectory(inside) ? inside : home).ifPresent(all::add);
          }
        } catch (IOException | UncheckedIOException e) {
          // What cannot be looked into has no JDK for us.
        }
      }
    }
    all.sort(
        Comparator.comparing(Jdk::version, Comparator.reverseOrder()).thenComparing(Jdk::home));
    Map<Integer, Jdk> newest = new TreeMap<>();
    all.stream()
        .filter(one -> one.feature >= OLDEST)
        .forEach(one -> newest.putIfAbsent(one.feature, one));
    return List.copyOf(newest.values());
  }

  /** Its launcher. */
  public Path java() {
    return java(home);
  }

  private static Path java(Path home) {
    boolean windows = File.separatorChar == '\\';
    return home.resolve("bin").resolve(windows ? "java.exe" : "java");
  }
}
