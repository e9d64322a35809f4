package io.github.rustfit.readers.stacks;

import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.readers.jfr.JfrInputReader;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import one.convert.Arguments;
import one.convert.JfrToFlame;
import one.convert.JfrToPprof;
import org.junit.jupiter.api.Assumptions;

/** Recordings of the corpus, as they are and as async-profiler's converter writes them. */
public final class Converted {

  private Converted() {}

  /** The corpus; skips the test when there is none. */
  public static Path corpus() {
    String corpus = System.getProperty("rustfit.corpus", "");
    Assumptions.assumeTrue(!corpus.isEmpty(), "needs the corpus: -Drustfit.corpus=DIR");
    return Path.of(corpus);
  }

  /** A recording of the corpus, unpacked. */
  public static Path recording(String name, Path folder) throws IOException {
    Path packed = corpus().resolve("jfr").resolve(name + ".jfr.gz");
    Path file = folder.resolve(name + ".jfr");
    if (!Files.exists(file)) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
        Files.copy(in, file);
      }
    }
    return file;
  }

  /** A recording as the JFR reader reads it. */
  public static Reading jfr(Path recording) throws IOException {
    return new JfrInputReader().read(new FileContent(recording));
  }

  public static Path collapsed(Path recording, String... options) throws IOException {
    Path file = Path.of(recording + ".collapsed");
    JfrToFlame.convert(recording.toString(), file.toString(), arguments("collapsed", options));
    return file;
  }

  public static Path pprof(Path recording, String... options) throws IOException {
    Path file = Path.of(recording + ".pprof");
    JfrToPprof.convert(recording.toString(), file.toString(), arguments("pprof", options));
    return file;
  }

  private static Arguments arguments(String format, String... options) {
    String[] output = {"--output", format};
    return new Arguments(
        Stream.concat(Arrays.stream(output), Arrays.stream(options))
            .filter(option -> !option.isEmpty())
            .toArray(String[]::new));
  }

  /**
   * Number of samples of each stack with its type, as text: class and method, with the line where
   * wanted; what marks native frames is no part of their name.
   */
  public static Map<String, Long> samples(Reading reading, boolean lines) {
    Map<String, Long> samples = new TreeMap<>();
    reading
        .profile()
        .samples()
        .forEach(
            (key, weight) -> {
              List<String> stack = new ArrayList<>();
              for (Frame frame : key.stack()) {
                String method = frame.method().replaceFirst("_\\[k]$", "");
                String line = lines && frame.java() ? ":" + frame.line() : "";
                stack.add(frame.className() + "." + method + line);
              }
              samples.merge(
                  ofProcess(key.kind()) + key.type() + stack, weight.samples(), Long::sum);
            });
    return samples;
  }

  /** Other tools do not tell the JVM's own threads from those of the application. */
  private static SampleKind ofProcess(SampleKind kind) {
    return JvmThreads.KINDS.contains(kind) ? SampleKind.CPU : kind;
  }

  /**
   * The kinds that were looked at, and the number of samples of a kind, as other tools see them.
   */
  public static Set<SampleKind> observed(Reading reading) {
    return reading.profile().observed().keySet().stream()
        .map(Converted::ofProcess)
        .collect(Collectors.toSet());
  }

  /** The number of samples of a kind, the JVM's own threads among those of CPU. */
  public static long count(Reading reading, SampleKind kind) {
    return reading.profile().samples().entrySet().stream()
        .filter(sample -> ofProcess(sample.getKey().kind()) == kind)
        .mapToLong(sample -> sample.getValue().samples())
        .sum();
  }

  /** The sum of all weights. */
  public static Weight total(Reading reading) {
    return reading.profile().samples().values().stream().reduce(Weight.ZERO, Weight::merge);
  }

  /** The first bytes of every file of the corpus, unpacked, by path. */
  public static Map<Path, byte[]> heads() throws IOException {
    Map<Path, byte[]> heads = new TreeMap<>();
    try (Stream<Path> files = Files.walk(corpus())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try (InputStream in = Files.newInputStream(file);
            InputStream unpacked = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
          heads.put(file, unpacked.readNBytes(Content.HEAD_BYTES));
        }
      }
    }
    return heads;
  }
}
