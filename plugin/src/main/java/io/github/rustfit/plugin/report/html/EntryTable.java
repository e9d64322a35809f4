package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.economics.RequestPrice;
import io.github.rustfit.plugin.report.json.JsonEntryPoints;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.component.ProgramEntries;
import io.github.rustfit.rules.component.ProgramEntry;
import io.github.rustfit.rules.stats.Format;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where work comes into the program, as the page shows it.
 *
 * @param assessment everything that is known
 * @param entries the entry points
 * @param price what a thousand requests cost; empty where that is not declared
 */
record EntryTable(Assessment assessment, ProgramEntries entries, Optional<RequestPrice> price) {

  /** Rows that are shown at once. */
  static final int FIRST = 10;

  /** Rows that are folded behind them; the rest is in {@code report.json}. */
  static final int FOLDED = 50;

  private static final MathContext THREE_DIGITS = new MathContext(3);

  static EntryTable of(Assessment assessment) {
    return new EntryTable(
        assessment, assessment.unattributed().entries(), RequestPrice.of(assessment.policy()));
  }

  boolean any() {
    return !entries.all().isEmpty();
  }

  List<ProgramEntry> first() {
    return part(0, FIRST);
  }

  List<ProgramEntry> folded() {
    return part(FIRST, FIRST + FOLDED);
  }

  private List<ProgramEntry> part(int from, int to) {
    int size = entries.all().size();
    return entries.all().subList(Math.min(from, size), Math.min(to, size));
  }

  /** How many the page leaves out; empty for none. */
  String more() {
    int all = entries.all().size();
    int more = all - FIRST - FOLDED;
    if (more <= 0) {
      return "";
    }
    return Format.count(more)
        + " more; "
        + (all > JsonEntryPoints.MOST
            ? "the first " + JsonEntryPoints.MOST + " are in report.json."
            : "all are in report.json.");
  }

  /** Whether any waiting is known, so that there is a column for it. */
  boolean waits() {
    return entries.waits() != ProgramEntries.Waits.NONE;
  }

  /** What the column of waiting rests on, or why there is none. */
  String waitsText() {
    String certain = "waiting that certainly delays a piece of work";
    return switch (entries.waits()) {
      case WALL_CLOCK -> "Waiting is the share of all " + certain + ", by wall clock samples.";
      case EVENTS -> "Waiting is the share of all " + certain + ", by events from a threshold on.";
      case NONE -> "Waiting by entry point is not known: no " + certain + " was recorded.";
    };
  }

  /** What is missing where stacks were cut; empty where none was. */
  String cutText() {
    return entries.cutCpu().known() && entries.cutCpu().value() > 0
        ? Show.share(entries.cutCpu())
            + " of the CPU samples are missing here: their stacks were cut before the entry point."
            + " Record with deeper stacks (JFR: -XX:FlightRecorderOptions=stackdepth=512)."
        : "";
  }

  /** What the column of prices means. */
  String priceText() {
    return price
        .map(
            one ->
                "CPU price: at the declared "
                    + Format.number(one.requestsPerSecond())
                    + " requests per second an instance's "
                    + Format.number(one.vCpus())
                    + " CPUs cost "
                    + money(one.all())
                    + " for each "
                    + Format.count(RequestPrice.REQUESTS)
                    + " requests of the process, of whatever kind and idle time included, which"
                    + " the CPU shares of the recordings divide among the entry points.")
        .orElse("");
  }

  String price(ProgramEntry one) {
    OptionalDouble part = price.map(some -> some.of(one.cpu())).orElse(OptionalDouble.empty());
    return part.isPresent() ? money(part.getAsDouble()) : Show.UNKNOWN;
  }

  private String money(double amount) {
    String digits = new BigDecimal(amount).round(THREE_DIGITS).stripTrailingZeros().toPlainString();
    return digits + " " + price.map(RequestPrice::currency).orElse("");
  }

  String rate(ProgramEntry one) {
    OptionalDouble rate = one.allocatedPerSecond(assessment.profile());
    return rate.isPresent() ? Format.bytes(rate.getAsDouble()) + "/s" : Show.UNKNOWN;
  }
}
