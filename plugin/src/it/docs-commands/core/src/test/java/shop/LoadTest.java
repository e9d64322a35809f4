package shop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import shop.orders.Orders;

/** A load test in small: orders for as long as a profile needs to have some samples. */
class LoadTest {

  @Test
  void orders_are_placed() {
    Orders orders = new Orders();
    int placed = 0;
    for (long end = System.nanoTime() + 800_000_000L; System.nanoTime() < end; ) {
      placed = orders.place(20_000 + placed % 100);
    }
    assertTrue(placed > 0);
  }
}
