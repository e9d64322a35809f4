package com.acme.ledger;

import java.util.zip.CRC32;

/** Books amounts. The auditors certified this library, and there is no other way to the ledger. */
public final class Ledger {

  private final CRC32 seal = new CRC32();
  private long balance;

  /** Books an amount of an order, in cents. */
  public void book(long order, long cents) {
    balance += cents;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      seal.update((int) (order >>> shift));
      seal.update((int) (cents >>> shift));
    }
  }

  /** What is booked, in cents. */
  public long balance() {
    return balance;
  }

  /** A checksum over all bookings. */
  public long seal() {
    return seal.getValue();
  }
}
