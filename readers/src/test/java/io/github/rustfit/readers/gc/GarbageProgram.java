package io.github.rustfit.readers.gc;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Makes garbage, large objects, calls of {@code System.gc()} and JNI critical regions, counted and
 * not timed, and prints at its end what it and its JVM's beans know, a figure a line.
 */
final class GarbageProgram {

  /** Bytes that stay reachable. */
  static final long KEPT = 24L << 20;

  /** How often it asks for a collection. */
  static final int CALLS = 3;

  /** What the arrays take up that it makes, without headers: a lower bound of its allocation. */
  static final long ALLOCATED = KEPT + 300L * 1000 * 1000 + 30L * (3 << 20);

  @SuppressWarnings("unused") // so that nothing is optimised away
  private static volatile @Nullable Object sink;

  private static final AtomicLong inWorkers = new AtomicLong();

  private GarbageProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    byte[][] kept = new byte[(int) (KEPT >> 20)][];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = new byte[1 << 20];
    }
    Thread[] workers = {
      new Thread(GarbageProgram::compress, "one"), new Thread(GarbageProgram::compress, "two")
    };
    for (Thread worker : workers) {
      worker.start();
    }
    for (int i = 0; i < 300; i++) {
      for (int j = 0; j < 1000; j++) {
        sink = new byte[1000];
      }
      if (i % 10 == 0) {
        sink = new byte[3 << 20];
      }
    }
    for (Thread worker : workers) {
      worker.join();
    }
    for (int i = 0; i < CALLS; i++) {
      System.gc();
    }
    report(kept);
  }

  /** Deflates byte arrays, which zlib reads in JNI critical regions. */
  private static void compress() {
    byte[] in = new byte[200_000];
    byte[] out = new byte[1 << 16];
    new Random(1).nextBytes(in);
    for (int i = 0; i < 30; i++) {
      Deflater deflater = new Deflater(Deflater.BEST_SPEED);
      deflater.setInput(in);
      deflater.finish();
      while (!deflater.finished()) {
        deflater.deflate(out);
        sink = new byte[100_000];
      }
      deflater.end();
    }
    inWorkers.addAndGet(allocated());
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private static void report(byte[][] kept) {
    long stopping = 0;
    long cycles = 0;
    for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
      boolean beside = bean.getName().endsWith("Cycles") || bean.getName().contains("Concurrent");
      stopping += beside ? 0 : bean.getCollectionCount();
      cycles += beside ? bean.getCollectionCount() : 0;
    }
    long metaspace =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals("Metaspace"))
            .map(MemoryPoolMXBean::getUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum();
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    print("kept", kept.length << 20);
    print("pauses", stopping);
    print("cycles", cycles);
    print("metaspace", metaspace);
    print("processors", Runtime.getRuntime().availableProcessors());
    print("memory", system.getTotalMemorySize());
    print("allocated", inWorkers.get() + allocated());
    System.out.println("version=" + System.getProperty("java.vm.version"));
  }

  private static void print(String name, long value) {
    System.out.println(name + "=" + value);
  }
}
