package com.acme.bus.v2;

import java.nio.ByteBuffer;

/** Publishes events as bytes, many at a time. */
public final class Publisher {

  private final ByteBuffer batch = ByteBuffer.allocate(1 << 16);
  private long sent;

  /** Publishes one event, at the latest when the batch is full. */
  public void publish(int topic, long order, long cents) {
    if (batch.remaining() < 20) {
      sent += batch.position();
      batch.clear();
    }
    batch.putInt(topic).putLong(order).putLong(cents);
  }

  /** Bytes that were sent. */
  public long sent() {
    return sent;
  }
}
