package io.github.rustfit.plugin.report.text;

import io.github.rustfit.rules.evidence.trial.Gain;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Measured gains and times of calls, for people. */
public final class GainText {

  private static final MathContext THREE = new MathContext(3);

  private GainText() {}

  /** {@code 1.29× (1.21 – 1.35)}. */
  public static String of(Gain gain) {
    return factor(gain.value()) + "× (" + factor(gain.low()) + " – " + factor(gain.high()) + ")";
  }

  /** Three digits that count, as a small factor needs them as well. */
  private static String factor(double factor) {
    return BigDecimal.valueOf(factor).round(THREE).toPlainString();
  }

  /** Nanoseconds in the unit that fits. */
  public static String nanos(long nanos) {
    return nanos < 10_000
        ? nanos + " ns"
        : nanos < 10_000_000
            ? String.format(Locale.ROOT, "%.1f µs", nanos / 1e3)
            : String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
  }
}
