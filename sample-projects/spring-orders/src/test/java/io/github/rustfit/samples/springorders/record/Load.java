package io.github.rustfit.samples.springorders.record;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests when they are due, whether or not earlier ones have been answered (open loop): of
 * ten, seven ask for a receipt, two place an order, one lists the latest.
 */
final class Load {

  private static final String BASE = "http://127.0.0.1:7341/orders";
  private static final int PER_SECOND = 700;
  private static final int KNOWN = 2_000;

  /** Instead of a latency: the connection was reset, or the answer was an error. */
  private static final long FAILED = -1;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final SplittableRandom random = new SplittableRandom(1);

  /** How many orders were taken, so that their numbers are known. */
  private final AtomicLong placed = new AtomicLong();

  /** Places the orders that receipts are asked of. */
  void prepare() throws Exception {
    for (int i = 0; i < KNOWN; i++) {
      client.send(placing(), BodyHandlers.discarding());
      placed.incrementAndGet();
    }
  }

  /** Offers requests for that long, and says how long the answers took. */
  String offer(Duration duration) {
    List<CompletableFuture<Long>> replies = new ArrayList<>();
    long start = System.nanoTime();
    double offset = 0;
    while (offset < duration.toNanos()) {
      offset += -Math.log(1 - random.nextDouble()) * 1e9 / PER_SECOND;
      long due = start + (long) offset;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      replies.add(
          client
              .sendAsync(any(), BodyHandlers.ofByteArray())
              .thenApply(response -> latency(response, due))
              .exceptionally(failure -> FAILED));
    }
    long[] all = replies.stream().mapToLong(CompletableFuture::join).toArray();
    long[] nanos = Arrays.stream(all).filter(one -> one != FAILED).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "measured_seconds      %d%nrequests              %d%nfailed                %d%n"
            + "requests_per_second   %.1f%n"
            + "p50_ms                %.3f%np99_ms                %.3f%nmax_ms                %.3f%n",
        duration.toSeconds(),
        nanos.length,
        all.length - nanos.length,
        nanos.length / (double) duration.toSeconds(),
        nearestRank(nanos, 50),
        nearestRank(nanos, 99),
        nearestRank(nanos, 100));
  }

  private static double nearestRank(long[] sorted, double percent) {
    return sorted[Math.max(1, (int) Math.ceil(percent / 100 * sorted.length)) - 1] / 1e6;
  }

  private long latency(HttpResponse<byte[]> response, long due) {
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(response.uri() + " answered " + response.statusCode());
    }
    if (response.request().method().equals("POST")) {
      placed.incrementAndGet();
    }
    return System.nanoTime() - due;
  }

  private HttpRequest any() {
    int one = random.nextInt(10);
    if (one < 7) {
      long id = placed.get() - random.nextInt(KNOWN);
      return HttpRequest.newBuilder(URI.create(BASE + "/" + id + "/receipt")).GET().build();
    }
    return one < 9 ? placing() : HttpRequest.newBuilder(URI.create(BASE)).GET().build();
  }

  private HttpRequest placing() {
    String[] items = new String[6 + random.nextInt(30)];
    Arrays.setAll(
        items,
        i ->
            "{\"product\":\"part-%d\",\"quantity\":%d,\"cents\":%d}"
                .formatted(random.nextInt(500), 1 + random.nextInt(9), random.nextInt(90_000)));
    String body =
        "{\"customer\":\"c%d\",\"items\":[%s]}"
            .formatted(random.nextInt(1_000), String.join(",", items));
    return HttpRequest.newBuilder(URI.create(BASE))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
