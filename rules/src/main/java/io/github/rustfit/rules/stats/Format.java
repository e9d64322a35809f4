package io.github.rustfit.rules.stats;

import java.time.LocalDate;
import java.util.Locale;

/** Format as people read them: the same on every machine, whatever its locale. */
public final class Format {

  /** 0000-01-01 and 9999-12-31 in days since 1970-01-01. */
  private static final long FIRST_DAY = -719_528;

  private static final long LAST_DAY = 2_932_896;

  private Format() {}

  /** A share as a percentage with one decimal, e.g. {@code 31.2 %}. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  /** A share with its interval, e.g. {@code 31.2 % (30.8–31.6 %)}. */
  public static String percent(Share share) {
    return String.format(
        Locale.ROOT,
        "%.1f %% (%.1f–%.1f %%)",
        share.value() * 100,
        share.low() * 100,
        share.high() * 100);
  }

  /** Milliseconds from whole nanoseconds, e.g. {@code 48.3 ms}; see {@link #millis(double)}. */
  public static String millis(long nanos) {
    return millis(nanos / 1e6);
  }

  /** Milliseconds; three decimals below 1 ms, otherwise one. */
  public static String millis(double ms) {
    return String.format(Locale.ROOT, ms < 1 ? "%.3f ms" : "%.1f ms", ms);
  }

  /** Bytes in the largest binary unit that keeps them above 1, e.g. {@code 1.4 GiB}. */
  public static String bytes(double bytes) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    int unit = 0;
    double value = bytes;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit]);
  }

  /** A factor with two decimals, e.g. {@code 1.25×}; {@code ∞} when it is unbounded. */
  public static String factor(double factor) {
    return Double.isInfinite(factor) ? "∞" : String.format(Locale.ROOT, "%.2f×", factor);
  }

  /**
   * A ratio with two decimals, of one below a tenth with two digits that count, e.g. {@code 0.35×}
   * and {@code 0.0048×}.
   */
  public static String ratio(double ratio) {
    return decimals(ratio, ratio) + "×";
  }

  /** The same with its interval, e.g. {@code 0.35× (0.33 – 0.37)}. */
  public static String ratio(double ratio, double low, double high) {
    return decimals(ratio, ratio)
        + "× ("
        + decimals(low, ratio)
        + " – "
        + decimals(high, ratio)
        + ")";
  }

  private static String decimals(double value, double like) {
    int digits = like > 0 && like < 0.1 ? (int) Math.min(6, 1 - Math.floor(Math.log10(like))) : 2;
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /** A whole number with thousands separators, e.g. {@code 12,345}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** An amount of money in whole units with thousands separators, e.g. {@code -12,345}. */
  public static String money(double amount) {
    return String.format(Locale.ROOT, "%,.0f", Math.rint(amount) + 0.0);
  }

  /**
   * The day of a moment in UTC, e.g. {@code 2026-02-28}.
   *
   * @param seconds since 1970-01-01 UTC; beyond the years 0 to 9999 the nearest of their days
   */
  public static String day(long seconds) {
    long day = Math.floorDiv(seconds, 86_400L);
    return LocalDate.ofEpochDay(Math.max(FIRST_DAY, Math.min(LAST_DAY, day))).toString();
  }

  /** A number without superfluous zeros, e.g. {@code 99.9} or {@code 20}. */
  public static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value).replaceAll("[.]?0+$", "");
  }
}
