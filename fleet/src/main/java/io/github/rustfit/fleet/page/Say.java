package io.github.rustfit.fleet.page;

import io.github.rustfit.fleet.table.Interval;
import io.github.rustfit.fleet.table.ServiceFacts;
import io.github.rustfit.rules.stats.Format;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as the page shows them. What is unknown reads {@value #UNKNOWN}. */
final class Say {

  static final String UNKNOWN = "unknown";

  private static final String UNRESERVED = "-._~/";

  private Say() {}

  static String share(@Nullable Interval share) {
    return share == null
        ? UNKNOWN
        : String.format(
            Locale.ROOT,
            "%.1f %% (%.1f–%.1f %%)",
            share.value() * 100,
            share.low() * 100,
            share.high() * 100);
  }

  static String share(@Nullable Double share) {
    return share == null ? UNKNOWN : String.format(Locale.ROOT, "%.2f %%", share * 100);
  }

  static String cores(@Nullable Double cores) {
    return cores == null ? UNKNOWN : String.format(Locale.ROOT, "%.2f", cores);
  }

  static String cores(@Nullable Interval cores) {
    return cores == null
        ? UNKNOWN
        : String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", cores.value(), cores.low(), cores.high());
  }

  static String money(@Nullable Interval money, @Nullable String currency) {
    return money == null
        ? UNKNOWN
        : Format.count(Math.round(money.value()))
            + " ("
            + Format.count(Math.round(money.low()))
            + "–"
            + Format.count(Math.round(money.high()))
            + ")"
            + (currency == null ? "" : " " + currency);
  }

  static String millis(@Nullable Double millis) {
    return millis == null ? UNKNOWN : Format.millis(millis);
  }

  static String text(@Nullable String text) {
    return text == null || text.isEmpty() ? UNKNOWN : text;
  }

  /** A number to sort by; what is unknown comes below all others. */
  static String key(@Nullable Interval interval) {
    return key(interval == null ? null : (Double) interval.value());
  }

  static String key(@Nullable Double value) {
    return value == null ? "-1" : value.toString();
  }

  /** The address of the evidence, relative to the page. */
  static String link(ServiceFacts facts) {
    String place = facts.evidence() == null ? "" : facts.evidence();
    StringBuilder link = new StringBuilder();
    for (byte one : place.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (one & 0xFF);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
      link.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return link.toString();
  }

  static String counted(long count, String one, String several) {
    return Format.count(count) + " " + (count == 1 ? one : several);
  }
}
