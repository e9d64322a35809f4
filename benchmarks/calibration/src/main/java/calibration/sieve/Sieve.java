package calibration.sieve;

import calibration.Kernel;

/** Primes by the sieve of Eratosthenes: strides over an array of flags. */
public final class Sieve implements Kernel {

  private static final int LIMIT = 400_000;

  @Override
  public long run() {
    boolean[] composite = new boolean[LIMIT];
    for (int i = 2; i * i < LIMIT; i++) {
      if (!composite[i]) {
        for (int j = i * i; j < LIMIT; j += i) {
          composite[j] = true;
        }
      }
    }
    long sum = 0;
    for (int i = 2; i < LIMIT; i++) {
      if (!composite[i]) {
        sum = sum * 31 + i;
      }
    }
    return sum;
  }
}
