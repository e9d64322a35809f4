package io.github.rustfit.samples.lambdahandler.handler;

import io.github.rustfit.samples.lambdahandler.runtime.Handler;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** Confirms orders: works out taxes and the day of delivery, and writes the letter. */
public final class Confirmations implements Handler<Confirmation> {
  private static final int DELIVERY_DAYS = 3;
  private static final int CENTS = 2;

  private final TaxRates rates = new TaxRates();
  private final Letter letter = new Letter("/confirmation.html");

  @Override
  public Confirmation handle(Event event) {
    Order order = event.detail(Order.class);
    Locale locale = Locale.forLanguageTag(order.language());
    NumberFormat money = NumberFormat.getCurrencyInstance(locale);
    money.setCurrency(Currency.getInstance("EUR"));
    DateTimeFormatter date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);

    BigDecimal net = BigDecimal.ZERO;
    BigDecimal tax = BigDecimal.ZERO;
    StringBuilder rows = new StringBuilder();
    for (Order.Line line : order.lines()) {
      BigDecimal rate = rates.rate(order.country(), line.category());
      net = net.add(line.total());
      tax = tax.add(line.total().multiply(rate));
      rows.append(row(line, money));
    }
    tax = tax.setScale(CENTS, RoundingMode.HALF_UP);
    BigDecimal total = net.add(tax);
    LocalDate delivery = delivery(order.placed());
    String html =
        letter.with(
            Map.of(
                "customer", Letter.escape(order.customer()),
                "number", Letter.escape(order.number()),
                "placed", date.format(order.placed()),
                "delivery", date.format(delivery),
                "rows", rows.toString(),
                "net", money.format(net),
                "tax", money.format(tax),
                "total", money.format(total)));
    String subject = String.format(locale, "%s – %s", order.number(), money.format(total));
    return new Confirmation(order.email(), subject, html, total, delivery);
  }

  private static String row(Order.Line line, NumberFormat money) {
    return "<tr><td>"
        + Letter.escape(line.article())
        + "</td><td>"
        + line.quantity()
        + "</td><td>"
        + money.format(line.total())
        + "</td></tr>\n";
  }

  /** Some working days later. */
  private static LocalDate delivery(LocalDate placed) {
    LocalDate day = placed;
    for (int left = DELIVERY_DAYS; left > 0; ) {
      day = day.plusDays(1);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return day;
  }
}
