package com.acme.orders.intake;

import com.acme.bus.v1.BusClient;
import java.util.Map;

/** Reads orders of the form {@code number;itemsxcents;itemsxcents;…} and tells the bus. */
public final class Intake {

  private final BusClient bus = new BusClient();

  /** Reads one line. */
  public Order read(String line) {
    int end = line.indexOf(';');
    long number = Long.parseLong(line, 0, end, 10);
    int items = 0;
    long cents = 0;
    while (end < line.length()) {
      int start = end + 1;
      int times = line.indexOf('x', start);
      end = line.indexOf(';', times);
      end = end < 0 ? line.length() : end;
      int count = Integer.parseInt(line, start, times, 10);
      items += count;
      cents += count * Long.parseLong(line, times + 1, end, 10);
    }
    return new Order(number, items, cents);
  }

  /** Tells the bus. */
  public void publish(Order order) {
    bus.publish("order", Map.of("number", order.number(), "cents", order.cents()));
  }

  /** Characters that were published. */
  public long published() {
    return bus.sent();
  }
}
