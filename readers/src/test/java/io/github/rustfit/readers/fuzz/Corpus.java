package io.github.rustfit.readers.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rustfit.rules.evidence.base.InputKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * What mutations begin with: the files of {@code src/test/resources/fuzz}, and small inputs that
 * other tests or the documentation have.
 */
final class Corpus {

  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final int LINES_OF_A_LOG = 40;

  private Corpus() {}

  static List<byte[]> of(FuzzTarget target) {
    try {
      List<byte[]> seeds = new ArrayList<>(files(RESOURCES.resolve("fuzz").resolve(target.id())));
      seeds.addAll(
          switch (target) {
            case JFR -> recordings("async-(lock|cpu|alloc)\\.jfr");
            case PPROF -> recordings("async-\\w+\\.pprof");
            case COLLAPSED -> recordings("async-alloc\\.collapsed");
            case GC_LOG -> logs();
            case OTLP, CAPTURE -> List.of();
            case EVIDENCE -> evidence();
            case POLICY -> policies();
          });
      return seeds;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<byte[]> files(Path folder) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          contents.add(Files.readAllBytes(file));
        }
      }
    }
    return contents;
  }

  /** Of the program and the profilers that the README there names, unpacked. */
  private static List<byte[]> recordings(String name) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    try (Stream<Path> files = Files.list(RESOURCES.resolve("recordings"))) {
      for (Path file : files.filter(file -> named(file, name)).sorted().toList()) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
          contents.add(in.readAllBytes());
        }
      }
    }
    return contents;
  }

  private static boolean named(Path file, String pattern) {
    return Pattern.matches(pattern + "\\.gz", String.valueOf(file.getFileName()));
  }

  /** The beginnings of logs that JVMs wrote. */
  private static List<byte[]> logs() throws IOException {
    return files(RESOURCES.resolve("gclog")).stream()
        .map(
            log ->
                String.join(
                        "\n", new String(log, ISO_8859_1).lines().limit(LINES_OF_A_LOG).toList())
                    + "\n")
        .map(head -> head.getBytes(ISO_8859_1))
        .toList();
  }

  /** What is written of small inputs. */
  private static List<byte[]> evidence() throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (InputKind kind : List.of(InputKind.GC_LOG, InputKind.COLLAPSED, InputKind.PPROF)) {
      for (byte[] seed : of(FuzzTarget.of(kind))) {
        if (seed.length < 4_000) {
          files.add(EvidenceContract.written(new ReaderContract(kind).evidence(seed)));
        }
      }
    }
    return files;
  }

  /** The examples of the documentation, and the policies of the samples. */
  private static List<byte[]> policies() throws IOException {
    List<byte[]> policies = new ArrayList<>();
    String page = Files.readString(Path.of("..", "docs", "reference", "policy.md"), UTF_8);
    Pattern.compile("(?ms)^```yaml\n(.*?)^```$")
        .matcher(page)
        .results()
        .forEach(block -> policies.add(block.group(1).getBytes(UTF_8)));
    try (Stream<Path> samples = Files.list(Path.of("..", "sample-projects"))) {
      for (Path sample : samples.sorted().toList()) {
        Path policy = sample.resolve("rustfit.yaml");
        if (Files.exists(policy)) {
          policies.add(Files.readAllBytes(policy));
        }
      }
    }
    return policies;
  }
}
