package io.github.rustfit.samples.edgeworker.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Warms the worker up, sends it pictures one at a time, then measures it under load. Under load
 * pictures are sent when they are due, whether or not earlier ones have been answered (open loop),
 * and a latency runs from the time the request was due: there is no coordinated omission. Prints
 * {@value #WARM} a few seconds before the measured part starts, and the figures at the end.
 */
public final class LoadDriver {
  /** The line that says the worker is warm and about to be measured. */
  public static final String WARM = "warm";

  private static final long SEED = 2;
  private static final Duration SETTLE = Duration.ofSeconds(5);
  private static final int ALONE = 25;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Pictures pictures = new Pictures();
  private final LoadPlan plan;
  private final URI target;

  private LoadDriver(LoadPlan plan) {
    this.plan = plan;
    this.target = URI.create("http://localhost:" + plan.port() + "/thumbnail?width=640");
  }

  /**
   * Runs the plan that the arguments describe, see {@link LoadPlan}.
   *
   * @throws IOException if the worker cannot be reached
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    LoadDriver driver = new LoadDriver(LoadPlan.parse(args));
    driver.offer(driver.plan.warmUp());
    String alone = driver.alone();
    System.out.println(WARM);
    driver.offer(SETTLE);
    System.out.print(driver.offer(driver.plan.measured()).report(driver.plan));
    System.out.print(alone);
  }

  /** Sends pictures one after the other, so that no request waits for another one. */
  private String alone() throws IOException, InterruptedException {
    StringBuilder report = new StringBuilder();
    for (Pictures.Size size : Pictures.Size.values()) {
      long[] nanos = new long[ALONE];
      for (int i = 0; i < ALONE; i++) {
        HttpRequest request = request(pictures.any(size, random));
        long start = System.nanoTime();
        nanos[i] = latency(client.send(request, BodyHandlers.ofByteArray()), start);
      }
      report.append(
          String.format(
              Locale.ROOT,
              "%-21s %.3f%n",
              "alone_" + size.label + "_p50_ms",
              new Latencies(nanos).percentileMillis(50)));
    }
    return report.toString();
  }

  /** Sends requests with exponentially distributed gaps for that long and waits for the replies. */
  private Latencies offer(Duration duration) {
    List<CompletableFuture<Long>> replies = new ArrayList<>();
    double meanGap = (double) TimeUnit.SECONDS.toNanos(1) / plan.requestsPerSecond();
    long start = System.nanoTime();
    double offset = -Math.log(1 - random.nextDouble()) * meanGap;
    while (offset < duration.toNanos()) {
      HttpRequest request = request(pictures.any(random));
      long due = start + (long) offset;
      sleepUntil(due);
      replies.add(
          client
              .sendAsync(request, BodyHandlers.ofByteArray())
              .thenApply(response -> latency(response, due)));
      offset += -Math.log(1 - random.nextDouble()) * meanGap;
    }
    return new Latencies(replies.stream().mapToLong(CompletableFuture::join).toArray());
  }

  private HttpRequest request(byte[] picture) {
    return HttpRequest.newBuilder(target).POST(BodyPublishers.ofByteArray(picture)).build();
  }

  private static long latency(HttpResponse<byte[]> response, long due) {
    byte[] body = response.body();
    if (response.statusCode() != 200 || body.length < 2 || body[0] != -1 || body[1] != -40) {
      throw new IllegalStateException("not answered with a JPEG: " + response.statusCode());
    }
    return System.nanoTime() - due;
  }

  private static void sleepUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
