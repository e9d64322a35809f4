package io.github.rustfit.samples.prototype.load;

import io.github.rustfit.samples.prototype.search.InventedArticles;
import java.net.URI;
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
 * Warms the service up, then measures it. Requests are sent when they are due, whether or not
 * earlier ones have been answered (open loop), and a latency runs from the time the request was
 * due: there is no coordinated omission. Most requests add an article; only searches are measured.
 * Prints {@value #WARM} a few seconds before the measured part starts, and the figures at the end.
 */
public final class LoadDriver {
  /** The line that says the service is warm and about to be measured. */
  public static final String WARM = "warm";

  private static final long SEED = 1;
  private static final int ARTICLES_PER_SEARCH = 8;
  private static final long NOT_MEASURED = -1;
  private static final Duration SETTLE = Duration.ofSeconds(5);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final InventedArticles articles = new InventedArticles();
  private final LoadPlan plan;

  private LoadDriver(LoadPlan plan) {
    this.plan = plan;
  }

  /** Runs the plan that the arguments describe, see {@link LoadPlan}. */
  public static void main(String[] args) {
    LoadDriver driver = new LoadDriver(LoadPlan.parse(args));
    driver.offer(driver.plan.warmUp());
    System.out.println(WARM);
    driver.offer(SETTLE);
    System.out.print(driver.offer(driver.plan.measured()).report(driver.plan));
  }

  /** Sends requests with exponentially distributed gaps for that long and waits for the replies. */
  private Latencies offer(Duration duration) {
    List<CompletableFuture<Long>> replies = new ArrayList<>();
    double meanGap = (double) TimeUnit.SECONDS.toNanos(1) / plan.requestsPerSecond();
    long start = System.nanoTime();
    double offset = -Math.log(1 - random.nextDouble()) * meanGap;
    while (offset < duration.toNanos()) {
      boolean search = random.nextInt(ARTICLES_PER_SEARCH + 1) == 0;
      HttpRequest request = request(search ? "/alike" : "/articles");
      long due = start + (long) offset;
      sleepUntil(due);
      replies.add(
          client
              .sendAsync(request, BodyHandlers.ofByteArray())
              .thenApply(response -> latency(response, due))
              .thenApply(nanos -> search ? nanos : NOT_MEASURED));
      offset += -Math.log(1 - random.nextDouble()) * meanGap;
    }
    return new Latencies(
        replies.stream()
            .mapToLong(CompletableFuture::join)
            .filter(nanos -> nanos != NOT_MEASURED)
            .toArray());
  }

  /** A search is for a text as long as an article. */
  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + plan.port() + path))
        .POST(HttpRequest.BodyPublishers.ofString(articles.text()))
        .build();
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
