package calibration.report;

import calibration.Kernel;
import calibration.Lcg;

/** Lines of a report with padded columns, by format strings. */
public final class Report implements Kernel {

  private final int[] units = new int[1500];
  private final double[] shares = new double[units.length];

  /** Makes the figures. */
  public Report() {
    Lcg random = new Lcg(73);
    for (int i = 0; i < units.length; i++) {
      units[i] = random.below(100_000);
      shares[i] = random.below(4000) / 4.0;
    }
  }

  @Override
  public long run() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < units.length; i++) {
      out.append(
          String.format(
              java.util.Locale.ROOT, "%-12s|%8d|%10.2f|%04x%n", "item-" + i, units[i], shares[i], i));
    }
    long sum = out.length();
    for (int i = 0; i < out.length(); i += 61) {
      sum = sum * 31 + out.charAt(i);
    }
    return sum;
  }
}
