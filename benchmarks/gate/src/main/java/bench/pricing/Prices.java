package bench.pricing;

import java.util.ArrayList;
import java.util.List;

/**
 * Works out what an order costs, with a list of its own for each. The latest lists are kept, so that
 * what is allocated does not depend on what the JIT compiler finds not to escape: that differs from
 * run to run, and with what other components do.
 */
public final class Prices {

  private final double[] tariff = new double[1024];
  private final List<?>[] latest = new List<?>[64];

  public Prices() {
    for (int i = 0; i < tariff.length; i++) {
      tariff[i] = 1 + Math.sin(i);
    }
  }

  /** What an order of so many parts costs. */
  public double quote(int order, int count) {
    List<Double> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double price = tariff[(order * 31 + i * 7) & 1023];
      for (int step = 0; step < 24; step++) {
        price += Math.sqrt(price + step) * 0.01;
      }
      parts.add(price);
    }
    latest[order & 63] = parts;
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    return sum;
  }
}
