package com.acme;

/** Prices that take some computing. */
public final class Prices {

  private Prices() {}

  /** The price of an item in cents: the number of primes up to it. */
  public static int of(int item) {
    int primes = 0;
    for (int number = 2; number <= item; number++) {
      primes += prime(number) ? 1 : 0;
    }
    return primes;
  }

  private static boolean prime(int number) {
    for (int divisor = 2; divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        return false;
      }
    }
    return true;
  }
}
