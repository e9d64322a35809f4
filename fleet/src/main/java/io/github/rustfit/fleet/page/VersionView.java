package io.github.rustfit.fleet.page;

import io.github.rustfit.fleet.table.Interval;
import io.github.rustfit.fleet.table.PortfolioRow;
import io.github.rustfit.fleet.table.ServiceFacts;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a service.
 *
 * @param facts what is known of it
 * @param components its components, that which takes most of the CPU first; empty where none is
 *     known
 */
record VersionView(ServiceFacts facts, List<PortfolioRow> components) {

  VersionView {
    components =
        components.stream()
            .filter(row -> row.component() != null)
            .sorted(
                Comparator.<PortfolioRow>comparingDouble(row -> -value(row.cpu()))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
  }

  static double value(@Nullable Interval interval) {
    return interval == null ? 0 : interval.value();
  }

  /** Cores that changes would free in one process. */
  @Nullable Interval cores() {
    Interval sum = null;
    for (PortfolioRow row : components) {
      sum = Interval.sum(sum, row.removableCores());
    }
    return sum;
  }

  /** What changes are worth a year. */
  @Nullable Interval worth() {
    Interval sum = null;
    for (PortfolioRow row : components) {
      sum = Interval.sum(sum, row.worthPerYear());
    }
    return sum;
  }

  /** Whether CPU shares are known, and nothing was found that could go. */
  boolean nothingFound() {
    return components.stream().anyMatch(row -> row.cpu() != null) && first().isEmpty();
  }

  /** The component whose change is worth most. */
  Optional<PortfolioRow> first() {
    return components.stream()
        .filter(row -> row.removable() != null)
        .max(
            Comparator.<PortfolioRow>comparingDouble(row -> value(row.removable()))
                .thenComparing(Comparator.reverseOrder()));
  }

  /** The component that takes most of the CPU. */
  Optional<PortfolioRow> hottest() {
    return components.stream().filter(row -> row.cpu() != null).findFirst();
  }

  /** How many components there are of each verdict that any has. */
  Map<Verdict, Long> verdicts() {
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    components.forEach(row -> verdict(row).ifPresent(one -> counts.merge(one, 1L, Long::sum)));
    return counts;
  }

  static Optional<Verdict> verdict(PortfolioRow row) {
    return Optional.ofNullable(row.verdict()).flatMap(Verdict::byId);
  }
}
