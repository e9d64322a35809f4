package io.github.rustfit.fleet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How a run of the job ended.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it printed as warnings and errors
 * @param folder its output
 */
public record Run(int exit, String out, String err, Path folder) {

  /** The evidence of a version of a service. */
  public byte[] evidence(String service, String version) {
    try {
      return Files.readAllBytes(
          folder.resolve("evidence").resolve(service).resolve(version).resolve("evidence.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Digests of all files that it wrote, by their paths. */
  public SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        files.put(
            folder.relativize(file).toString(),
            bytes.length + " " + HexFormat.of().toHexDigits(Arrays.hashCode(bytes)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
