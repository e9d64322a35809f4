package io.github.rustfit.samples.crudapi.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Creates some data, warms the service up, then measures it. Requests are sent when they are due,
 * whether or not earlier ones have been answered (open loop), and a latency runs from the time the
 * request was due: there is no coordinated omission. Prints {@value #WARM} a few seconds before the
 * measured part starts, and the figures at the end.
 */
public final class LoadDriver {
  /** The line that says the service is warm and about to be measured. */
  public static final String WARM = "warm";

  private static final long SEED = 1;
  private static final Duration SETTLE = Duration.ofSeconds(5);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final LoadPlan plan;
  private final Requests requests;

  private LoadDriver(LoadPlan plan) {
    this.plan = plan;
    this.requests = new Requests(plan);
  }

  /**
   * Runs the plan that the arguments describe, see {@link LoadPlan}.
   *
   * @throws IOException if the service cannot be reached
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    LoadDriver driver = new LoadDriver(LoadPlan.parse(args));
    driver.prepare();
    driver.offer(driver.plan.warmUp());
    System.out.println(WARM);
    driver.offer(SETTLE);
    System.out.print(driver.offer(driver.plan.measured()).report(driver.plan));
  }

  private void prepare() throws IOException, InterruptedException {
    for (int i = 0; i < plan.customers(); i++) {
      client.send(requests.createCustomer(random), BodyHandlers.discarding());
    }
    for (int i = 0; i < plan.customers(); i++) {
      client.send(requests.placeOrder(random), BodyHandlers.discarding());
    }
  }

  /** Sends requests with exponentially distributed gaps for that long and waits for the replies. */
  private Latencies offer(Duration duration) {
    List<CompletableFuture<Long>> replies = new ArrayList<>();
    double meanGap = (double) TimeUnit.SECONDS.toNanos(1) / plan.requestsPerSecond();
    long start = System.nanoTime();
    double offset = -Math.log(1 - random.nextDouble()) * meanGap;
    while (offset < duration.toNanos()) {
      HttpRequest request = requests.any(random);
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

  private static long latency(HttpResponse<byte[]> response, long due) {
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(response.uri() + " answered " + response.statusCode());
    }
    return System.nanoTime() - due;
  }

  private static void sleepUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
