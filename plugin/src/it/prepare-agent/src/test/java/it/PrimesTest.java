package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrimesTest {

  /** There are 348,513 primes below five million. */
  @Test
  void counts() {
    assertEquals("yes", System.getProperty("it.kept"));
    assertEquals(348_513, Primes.count(5_000_000));
  }
}
