package io.github.rustfit.readers.jfr;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;

/** Compresses in several threads, which JNI does in critical regions, while it allocates. */
final class DeflatingProgram {

  private static final int THREADS = 4;
  private static final long NANOS = 1_500_000_000L;

  private DeflatingProgram() {}

  /** Runs for a second and a half. */
  public static void main(String[] args) throws InterruptedException {
    long end = System.nanoTime() + NANOS;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(() -> work(end));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void work(long end) {
    byte[] in = new byte[1 << 20];
    new Random(1).nextBytes(in);
    byte[] out = new byte[1 << 21];
    while (System.nanoTime() < end) {
      Deflater deflater = new Deflater();
      deflater.setInput(in);
      deflater.finish();
      deflater.deflate(out);
      deflater.end();
      byte[][] garbage = new byte[64][];
      for (int i = 0; i < garbage.length; i++) {
        garbage[i] = new byte[1 << 16];
      }
    }
  }
}
