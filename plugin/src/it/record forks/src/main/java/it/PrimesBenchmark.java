package it;

import org.openjdk.jmh.annotations.Benchmark;

public class PrimesBenchmark {

  @Benchmark
  public int count() {
    return Primes.count(100_000);
  }
}
