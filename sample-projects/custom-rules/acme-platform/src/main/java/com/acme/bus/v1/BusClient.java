package com.acme.bus.v1;

import java.util.Map;
import java.util.TreeMap;

/**
 * Publishes events as text, one at a time.
 *
 * @deprecated use {@link com.acme.bus.v2.Publisher}, which sends bytes in batches
 */
@Deprecated
public final class BusClient {

  private long sent;

  /** Publishes one event. */
  public void publish(String topic, Map<String, ?> event) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(event)
        .forEach((key, value) -> text.append(String.format("%s.%s=%s%n", topic, key, value)));
    sent += text.length();
  }

  /** Characters that were sent. */
  public long sent() {
    return sent;
  }
}
