package io.github.rustfit.fleet.table;

import java.io.Serializable;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One component of one version of a service. Null is unknown, never nothing.
 *
 * @param service the service as a whole
 * @param component its name; null where no component is known
 * @param owner whom it belongs to
 * @param linesOfCode lines of shipped code
 * @param verdict as in {@code report.json}; null without a component
 * @param gate the gate that decided, {@code G0} to {@code G5}; null where none did alone
 * @param cpu share of the CPU samples
 * @param allocation share of the allocated bytes
 * @param finding what was measured to cost most in it
 * @param removable share of the CPU that a change would take away
 * @param removableBy {@code fix} for the finding that takes most of the CPU, as if all of it could
 *     go; {@code port} for the estimate of a port
 * @param saving what a port saves on machines a year, from pessimistic to optimistic
 */
public record PortfolioRow(
    ServiceFacts service,
    @Nullable String component,
    @Nullable String owner,
    @Nullable Long linesOfCode,
    @Nullable String verdict,
    @Nullable String gate,
    @Nullable Interval cpu,
    @Nullable Interval allocation,
    @Nullable FindingRow finding,
    @Nullable Interval removable,
    @Nullable String removableBy,
    @Nullable Interval saving)
    implements Serializable, Comparable<PortfolioRow> {

  private static final long serialVersionUID = 1;

  private static final Comparator<PortfolioRow> ORDER =
      Comparator.<PortfolioRow, String>comparing(row -> text(row.service.service()))
          .thenComparing(row -> text(row.service.version()))
          .thenComparing(row -> text(row.component));

  /** The row of a service of which no component is known. */
  public static PortfolioRow withoutComponents(ServiceFacts service) {
    return new PortfolioRow(
        service, null, null, null, null, null, null, null, null, null, null, null);
  }

  /** Cores that a change would free in one process. */
  public @Nullable Interval removableCores() {
    return Interval.times(removable, service.process().cpuCores());
  }

  /**
   * What a change is worth a year: its share of what the CPUs cost, as if machines followed the CPU
   * time.
   */
  public @Nullable Interval worthPerYear() {
    return Interval.times(removable, service.money().cpuPerYear());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  @Override
  public int compareTo(PortfolioRow other) {
    return ORDER.compare(this, other);
  }
}
