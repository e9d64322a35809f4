package it;

public final class Primes {

  private Primes() {}

  /** Trial division: slow on purpose, so that it is sampled. */
  public static int count(int below) {
    int count = 0;
    for (int n = 2; n < below; n++) {
      boolean prime = true;
      for (int d = 2; d * d <= n && prime; d++) {
        prime = n % d != 0;
      }
      count += prime ? 1 : 0;
    }
    return count;
  }
}
