package it.core;

public final class Core {
  private Core() {}

  public static long sum(int[] numbers) {
    long sum = 0;
    for (int number : numbers) {
      sum += number;
    }
    return sum;
  }
}
