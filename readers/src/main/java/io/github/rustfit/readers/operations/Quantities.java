package io.github.rustfit.readers.operations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of memory and CPU in the notations of Kubernetes, Compose and the JVM. */
final class Quantities {

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,9})?|\\.[0-9]{1,9})([A-Za-z]{0,2})");

  private static final Pattern EXPONENT =
      Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)[eE]([0-9]{1,2})");

  /**
   * Kubernetes: <a
   * href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>.
   */
  private static final Map<String, BigDecimal> KUBERNETES =
      Map.ofEntries(
          Map.entry("", BigDecimal.ONE),
          Map.entry("m", new BigDecimal("0.001")),
          Map.entry("k", power(10, 3)),
          Map.entry("M", power(10, 6)),
          Map.entry("G", power(10, 9)),
          Map.entry("T", power(10, 12)),
          Map.entry("P", power(10, 15)),
          Map.entry("E", power(10, 18)),
          Map.entry("Ki", power(2, 10)),
          Map.entry("Mi", power(2, 20)),
          Map.entry("Gi", power(2, 30)),
          Map.entry("Ti", power(2, 40)),
          Map.entry("Pi", power(2, 50)),
          Map.entry("Ei", power(2, 60)));

  /** Compose and the JVM: powers of 1,024, in any case of letters. */
  private static final Map<String, BigDecimal> BINARY =
      Map.of(
          "", BigDecimal.ONE,
          "b", BigDecimal.ONE,
          "k", power(2, 10),
          "kb", power(2, 10),
          "m", power(2, 20),
          "mb", power(2, 20),
          "g", power(2, 30),
          "gb", power(2, 30),
          "t", power(2, 40));

  private Quantities() {}

  /** Bytes, as Kubernetes writes them. */
  static OptionalLong kubernetesBytes(String text) {
    return amount(text, KUBERNETES, BigDecimal.ONE);
  }

  /** Thousandths of a CPU, as Kubernetes and Compose write CPUs. */
  static OptionalLong milliCpus(String text) {
    return amount(text, KUBERNETES, power(10, 3));
  }

  /** Bytes, as Compose and the JVM write them. */
  static OptionalLong bytes(String text) {
    return amount(text.toLowerCase(Locale.ROOT), BINARY, BigDecimal.ONE);
  }

  private static OptionalLong amount(String text, Map<String, BigDecimal> units, BigDecimal scale) {
    Matcher exponent = EXPONENT.matcher(text);
    if (exponent.matches()) {
      return whole(
          new BigDecimal(exponent.group(1))
              .scaleByPowerOfTen(Integer.parseInt(exponent.group(2)))
              .multiply(scale));
    }
    Matcher form = FORM.matcher(text);
    BigDecimal unit = form.matches() ? units.get(form.group(2)) : null;
    return unit == null
        ? OptionalLong.empty()
        : whole(new BigDecimal(form.group(1)).multiply(unit).multiply(scale));
  }

  private static OptionalLong whole(BigDecimal amount) {
    BigDecimal rounded = amount.setScale(0, RoundingMode.CEILING);
    return rounded.toBigInteger().bitLength() < Long.SIZE
        ? OptionalLong.of(rounded.longValueExact())
        : OptionalLong.empty();
  }

  private static BigDecimal power(int base, int exponent) {
    return BigDecimal.valueOf(base).pow(exponent);
  }
}
