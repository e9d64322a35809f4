package io.github.rustfit.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A program to record: some threads that compute, allocate and wait for each other on thousands of
 * different stacks, as a service with many kinds of requests does.
 */
public final class Load {

  /** Kinds of requests; each has a way of its own through the code. */
  private static final int KINDS = 4_000;

  private static final int THREADS = 4;
  private static final int DEEPEST = 90;

  private static final ReentrantLock LOCK = new ReentrantLock();

  private final Map<Integer, byte[]> cache = new HashMap<>();
  private final int[] way = new int[DEEPEST];
  private final int depth;
  private long result;

  private Load(int kind) {
    Random random = new Random(kind);
    depth = DEEPEST / 3 + random.nextInt(2 * DEEPEST / 3);
    for (int i = 0; i < way.length; i++) {
      way[i] = random.nextInt(8);
    }
  }

  /** Argument: for how many seconds to run. */
  public static void main(String[] args) throws InterruptedException {
    long end = System.nanoTime() + Long.parseLong(args[0]) * 1_000_000_000;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Random random = new Random(i);
      Thread thread =
          new Thread(
              () -> {
                while (System.nanoTime() < end) {
                  new Load(random.nextInt(KINDS)).route(0);
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void route(int at) {
    if (at >= depth) {
      work(at);
      return;
    }
    // Each call stands on a line of its own, so each makes a different frame.
    switch (way[at]) {
      case 0 -> parse(at);
      case 1 -> validate(at);
      case 2 -> price(at);
      case 3 -> store(at);
      case 4 -> parse(at + 1);
      case 5 -> validate(at + 1);
      case 6 -> price(at + 1);
      default -> store(at + 1);
    }
  }

  private void parse(int at) {
    if (way[at % DEEPEST] % 2 == 0) {
      route(at + 1);
    } else {
      route(at + 2);
    }
    result += cache.size();
  }

  private void validate(int at) {
    if (way[at % DEEPEST] % 3 == 0) {
      price(at + 1);
    } else {
      route(at + 1);
    }
    result += at;
  }

  private void price(int at) {
    for (int i = 0; i < 20; i++) {
      result = result * 31 + i;
    }
    if (at % 2 == 0) {
      parse(at + 1);
    } else {
      route(at + 1);
    }
  }

  private void store(int at) {
    cache.put(at, new byte[16 + at]);
    route(at + 1);
  }

  private void work(int at) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      text.append(result).append(i);
    }
    cache.put(-at, text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    if (at % 3 == 0) {
      LOCK.lock();
      try {
        result += cache.values().stream().mapToLong(bytes -> bytes.length).sum();
      } finally {
        LOCK.unlock();
      }
    } else if (at % 3 == 1) {
      synchronized (LOCK) {
        result ^= text.length();
      }
    }
  }
}
