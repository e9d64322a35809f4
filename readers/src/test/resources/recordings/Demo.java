package demo;

import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A little of everything a profiler looks at, under names that tests know. Argument: seconds. */
public final class Demo {

  private static final Object LOCK = new Object();
  private static final List<Object> KEPT = new ArrayList<>();
  private static volatile Object sink;
  private static volatile double result;

  private Demo() {}

  /** Computes; allocates nothing. */
  static final class Numbers {
    static double roots(int count) {
      double sum = 0;
      for (int i = 1; i < count; i++) {
        sum += Math.sqrt(i) / (i + 1);
      }
      return sum;
    }

    static double remainders(int count) {
      long sum = 0;
      for (int i = 1; i < count; i++) {
        sum += 1_000_000_007L % i;
      }
      return sum;
    }
  }

  /** Allocates; keeps a little of it. */
  static final class Garbage {
    record Point(double x, double y) {}

    static void bytes(int count) {
      for (int i = 0; i < count; i++) {
        sink = new byte[1024 + i % 7 * 1024];
      }
    }

    static void points(int count) {
      for (int i = 0; i < count; i++) {
        sink = new Point(i, -i);
      }
    }

    static void texts(int count) {
      for (int i = 0; i < count; i++) {
        sink = "text " + i;
      }
    }

    static void kept(int count) {
      for (int i = 0; i < count; i++) {
        KEPT.add(new long[2_000]);
      }
    }
  }

  /** Waits. */
  static final class Waiting {
    static void forLock() throws InterruptedException {
      synchronized (LOCK) {
        Thread.sleep(25);
      }
    }

    static void parked() {
      LockSupport.parkNanos(Waiting.class, 25_000_000);
    }

    static void forSocket(ServerSocket server) throws Exception {
      try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
          Socket accepted = server.accept()) {
        accepted.getOutputStream().write(1);
        client.getInputStream().read();
      }
    }

    static void forFile(Path file) throws Exception {
      Files.write(file, new byte[100_000]);
    }
  }

  static void worker(long until) {
    while (System.nanoTime() < until) {
      result += Numbers.roots(40_000) + Numbers.remainders(20_000);
      Garbage.bytes(60);
      Garbage.points(3_000);
      Garbage.texts(300);
    }
  }

  static void waiter(long until) {
    try (ServerSocket server = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      Path file = Path.of("scratch");
      while (System.nanoTime() < until) {
        Waiting.forLock();
        Waiting.parked();
        Waiting.forSocket(server);
        Waiting.forFile(file);
        Garbage.kept(20);
        sink = ByteBuffer.allocateDirect(300_000);
        try {
          throw new IllegalStateException("on purpose");
        } catch (IllegalStateException expected) {
          sink = expected;
        }
      }
      Files.delete(file);
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  public static void main(String[] args) throws Exception {
    long until = System.nanoTime() + Long.parseLong(args[0]) * 1_000_000_000L;
    List<Thread> threads = new ArrayList<>();
    threads.add(new Thread(() -> worker(until), "worker"));
    threads.add(new Thread(() -> waiter(until), "waiter-1"));
    threads.add(new Thread(() -> waiterTwo(until), "waiter-2"));
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Contends for the lock of the other. */
  static void waiterTwo(long until) {
    try {
      while (System.nanoTime() < until) {
        Waiting.forLock();
      }
    } catch (InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
