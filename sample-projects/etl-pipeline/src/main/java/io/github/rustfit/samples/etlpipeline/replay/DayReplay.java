package io.github.rustfit.samples.etlpipeline.replay;

import io.github.rustfit.samples.etlpipeline.delivery.DeliveryJob;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Replays a day's 24 deliveries without the idle time between them, and times each. Meters send
 * what they kept for the night behind midnight and one, so these two deliveries are large. The
 * files of a delivery are taken in turn from a few that are written once.
 */
public final class DayReplay {
  /** The line that says the job is warm and about to be measured. */
  public static final String WARM = "warm";

  /** The line behind the figures; the program then waits for its standard input to end. */
  public static final String DONE = "done";

  private static final int HOURS = 24;
  private static final int LARGE_DELIVERIES = 2;
  private static final int LARGE_FACTOR = 4;
  private static final int DIFFERENT_FILES = 12;
  private static final int THREADS = 2;
  private static final int SETTLE_SECONDS = 5;

  private final Path folder;
  private final int filesPerDelivery;

  private DayReplay(Path folder, int filesPerDelivery) {
    this.folder = folder;
    this.filesPerDelivery = filesPerDelivery;
  }

  /**
   * Takes a folder for data, and how many files an ordinary delivery has.
   *
   * @throws IOException if the data cannot be written or read
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    new DayReplay(Path.of(args[0]), Integer.parseInt(args[1])).run();
  }

  private void run() throws IOException, InterruptedException {
    List<Path> pool = DeliveryGenerator.write(folder, DIFFERENT_FILES);
    try (DeliveryJob job = new DeliveryJob(THREADS)) {
      deliver(job, pool, filesPerDelivery);
      System.out.println(WARM);
      TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
      long[] millis = new long[HOURS];
      long bytes = 0;
      long readings = 0;
      for (int hour = 0; hour < HOURS; hour++) {
        int files = hour < LARGE_DELIVERIES ? LARGE_FACTOR * filesPerDelivery : filesPerDelivery;
        long start = System.nanoTime();
        readings += deliver(job, pool, files).accepted();
        millis[hour] = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        bytes += size(take(pool, files));
      }
      report(millis, bytes, readings);
    }
    System.out.println(DONE);
    System.in.transferTo(OutputStream.nullOutputStream());
  }

  private DeliveryJob.Summary deliver(DeliveryJob job, List<Path> pool, int files)
      throws IOException, InterruptedException {
    return job.run(take(pool, files), folder.resolve("hourly.csv"));
  }

  private static List<Path> take(List<Path> pool, int files) {
    List<Path> taken = new ArrayList<>(files);
    for (int i = 0; i < files; i++) {
      taken.add(pool.get(i % pool.size()));
    }
    return taken;
  }

  private static long size(List<Path> files) throws IOException {
    long size = 0;
    for (Path file : files) {
      size += Files.size(file);
    }
    return size;
  }

  private static void report(long[] millis, long bytes, long readings) {
    double seconds = Arrays.stream(millis).sum() / 1e3;
    System.out.printf(
        Locale.ROOT,
        """
        deliveries            %d
        gigabytes             %.1f
        readings              %d
        readings_per_second   %.0f
        busy_seconds          %.1f
        each_ms               %s
        """,
        millis.length,
        bytes / 1e9,
        readings,
        readings / seconds,
        seconds,
        Arrays.toString(millis));
    long[] sorted = millis.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        """
        p50_ms                %d
        p95_ms                %d
        max_ms                %d
        """,
        percentile(sorted, 50),
        percentile(sorted, 95),
        percentile(sorted, 100));
  }

  /** The nearest-rank percentile. */
  private static long percentile(long[] sorted, double percent) {
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(rank, 1) - 1];
  }
}
