package io.github.rustfit.samples.springorders.order;

import java.util.List;

/**
 * What somebody has ordered.
 *
 * @param id number of the order
 * @param customer who ordered
 * @param items what was ordered
 */
public record Order(long id, String customer, List<Item> items) {

  /** So many of a product, each at that price in cents. */
  public record Item(String product, int quantity, long cents) {}

  /** What all of it costs, in cents. */
  public long total() {
    return items.stream().mapToLong(item -> item.quantity() * item.cents()).sum();
  }
}
