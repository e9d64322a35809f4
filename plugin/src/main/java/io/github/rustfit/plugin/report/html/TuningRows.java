package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.plugin.report.text.GainText;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.plugin.report.text.TuningWords;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration;
import io.github.rustfit.rules.evidence.tuning.Tuning;
import io.github.rustfit.rules.evidence.tuning.TuningCost;
import io.github.rustfit.rules.stats.Format;
import java.util.List;
import java.util.stream.Stream;

/** A measured tuning, as the page shows it. */
public final class TuningRows {

  /** What takes more than this many times the present one fills its bar. */
  private static final double WIDEST = 2;

  private static final int MOST = 60;

  private final Tuning tuning;

  private TuningRows(Tuning tuning) {
    this.tuning = tuning;
  }

  /**
   * A configuration.
   *
   * @param name what it is called
   * @param jdk its JDK
   * @param options its options
   * @param why what made it worth a try; empty for the present one
   * @param part of the widest bar, 0..1
   * @param ratio what it takes beside the present one; empty if unknown
   * @param result what the comparison says
   * @param said why it failed or is out; empty otherwise
   * @param costs in the order of {@link TuningRows#columns}
   */
  public record Row(
      String name,
      String jdk,
      List<String> options,
      String why,
      double part,
      String ratio,
      String result,
      String said,
      List<String> costs) {}

  /** All of a report. */
  public static List<TuningRows> of(Assessment assessment) {
    return assessment.repository().tunings().stream().map(TuningRows::new).toList();
  }

  /** What was to be little. */
  public String aim() {
    return tuning.aim().text();
  }

  /** Titles of what each was seen to take; first what counted, where no other has it. */
  public List<String> columns() {
    List<String> all = List.of("CPU", "By the clock", "Memory", "Longest pause");
    return switch (tuning.aim()) {
      case LATENCY -> with("Latency", all);
      case START_UP -> with("Of use after", all);
      case CPU, TIME, MEMORY, PAUSES -> all;
    };
  }

  private static List<String> with(String first, List<String> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }

  /** What follows. */
  public String conclusion() {
    return String.join(" ", TuningWords.conclusion(tuning));
  }

  /** On what and how it was measured. */
  public String where() {
    String cpu = tuning.machine().cpu().isEmpty() ? "" : tuning.machine().cpu() + ", ";
    return tuning.day()
        + " on "
        + cpu
        + tuning.machine().system()
        + ", "
        + tuning.machine().processors()
        + (tuning.machine().processors() == 1 ? " processor" : " processors")
        + ", "
        + tuning.noise().rounds()
        + " rounds, by: "
        + tuning.command();
  }

  /** The first rows, the present one first. */
  public List<Row> rows() {
    return tuning.configurations().stream().limit(MOST).map(this::row).toList();
  }

  /** What is said of rows that are not shown; empty if all are. */
  public String leftOut() {
    int more = tuning.configurations().size() - MOST;
    return more <= 0 ? "" : more + " more are in report.json.";
  }

  private Row row(TunedConfiguration one) {
    TuningCost cost = one.cost();
    boolean present = one.result() == TunedConfiguration.Result.PRESENT;
    double ratio = present ? 1 : one.gain().map(gain -> 1 / gain.value()).orElse(0.0);
    return new Row(
        one.name(),
        one.needsJvm() ? "JDK " + one.jdk() : "no JVM",
        one.options(),
        one.why(),
        Math.min(1, ratio / WIDEST),
        present ? "1" : one.gain().map(TuningWords::ratio).orElse(""),
        TuningWords.word(one.result()),
        one.said(),
        costs(cost, !one.collector().isEmpty()));
  }

  /**
   * What it was seen to take.
   *
   * @param told whether a log told of pauses
   */
  private List<String> costs(TuningCost cost, boolean told) {
    List<String> all =
        List.of(
            time(cost.cpuNanos()),
            time(cost.wallNanos()),
            cost.residentBytes() == 0 ? Show.UNKNOWN : Format.bytes(cost.residentBytes()),
            told && cost.runs() > 0 && cost.longestPauseNanos() == 0
                ? "none"
                : time(cost.longestPauseNanos()));
    return switch (tuning.aim()) {
      case LATENCY ->
          with(
              cost.latencyMicros() == 0 ? Show.UNKNOWN : Format.millis(cost.latencyMicros() / 1e3),
              all);
      case START_UP -> with(time(cost.startUpNanos()), all);
      case CPU, TIME, MEMORY, PAUSES -> all;
    };
  }

  private static String time(long nanos) {
    return nanos == 0 ? Show.UNKNOWN : GainText.nanos(nanos);
  }
}
