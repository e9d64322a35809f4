package io.github.rustfit.rules.rule;

import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.stats.Share;
import java.util.Comparator;

/**
 * Something to act on, at a place.
 *
 * @param rule id of the rule that found it
 * @param id stable name of the finding: the same for the same matter in the next build, so it
 *     carries no line number
 * @param level how serious it is
 * @param file path relative to the project's root; empty when it concerns no file
 * @param line line in it, or 0
 * @param message what was found, with figures
 * @param remedy what to do, concretely: the flag, the edit
 * @param confirmed whether a recording or log confirms it; a pattern in the source alone does not
 * @param processWide whether it concerns the whole process, whatever component it is reported of
 * @param measured what the matter was measured to cost
 */
public record Finding(
    String rule,
    String id,
    Level level,
    String file,
    int line,
    String message,
    String remedy,
    boolean confirmed,
    boolean processWide,
    Measured measured)
    implements Comparable<Finding> {

  /**
   * What a finding was measured to cost.
   *
   * @param cpu share of all CPU samples; unknown when that was not measured
   * @param allocation share of all allocated bytes; unknown when not measured
   * @param collected what these bytes cost: their share of what the collector takes of the CPU, and
   *     in full where pauses are visible; unknown where what it takes is
   * @param waitedNanos time that threads waited because of it, added up; 0 when none was measured
   */
  public record Measured(Share cpu, Share allocation, Share collected, long waitedNanos) {

    /** Nothing was measured. */
    public static final Measured NOTHING =
        new Measured(Share.UNKNOWN, Share.UNKNOWN, Share.UNKNOWN, 0);
  }

  private static final Comparator<Share> BY_SHARE =
      Comparator.comparingDouble(Share::value)
          .thenComparingDouble(Share::low)
          .thenComparingLong(Share::samples);

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::level)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::id)
          .thenComparing(Finding::file)
          .thenComparingInt(Finding::line)
          .thenComparing(Finding::message)
          .thenComparing(Finding::remedy)
          .thenComparing(Finding::confirmed)
          .thenComparing(Finding::processWide)
          .thenComparing(Finding::cpu, BY_SHARE)
          .thenComparing(Finding::allocation, BY_SHARE)
          .thenComparingLong(Finding::waitedNanos);

  /** What costs most first; what was not measured last, by its level. */
  public static final Comparator<Finding> BY_COST =
      Comparator.<Finding>comparingDouble(finding -> -finding.cost())
          .thenComparing(finding -> -finding.waitedNanos())
          .thenComparing(ORDER);

  public Finding {
    if (message.isBlank() || remedy.isBlank()) {
      throw new IllegalArgumentException("a finding needs a message and a remedy: " + id);
    }
  }

  /** Share of all CPU samples that the matter costs; see {@link Measured}. */
  public Share cpu() {
    return measured.cpu;
  }

  /** Share of all allocated bytes that the matter costs; see {@link Measured}. */
  public Share allocation() {
    return measured.allocation;
  }

  /** Time that threads waited because of it, in nanoseconds; see {@link Measured}. */
  public long waitedNanos() {
    return measured.waitedNanos;
  }

  /** The same as a matter of the whole process. */
  public Finding ofProcess() {
    return with(true, measured);
  }

  /** The same with what it was measured to cost, of all CPU samples and of all allocated bytes. */
  public Finding costing(Share ofCpu, Share ofAllocation) {
    return costing(ofCpu, ofAllocation, Share.UNKNOWN);
  }

  /** The same, with what the collector takes for these bytes. */
  public Finding costing(Share ofCpu, Share ofAllocation, Share collected) {
    return with(processWide, new Measured(ofCpu, ofAllocation, collected, measured.waitedNanos));
  }

  /** The same with the time that threads were measured to wait because of it. */
  public Finding waiting(long nanos) {
    return with(
        processWide, new Measured(measured.cpu, measured.allocation, measured.collected, nanos));
  }

  private Finding with(boolean wide, Measured costs) {
    return new Finding(rule, id, level, file, line, message, remedy, confirmed, wide, costs);
  }

  /**
   * The larger of the two shares, 0..1; 0 when neither was measured. Bytes count by what the
   * collector takes for them, and in full where that is unknown.
   */
  public double cost() {
    Share bytes = measured.collected.known() ? measured.collected : measured.allocation;
    return Math.max(cpu().value(), bytes.value());
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
