package io.github.rustfit.plugin;

import java.time.LocalDate;
import java.util.Locale;

/** Histories as a test writes them by hand, a line for each build. */
final class Histories {

  private final StringBuilder lines = new StringBuilder();
  private String setup = "\"jvm\":[\"17.0.15+6\"]";
  private int number;

  /** Builds from here on were measured with this. */
  Histories with(String facts) {
    setup = facts;
    return this;
  }

  /** One build for each value of a figure of the process. */
  Histories process(String figure, double... values) {
    for (double value : values) {
      line(String.format(Locale.ROOT, "\"process\":{\"%s\":%s},\"components\":{}", figure, value));
    }
    return this;
  }

  /** One build for each CPU share of a component. */
  Histories share(String component, double... values) {
    for (double value : values) {
      line(
          String.format(
              Locale.ROOT,
              "\"process\":{},\"components\":{\"%s\":{\"cpuShare\":%s}}",
              component,
              value));
    }
    return this;
  }

  /** A build that is dated otherwise, or has no commit. */
  Histories process(String figure, double value, String commit, String date) {
    number++;
    return raw(
        String.format(
            Locale.ROOT,
            "{\"schemaVersion\":1,\"project\":\"it:shop\",\"commit\":%s,\"date\":%s,"
                + "\"inputs\":[\"%064x\"],\"runs\":1,\"setup\":{\"recordedSeconds\":60,"
                + "\"cpuSamples\":1000,\"allocationSamples\":0,\"facts\":{%s}},"
                + "\"process\":{\"%s\":%s},\"components\":{}}%n",
            commit,
            date,
            number,
            setup,
            figure,
            value));
  }

  private void line(String figures) {
    number++;
    raw(
        String.format(
            Locale.ROOT,
            "{\"schemaVersion\":1,\"project\":\"it:shop\",\"commit\":\"%s\",\"date\":\"%s\","
                + "\"inputs\":[\"%064x\"],\"runs\":1,\"setup\":{\"recordedSeconds\":60,"
                + "\"cpuSamples\":1000,\"allocationSamples\":0,\"facts\":{%s}},%s}%n",
            commit(number),
            LocalDate.of(2026, 1, 1).plusDays(number),
            number,
            setup,
            figures));
  }

  /** Something else at the end. */
  Histories raw(String text) {
    lines.append(text);
    return this;
  }

  /** Name of the commit of a build: its number, three digits thirteen times and one more. */
  static String commit(int number) {
    return String.format(Locale.ROOT, "%03d", number).repeat(13) + "f";
  }

  String text() {
    return lines.toString();
  }
}
