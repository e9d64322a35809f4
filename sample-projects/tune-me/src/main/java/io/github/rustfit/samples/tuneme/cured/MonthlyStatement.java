package io.github.rustfit.samples.tuneme.cured;

import io.github.rustfit.samples.tuneme.ledger.Account;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Renders an account's bookings of a month as text, with the balance after each. The class of the
 * same name in {@code tuneme.statement} with three lines cured.
 */
public final class MonthlyStatement {
  private static final Pattern SEPARATOR = Pattern.compile("\\s*;\\s*");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd MMM uuuu", Locale.ENGLISH);
  private static final int ROW_WIDTH = 87;
  private static final int TEXT_WIDTH = 28;
  private static final int KIND_WIDTH = 16;
  private static final int AMOUNT_WIDTH = 14;

  /** The statement; bookings that cannot be read are an {@link IllegalArgumentException}. */
  public String render(Account account) {
    StringBuilder text = new StringBuilder(ROW_WIDTH * (1 + account.bookings().size()));
    text.append("Account ").append(account.number()).append('\n');
    long balance = account.openingCents();
    for (String booking : account.bookings()) {
      String[] fields = SEPARATOR.split(booking);
      if (fields.length != 4) {
        throw new IllegalArgumentException("not a booking: " + booking);
      }
      long cents = Long.parseLong(fields[1]);
      balance += cents;
      String day = DAY.format(LocalDate.parse(fields[0]));
      text.append(row(day, fields[3], fields[2], cents, balance));
    }
    return text.toString();
  }

  private static String row(String day, String text, String kind, long cents, long balance) {
    return day
        + "  "
        + left(text, TEXT_WIDTH)
        + left(kind, KIND_WIDTH)
        + right(amount(cents), AMOUNT_WIDTH)
        + right(amount(balance), AMOUNT_WIDTH)
        + "\n";
  }

  private static String amount(long cents) {
    long whole = Math.abs(cents) / 100;
    long rest = Math.abs(cents) % 100;
    return (cents < 0 ? "-" : "") + whole + (rest < 10 ? ".0" : ".") + rest;
  }

  private static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
