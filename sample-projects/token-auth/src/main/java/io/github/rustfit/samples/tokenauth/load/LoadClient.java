package io.github.rustfit.samples.tokenauth.load;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
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
 * One connection that asks on a schedule fixed beforehand, whether or not earlier answers have come
 * (open loop). A latency runs from the time the question was due, so one that had to wait carries
 * that wait: there is no coordinated omission.
 */
final class LoadClient implements AutoCloseable {
  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final BlockingQueue<Question> sent = new LinkedBlockingQueue<>();

  LoadClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
  }

  /** Asks with exponentially distributed gaps until the schedule ends. */
  Callable<Void> sender(Schedule schedule, LoadPlan plan, Tokens tokens, long seed) {
    return () -> {
      SplittableRandom random = new SplittableRandom(seed);
      double meanGap = 1e9 * plan.connections() / plan.requestsPerSecond();
      double due = schedule.start();
      while (true) {
        due += -Math.log(1 - random.nextDouble()) * meanGap;
        if (due >= schedule.end()) {
          sent.put(new Question(schedule.end(), ""));
          return null;
        }
        Tokens.Sample sample = tokens.any(random);
        sleepUntil((long) due);
        sent.put(new Question((long) due, sample.answer()));
        out.writeUTF(Tokens.AUDIENCE);
        out.writeShort(sample.text().length);
        out.write(sample.text());
        out.flush();
      }
    };
  }

  /** Reads the answers to {@link #sender}; returns the latencies that count, in nanoseconds. */
  Callable<long[]> receiver(Schedule schedule) {
    return () -> {
      LongStream.Builder latencies = LongStream.builder();
      for (Question next = sent.take(); next.due() < schedule.end(); next = sent.take()) {
        String answer = in.readUTF();
        if (!answer.startsWith(next.answer())) {
          throw new IOException("expected '" + next.answer() + "', got '" + answer + "'");
        }
        if (next.due() >= schedule.measuredFrom()) {
          latencies.add(System.nanoTime() - next.due());
        }
      }
      return latencies.build().toArray();
    };
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static void sleepUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** What was asked: when it was due and how the answer must begin. */
  private record Question(long due, String answer) {}

  /** When a run starts, counts and ends, all in {@link System#nanoTime()}. */
  record Schedule(long start, long measuredFrom, long end) {}
}
