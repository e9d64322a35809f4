package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SecondTest {

  /** There are 148,933 primes below two million. */
  @Test
  void counts() {
    assertEquals("yes", System.getProperty("it.kept"));
    assertEquals(148_933, Primes.count(2_000_000));
  }
}
