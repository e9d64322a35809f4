package io.github.rustfit.fleet.table;

import java.io.Serializable;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something to act on in one version of a service.
 *
 * @param service null where no label says it
 * @param version null where no label says it
 * @param component where it was found
 * @param rule what found it
 * @param id the same for the same matter in the next version
 * @param level as in {@code report.json}
 * @param file null where it concerns no file
 * @param line null where it concerns none
 * @param message what was found
 * @param remedy what to do
 * @param confirmed whether a recording or log confirms it
 * @param processWide whether it concerns the process and not the component
 * @param cpu share of the CPU samples that it costs; null where that was not measured
 * @param allocation share of the allocated bytes, likewise
 * @param cost by which reports rank it, 0..1: the larger of its share of the CPU and what its bytes
 *     count by; null where neither was measured
 */
public record FindingRow(
    @Nullable String service,
    @Nullable String version,
    String component,
    String rule,
    String id,
    String level,
    @Nullable String file,
    @Nullable Long line,
    String message,
    String remedy,
    boolean confirmed,
    boolean processWide,
    @Nullable Interval cpu,
    @Nullable Interval allocation,
    @Nullable Double cost)
    implements Serializable, Comparable<FindingRow> {

  private static final long serialVersionUID = 1;

  private static final Comparator<FindingRow> ORDER =
      Comparator.<FindingRow, String>comparing(row -> text(row.service))
          .thenComparing(row -> text(row.version))
          .thenComparing(FindingRow::component)
          .thenComparing(FindingRow::rule)
          .thenComparing(FindingRow::id)
          .thenComparing(row -> text(row.file))
          .thenComparingLong(row -> row.line == null ? 0 : row.line)
          .thenComparing(FindingRow::message)
          .thenComparing(FindingRow::remedy);

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  @Override
  public int compareTo(FindingRow other) {
    return ORDER.compare(this, other);
  }
}
