package io.github.rustfit.readers.jfr;

/** A program that works for a second, holds some memory and ends by itself. */
public final class ShortProgram {

  private ShortProgram() {}

  public static void main(String[] args) {
    byte[] held = new byte[16 << 20];
    long until = System.nanoTime() + 1_200_000_000L;
    long sum = 0;
    while (System.nanoTime() < until) {
      for (int i = 0; i < held.length; i += 4096) {
        held[i]++;
        sum += held[i];
      }
      sum += new byte[4096].length;
    }
    if (sum == 42) {
      throw new AssertionError("keeps the work from being optimised away");
    }
  }
}
