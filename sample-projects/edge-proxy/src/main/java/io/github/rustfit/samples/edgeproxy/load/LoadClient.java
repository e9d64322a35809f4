package io.github.rustfit.samples.edgeproxy.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * One connection that sends on a schedule fixed beforehand, whether or not earlier responses have
 * come (open loop; requests that overtake a response are pipelined). A latency runs from the time
 * the request was due, so a request that had to wait carries that wait: there is no coordinated
 * omission.
 */
final class LoadClient implements AutoCloseable {
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int POST_PERCENT = 20;
  private static final int POST_BYTES = 2 * 1024;

  /** Sizes of responses: mostly small ones, some pages, few pictures. */
  private static final int[] SIZES = {
    200, 400, 800, 800, 1_500, 1_500, 3_000, 6_000, 12_000, 40_000
  };

  private final Socket socket;
  private final MessageReader reader;
  private final BlockingQueue<Long> dueTimes = new LinkedBlockingQueue<>();

  LoadClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    reader = new MessageReader(new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES));
  }

  /** Sends requests with exponentially distributed gaps until the schedule ends. */
  Callable<Void> sender(Schedule schedule, LoadPlan plan, long seed) {
    return () -> {
      OutputStream out = socket.getOutputStream();
      SplittableRandom random = new SplittableRandom(seed);
      double meanGap = 1e9 * plan.connections() / plan.requestsPerSecond();
      double due = schedule.start();
      while (true) {
        due += -Math.log(1 - random.nextDouble()) * meanGap;
        if (due >= schedule.end()) {
          dueTimes.put(schedule.end());
          return null;
        }
        byte[] request = request(random);
        sleepUntil((long) due);
        dueTimes.put((long) due);
        out.write(request);
      }
    };
  }

  /** Reads the responses to {@link #sender}; returns the latencies that count, in nanoseconds. */
  Callable<long[]> receiver(Schedule schedule) {
    return () -> {
      LongStream.Builder latencies = LongStream.builder();
      for (long due = dueTimes.take(); due < schedule.end(); due = dueTimes.take()) {
        if (!reader.next() || !reader.startLine().startsWith("HTTP/1.1 200 ")) {
          throw new IOException("answered with " + reader.startLine());
        }
        if (due >= schedule.measuredFrom()) {
          latencies.add(System.nanoTime() - due);
        }
      }
      return latencies.build().toArray();
    };
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static byte[] request(SplittableRandom random) {
    int size = SIZES[random.nextInt(SIZES.length)];
    boolean post = random.nextInt(100) < POST_PERCENT;
    String head =
        (post ? "POST" : "GET")
            + " /assets/v2/"
            + random.nextInt(100_000)
            + "/"
            + size
            + " HTTP/1.1\r\nHost: shop.example\r\nUser-Agent: load-driver/1.0\r\n"
            + "Accept: text/html,application/json;q=0.9,*/*;q=0.8\r\n"
            + "Accept-Encoding: gzip, br\r\nAccept-Language: en-GB,en;q=0.5\r\n"
            + "Cookie: session="
            + Long.toHexString(random.nextLong())
            + "; theme=dark\r\nConnection: keep-alive\r\nX-Request-Id: "
            + Long.toHexString(random.nextLong())
            + "\r\n"
            + (post
                ? "Content-Type: application/json\r\nContent-Length: " + POST_BYTES + "\r\n"
                : "")
            + "\r\n";
    byte[] bytes = new byte[head.length() + (post ? POST_BYTES : 0)];
    System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, head.length());
    return bytes;
  }

  private static void sleepUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** When a run starts, counts and ends, all in {@link System#nanoTime()}. */
  record Schedule(long start, long measuredFrom, long end) {}
}
