package io.github.rustfit.samples.lambdahandler.handler;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An order as it was placed.
 *
 * @param number the customer's reference
 * @param customer whose name stands in the letter
 * @param email where the letter goes
 * @param country where the goods go, in two letters
 * @param language of the letter, as a language tag
 * @param placed the day of the order
 * @param lines what was ordered
 */
public record Order(
    String number,
    String customer,
    String email,
    String country,
    String language,
    LocalDate placed,
    List<Line> lines) {

  /** Copies the lines; an order without any makes no sense. */
  public Order {
    if (number == null || email == null || lines == null || lines.isEmpty()) {
      throw new IllegalArgumentException("an order needs a number, an address and lines");
    }
    lines = List.copyOf(lines);
  }

  /**
   * Some pieces of one article.
   *
   * @param article its name
   * @param category which decides the tax
   * @param quantity from 1
   * @param price of one piece before tax
   */
  public record Line(String article, String category, int quantity, BigDecimal price) {
    /** Refuses what cannot be priced. */
    public Line {
      if (quantity < 1 || price == null || price.signum() < 0) {
        throw new IllegalArgumentException("cannot be priced: " + article);
      }
    }

    BigDecimal total() {
      return price.multiply(BigDecimal.valueOf(quantity));
    }
  }
}
