package io.github.rustfit.fleet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.readers.source.JavaSources;
import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small inputs of made-up services. */
public final class Inputs {

  /** How their paths tell what they are of. */
  public static final List<String> LABEL_PATHS =
      List.of(
          "--label-paths={service}/{version}/{date}/{host}.*",
          "--label-paths={service}/evidence.json");

  private static final Path RECORDINGS = Path.of("../readers/src/test/resources/recordings");

  private Inputs() {}

  /**
   * Collapsed stacks of a program with two parts and threads that neither owns.
   *
   * @param api samples in {@code Api}
   * @param price samples in {@code Pricing}, called by it
   * @param others samples that nobody owns
   */
  public static void stacks(Path file, String pack, int api, int price, int others)
      throws IOException {
    String root = "com/acme/" + pack;
    write(
        file,
        "java/lang/Thread.run;"
            + root
            + "/api/Api.handle "
            + api
            + "\n"
            + "java/lang/Thread.run;"
            + root
            + "/api/Api.handle;"
            + root
            + "/price/Pricing.total "
            + price
            + "\n"
            + "java/lang/Thread.run;java/util/zip/Inflater.inflate "
            + others
            + "\n");
  }

  /** Evidence of a build that holds the sources of such a program. */
  public static void sources(Path file, Path scratch, String pack) throws IOException {
    Path code = scratch.resolve(pack + "/src/main/java");
    String name = "com.acme." + pack;
    write(
        code.resolve("com/acme/" + pack + "/api/Api.java"),
        "package "
            + name
            + ".api;\n\npublic class Api {\n  void handle() {\n    new "
            + name
            + ".price.Pricing().total();\n  }\n}\n");
    write(
        code.resolve("com/acme/" + pack + "/price/Pricing.java"),
        "package "
            + name
            + ".price;\n\npublic class Pricing {\n  public int total() {\n"
            + "    return 1;\n  }\n}\n");
    Path root = scratch.resolve(pack);
    Evidence evidence =
        new JavaSources(root, UTF_8)
            .read(List.of(new SourceRoot(pack, code, SourceFile.Role.MAIN)));
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      EvidenceJson.write(evidence, out);
    }
  }

  /** A recording of the readers' tests. */
  public static byte[] recording(String name) throws IOException {
    return Files.readAllBytes(RECORDINGS.resolve(name));
  }

  /** Part of a rotated GC log: a collection with a pause of so many ms, each second. */
  public static void gcLog(Path file, int fromSecond, int seconds, double pauseMillis)
      throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = fromSecond; i < fromSecond + seconds; i++) {
      if (i == 0) {
        log.append("[0.001s][info][gc] Using G1\n");
        continue;
      }
      log.append(
          String.format(
              java.util.Locale.ROOT,
              "[%d.000s][info][gc] GC(%d) Pause Young (Normal) (G1 Evacuation Pause)"
                  + " 24M->4M(256M) %.3fms%n",
              i,
              i - 1,
              pauseMillis));
    }
    write(file, log.toString());
  }

  /** Writes a text into a file whose folders need not exist. */
  public static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(UTF_8));
  }

  /** Writes bytes into a file whose folders need not exist. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
