package io.github.rustfit.rules.policy;

import java.util.Optional;
import java.util.stream.Stream;

/** What a crossing of the language boundary carries. */
public enum Payload {
  /** Numbers, and buffers that both sides see. */
  NUMBERS("numbers"),
  /** Strings, or arrays that are copied. */
  TEXT("text"),
  /** Records, lists, nested data. */
  OBJECTS("objects");

  private final String id;

  Payload(String id) {
    this.id = id;
  }

  /** The name in the policy and in {@code report.json}. */
  public String id() {
    return id;
  }

  /** The payload with that {@link #id()}. */
  public static Optional<Payload> byId(String id) {
    return Stream.of(values()).filter(one -> one.id.equals(id)).findFirst();
  }
}
