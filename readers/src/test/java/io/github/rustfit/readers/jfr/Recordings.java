package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.readers.jfr.format.ChunkFile;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Assumptions;

/** Recordings to read in tests: made on the spot, or out of the corpus. */
public final class Recordings {

  private Recordings() {}

  /** Records this JVM under {@code profile} while it computes, allocates and collects. */
  static Path record(Path folder) throws Exception {
    Path file = folder.resolve("own.jfr");
    outgrowStartup();
    try (Recording recording = new Recording(Configuration.getConfiguration("profile"))) {
      recording.start();
      long until = System.nanoTime() + 400_000_000L;
      long worked = cpuNanos() + 400_000_000L;
      double sum = 0;
      while (System.nanoTime() < until || cpuNanos() < worked) {
        sum += Workload.compute();
        sum += Workload.allocate();
      }
      System.gc();
      recording.stop();
      recording.dump(file);
      if (Double.isNaN(sum)) {
        throw new AssertionError("keeps the work from being optimised away");
      }
    }
    return file;
  }

  /** Work is counted in processor time: on a busy machine a second may hold next to none. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Waits until a recording that starts now is not one of the JVM's whole life. */
  static void outgrowStartup() throws InterruptedException {
    long age = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    Thread.sleep(Math.max(0, 3_000 - age));
  }

  /** A recording of the corpus, unpacked; skips the test when there is no corpus. */
  static Path corpus(String name, Path folder) throws IOException {
    String corpus = System.getProperty("rustfit.corpus", "");
    Path packed = Path.of(corpus, "jfr", name + ".jfr.gz");
    Assumptions.assumeTrue(
        !corpus.isEmpty() && Files.exists(packed),
        () -> "needs the corpus: -Drustfit.corpus=DIR with jfr/" + name + ".jfr.gz");
    Path file = folder.resolve(name + ".jfr");
    Files.createDirectories(folder);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      Files.copy(in, file);
    }
    return file;
  }

  public static Reading read(Path file) throws IOException {
    return new JfrInputReader().read(content(file));
  }

  /** The same without holding any chunk in memory. */
  static Reading byPages(Path file) throws IOException {
    try (ChunkFile chunks = new ChunkFile(file)) {
      return new RecordingReader(chunks, bytes -> {}, Set.of(), 0).read();
    }
  }

  /**
   * A recording of one chunk, and behind it the same as if it had been made an hour later: a chunk
   * that began at the same moment would be a copy and count once.
   */
  static byte[] twice(byte[] one) {
    byte[] two = Arrays.copyOf(one, 2 * one.length);
    System.arraycopy(one, 0, two, one.length, one.length);
    ByteBuffer header = ByteBuffer.wrap(two);
    int start = one.length + 32;
    header.putLong(start, header.getLong(start) + 3_600_000_000_000L);
    return two;
  }

  static Reading read(byte[] bytes, Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "bytes", ".jfr");
    Files.write(file, bytes);
    try {
      return read(file);
    } finally {
      Files.delete(file);
    }
  }

  private static Content content(Path file) {
    return new Content() {
      @Override
      public String path() {
        return Objects.requireNonNull(file.getFileName()).toString();
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }

      @Override
      public Path file() {
        return file;
      }
    };
  }

  /** Work that shows up in a profile under names the tests know. */
  static final class Workload {
    private Workload() {}

    static double compute() {
      double sum = 0;
      for (int i = 1; i < 200_000; i++) {
        sum += Math.sqrt(i) / (i + 1);
      }
      return sum;
    }

    static int allocate() {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        texts.add(String.format(Locale.ROOT, "%08d", i));
      }
      return Stream.of(new byte[100_000], texts.toArray()).mapToInt(Object::hashCode).sum() & 1;
    }
  }
}
