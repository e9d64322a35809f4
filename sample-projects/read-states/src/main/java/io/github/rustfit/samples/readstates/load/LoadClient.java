package io.github.rustfit.samples.readstates.load;

import io.github.rustfit.samples.readstates.protocol.FrameReader;
import io.github.rustfit.samples.readstates.protocol.FrameWriter;
import io.github.rustfit.samples.readstates.protocol.Reply;
import io.github.rustfit.samples.readstates.protocol.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * One connection that sends on a schedule fixed beforehand, whether or not earlier replies have
 * come (open loop). A latency runs from the time the request was due, so a request that had to wait
 * behind a stall carries that wait: there is no coordinated omission.
 */
final class LoadClient implements AutoCloseable {
  private final Socket socket;
  private final FrameWriter writer;
  private final FrameReader reader;
  private final BlockingQueue<Long> dueTimes = new LinkedBlockingQueue<>();

  LoadClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    writer = new FrameWriter(socket.getOutputStream());
    reader = new FrameReader(socket.getInputStream());
  }

  /** Sends one request and waits for its reply. */
  void exchange(Request request) throws IOException {
    writer.write(request);
    expect(request.id());
  }

  /** Sends requests with exponentially distributed gaps until the schedule ends. */
  Callable<Void> sender(Schedule schedule, LoadPlan plan, Population population, long seed) {
    return () -> {
      SplittableRandom random = new SplittableRandom(seed);
      double meanGap = 1e9 * plan.connections() / plan.requestsPerSecond();
      double due = schedule.start();
      for (long id = 0; ; id++) {
        due += -Math.log(1 - random.nextDouble()) * meanGap;
        if (due >= schedule.end()) {
          dueTimes.put(schedule.end());
          return null;
        }
        Request request =
            new Request(id, population.batch(plan.operationsPerRequest(), id, random));
        sleepUntil((long) due);
        dueTimes.put((long) due);
        writer.write(request);
      }
    };
  }

  /** Reads the replies of {@link #sender} and returns the latencies that count, in nanoseconds. */
  Callable<long[]> receiver(Schedule schedule) {
    return () -> {
      LongStream.Builder latencies = LongStream.builder();
      long due = dueTimes.take();
      for (long id = 0; due < schedule.end(); id++) {
        expect(id);
        if (due >= schedule.measuredFrom()) {
          latencies.add(System.nanoTime() - due);
        }
        due = dueTimes.take();
      }
      return latencies.build().toArray();
    };
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void expect(long id) throws IOException {
    Reply reply = reader.readReply();
    if (reply.id() != id) {
      throw new IOException("expected the reply to request " + id + ", got " + reply.id());
    }
  }

  private static void sleepUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** When a run starts, counts and ends, all in {@link System#nanoTime()}. */
  record Schedule(long start, long measuredFrom, long end) {}
}
