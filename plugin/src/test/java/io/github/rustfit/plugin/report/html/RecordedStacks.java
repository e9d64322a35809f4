package io.github.rustfit.plugin.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Execution samples of a sample, counted from the events that the JDK's own parser gives.
 *
 * @param total number of samples; by CPU time their milliseconds
 * @param counts the same of samples that begin with this path of frames, the root first
 */
public record RecordedStacks(long total, Map<String, Long> counts) {

  private static final String BETWEEN = " > ";

  public static RecordedStacks ofReadStates() throws IOException {
    return of("read-states", "rustfit");
  }

  /** Those of a sample's folder with a recording. */
  public static RecordedStacks of(String sample, String folder) throws IOException {
    return of(sample, folder, thread -> true);
  }

  /**
   * The same of some threads.
   *
   * @param threads whether a thread of this name counts
   */
  public static RecordedStacks of(String sample, String folder, Predicate<String> threads)
      throws IOException {
    Path unpacked = Files.createTempFile(sample, ".jfr");
    try (InputStream in =
        new GZIPInputStream(
            Files.newInputStream(
                Path.of("..", "sample-projects", sample, folder, "recording.jfr.gz")))) {
      Files.write(unpacked, in.readAllBytes());
      Map<String, Long> counts = new TreeMap<>();
      long total = 0;
      for (RecordedEvent event : RecordingFile.readAllEvents(unpacked)) {
        String thread =
            switch (event.getEventType().getName()) {
              case "jdk.ExecutionSample" -> "sampledThread";
              case "jdk.CPUTimeSample" -> "eventThread"; // of JDK 25, in place of the former
              default -> "";
            };
        if (!thread.isEmpty()
            && event.getStackTrace() != null
            && threads.test(event.getThread(thread).getJavaName())) {
          long weight = thread.equals("eventThread") ? millis(event) : 1;
          total += weight;
          StringBuilder path = new StringBuilder();
          List<RecordedFrame> frames = event.getStackTrace().getFrames();
          for (int i = frames.size() - 1; i >= 0; i--) {
            RecordedFrame frame = frames.get(i);
            path.append(path.isEmpty() ? "" : BETWEEN)
                .append(frame.getMethod().getType().getName())
                .append('.')
                .append(frame.getMethod().getName())
                .append(frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "");
            counts.merge(path.toString(), weight, Long::sum);
          }
        }
      }
      return new RecordedStacks(total, counts);
    } finally {
      Files.delete(unpacked);
    }
  }

  /** CPU time that a sample stands for: JDK 25 samples more seldom when it has much to do. */
  private static long millis(RecordedEvent event) {
    return event.getDuration("samplingPeriod").toMillis();
  }

  /** The path one frame longer with most samples; the first by name of several. */
  public Map.Entry<String, Long> widestBelow(String path) {
    String start = path.isEmpty() ? "" : path + BETWEEN;
    return counts.entrySet().stream()
        .filter(one -> one.getKey().startsWith(start))
        .filter(one -> !one.getKey().substring(start.length()).contains(BETWEEN))
        .max(Comparator.comparingLong(Map.Entry::getValue))
        .orElseThrow();
  }

  /** Share of the samples that begin with this path of methods, whatever lines they are at. */
  public double share(String methods) {
    long sum =
        counts.entrySet().stream()
            .filter(one -> one.getKey().replaceAll(":\\d+", "").equals(methods))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return (double) sum / total;
  }

  /** Number of samples that end in each frame. */
  public Map<String, Long> leaves() {
    Map<String, Long> ends = new TreeMap<>();
    counts.forEach(
        (path, count) -> {
          ends.merge(last(path), count, Long::sum);
          int at = path.lastIndexOf(BETWEEN);
          if (at >= 0) {
            ends.merge(last(path.substring(0, at)), -count, Long::sum);
          }
        });
    return ends;
  }

  /** The last frame of a path. */
  public static String last(String path) {
    int at = path.lastIndexOf(BETWEEN);
    return at < 0 ? path : path.substring(at + BETWEEN.length());
  }
}
