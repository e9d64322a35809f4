package io.github.rustfit.samples.crudapi.domain;

import java.time.Instant;
import java.util.List;

/** What a customer bought at one time. */
public record Order(long id, long customerId, Status status, Instant placedAt, List<Line> lines) {

  /** Copies the lines. */
  public Order {
    lines = List.copyOf(lines);
  }

  /** The price of all lines in cents. */
  public long getTotalCents() {
    return lines.stream().mapToLong(line -> line.quantity() * line.unitPriceCents()).sum();
  }

  /** How far an order has come. */
  public enum Status {
    PLACED,
    PAID,
    SHIPPED,
    CANCELLED
  }

  /** One product of an order. */
  public record Line(String product, int quantity, long unitPriceCents) {
    /** Rejects lines without a product and quantities below one. */
    public Line {
      if (product == null || product.isBlank()) {
        throw new InvalidInputException("product is missing");
      }
      if (quantity < 1 || unitPriceCents < 0) {
        throw new InvalidInputException("quantity or price is out of range");
      }
    }
  }

  /** What a client sends to place an order. */
  public record Placement(long customerId, List<Line> lines) {
    /** Rejects orders without lines. */
    public Placement {
      if (lines == null || lines.isEmpty()) {
        throw new InvalidInputException("an order needs at least one line");
      }
      lines = List.copyOf(lines);
    }
  }

  /** What a client sends to move an order on. */
  public record StatusChange(Status status) {
    /** Rejects a missing status. */
    public StatusChange {
      if (status == null) {
        throw new InvalidInputException("status is missing");
      }
    }
  }
}
