package io.github.rustfit.samples.quarkusreadings.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Sends requests at times that are fixed beforehand, whether or not earlier ones have been answered
 * (open loop): of ten, three are the batch of a gateway, a hundred readings of fifty meters, and
 * seven ask for the day of a meter. A latency runs from the time that a request was due. What is
 * not answered in time, or with an error, has failed; a run of which more than one in a hundred
 * failed is refused, and none goes on for long after its end.
 */
final class Load {

  private static final String BASE = "http://127.0.0.1:7342/readings";
  private static final int PER_SECOND = 200;
  private static final int GATEWAYS = 200;
  private static final int METERS = 50;
  private static final int CONNECTIONS = 32;
  private static final int TIMEOUT_MS = 5_000;
  private static final double FAILURES_ACCEPTED = 0.01;

  /** How long what was due before the end may take. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  static {
    System.setProperty("http.maxConnections", Integer.toString(CONNECTIONS));
    System.setProperty("sun.net.http.retryPost", "false");
  }

  private final SplittableRandom random = new SplittableRandom(1);
  private int batches;

  /** The batch of that number, or the day of that meter. */
  private record Call(long due, boolean batch, int number) {}

  /** Sends the first batch of each gateway, so that all meters are known. */
  void prepare() throws IOException {
    for (int i = 0; i < GATEWAYS; i++) {
      Call first = new Call(0, true, batches++);
      send(first, batch(first.number));
    }
  }

  /**
   * Offers requests for that long, and says how long the answers took.
   *
   * @throws IOException if more than one in a hundred failed
   */
  String offer(Duration duration) throws IOException, InterruptedException {
    Call[] calls = schedule(duration);
    AtomicLongArray nanos = new AtomicLongArray(calls.length);
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    long end = start + duration.plus(GRACE).toNanos();
    ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
    for (int i = 0; i < CONNECTIONS; i++) {
      clients.execute(
          () -> {
            for (int one = next.getAndIncrement();
                one < calls.length && System.nanoTime() < end;
                one = next.getAndIncrement()) {
              nanos.set(one, answered(calls[one], start + calls[one].due));
            }
          });
    }
    clients.shutdown();
    if (!clients.awaitTermination(
        duration.plus(GRACE).toMillis() + 2 * TIMEOUT_MS, TimeUnit.MILLISECONDS)) {
      clients.shutdownNow();
    }
    return report(calls.length, duration, nanos);
  }

  /**
   * All requests of a run, by the nanosecond after its start that they are due: as random as
   * independent clients are.
   */
  private Call[] schedule(Duration duration) {
    return DoubleStream.iterate(gap(), due -> due < duration.toNanos(), due -> due + gap())
        .mapToObj(due -> any((long) due))
        .toArray(Call[]::new);
  }

  private double gap() {
    return -Math.log(1 - random.nextDouble()) * 1e9 / PER_SECOND;
  }

  private Call any(long due) {
    boolean batch = random.nextInt(10) < 3;
    return new Call(due, batch, batch ? batches++ : random.nextInt(GATEWAYS * METERS));
  }

  /** Nanoseconds from when it was due to the end of the answer; 0 if it failed. */
  private static long answered(Call call, long due) {
    byte[] body = call.batch ? batch(call.number) : null;
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    try {
      send(call, body);
      return System.nanoTime() - due;
    } catch (IOException e) {
      return 0;
    }
  }

  private static void send(Call call, byte[] body) throws IOException {
    URL url = new URL(call.batch ? BASE : BASE + "/" + call.number);
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    connection.setConnectTimeout(TIMEOUT_MS);
    connection.setReadTimeout(TIMEOUT_MS);
    if (call.batch) {
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setFixedLengthStreamingMode(body.length);
      try (OutputStream to = connection.getOutputStream()) {
        to.write(body);
      }
    }
    try (InputStream from = connection.getInputStream()) { // throws from status 400 on
      from.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** Two quarters of an hour of each meter of a gateway; one of a hundred readings is estimated. */
  private static byte[] batch(int number) {
    int gateway = number % GATEWAYS;
    long quarter = 1_900_000L + 2L * (number / GATEWAYS);
    SplittableRandom random = new SplittableRandom(number);
    StringJoiner readings = new StringJoiner(",", "[", "]");
    for (int i = 0; i < 2 * METERS; i++) {
      long at = quarter + i / METERS;
      readings.add(
          String.format(
              Locale.ROOT,
              "{\"meter\":%d,\"quarter\":%d,\"counter\":%d,\"voltage\":%.1f,\"quality\":\"%s\"}",
              gateway * METERS + i % METERS,
              at,
              at * 125 + random.nextInt(100),
              222 + 16 * random.nextDouble(),
              random.nextInt(100) == 0 ? "estimated" : "measured"));
    }
    return ("{\"gateway\":\"g-" + gateway + "\",\"readings\":" + readings + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String report(int offered, Duration duration, AtomicLongArray nanos)
      throws IOException {
    long[] answered =
        IntStream.range(0, offered).mapToLong(nanos::get).filter(one -> one > 0).sorted().toArray();
    int failed = offered - answered.length;
    if (failed > FAILURES_ACCEPTED * offered) {
      throw new IOException(failed + " of " + offered + " requests failed: this run is no load");
    }
    return String.format(
        Locale.ROOT,
        "measured_seconds      %d%nrequests              %d%nfailed                %d%n"
            + "requests_per_second   %.1f%n"
            + "p50_ms                %.3f%np99_ms                %.3f%nmax_ms                %.3f%n",
        duration.toSeconds(),
        answered.length,
        failed,
        answered.length / (double) duration.toSeconds(),
        nearestRank(answered, 50),
        nearestRank(answered, 99),
        nearestRank(answered, 100));
  }

  private static double nearestRank(long[] sorted, double percent) {
    return sorted[Math.max(1, (int) Math.ceil(percent / 100 * sorted.length)) - 1] / 1e6;
  }
}
