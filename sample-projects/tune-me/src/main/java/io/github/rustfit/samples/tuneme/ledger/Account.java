package io.github.rustfit.samples.tuneme.ledger;

import java.util.List;

/**
 * An account with the bookings of one month.
 *
 * @param number its number
 * @param openingCents the balance before the first booking
 * @param bookings one line each, as the core system exports them: day, amount, kind and text,
 *     separated by semicolons with any spaces around
 */
public record Account(int number, long openingCents, List<String> bookings) {
  /** Copies the bookings. */
  public Account {
    bookings = List.copyOf(bookings);
  }
}
