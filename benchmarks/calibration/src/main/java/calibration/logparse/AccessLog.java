package calibration.logparse;

import calibration.Kernel;
import calibration.Lcg;

/** Sums bytes and times of the lines of an access log by status. */
public final class AccessLog implements Kernel {

  private static final String[] PATHS = {"/", "/cart", "/item/17", "/search?q=rust", "/api/v1/me"};
  private static final int[] STATUS = {200, 200, 200, 304, 404, 500};

  private final String log;

  /** Makes the log. */
  public AccessLog() {
    Lcg random = new Lcg(19);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 4000; i++) {
      lines
          .append("10.0.").append(random.below(256)).append('.').append(random.below(256))
          .append(" GET ").append(PATHS[random.below(5)])
          .append(' ').append(STATUS[random.below(6)])
          .append(' ').append(random.below(100_000))
          .append(' ').append(random.below(900)).append('.').append(random.below(10))
          .append('\n');
    }
    log = lines.toString();
  }

  @Override
  public long run() {
    long[] bytes = new long[6];
    double millis = 0;
    for (String line : log.split("\n")) {
      String[] fields = line.split(" ");
      int status = Integer.parseInt(fields[3]);
      bytes[status / 100] += Long.parseLong(fields[4]);
      if (fields[2].startsWith("/api")) {
        millis += Double.parseDouble(fields[5]);
      }
    }
    long sum = (long) (millis * 10 + 0.5);
    for (long one : bytes) {
      sum = sum * 31 + one;
    }
    return sum;
  }
}
