package io.github.rustfit.fleet.page;

import io.github.rustfit.fleet.table.FindingRow;
import io.github.rustfit.fleet.table.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was found in several services.
 *
 * @param rule what found it
 * @param services in how many
 * @param places how many findings that are
 * @param shares smallest, middle and largest share of the CPU of those that were measured; null
 *     where none was
 * @param cores what they take together, of one process of each service; null where unknown
 * @param example the costliest one
 */
record Recurring(
    String rule,
    int services,
    int places,
    @Nullable Interval shares,
    @Nullable Double cores,
    FindingRow example) {

  /** From this many services on it recurs. */
  private static final int SEVERAL = 2;

  private static final Comparator<FindingRow> BY_COST =
      Comparator.<FindingRow>comparingDouble(row -> row.cost() == null ? -1 : row.cost())
          .thenComparing(Comparator.reverseOrder());

  /** What recurs in the last versions of services, what is found in most of them first. */
  static List<Recurring> of(List<ServiceView> services, List<FindingRow> findings) {
    Map<List<Optional<String>>, VersionView> latest = new HashMap<>();
    for (ServiceView one : services) {
      latest.put(key(one.latest().facts().service(), one.latest().facts().version()), one.latest());
    }
    SortedMap<String, List<FindingRow>> byRule = new TreeMap<>();
    for (FindingRow row : findings) {
      if (latest.containsKey(key(row.service(), row.version()))) {
        byRule.computeIfAbsent(row.rule(), rule -> new ArrayList<>()).add(row);
      }
    }
    List<Recurring> all = new ArrayList<>();
    byRule.forEach((rule, rows) -> all.add(of(rule, rows, latest)));
    all.removeIf(one -> one.services() < SEVERAL);
    all.sort(
        Comparator.comparingInt((Recurring one) -> -one.services())
            .thenComparingDouble(one -> one.cores() == null ? 0 : -one.cores())
            .thenComparing(Recurring::rule));
    return all;
  }

  private static List<Optional<String>> key(@Nullable String service, @Nullable String version) {
    return List.of(Optional.ofNullable(service), Optional.ofNullable(version));
  }

  private static Recurring of(
      String rule, List<FindingRow> rows, Map<List<Optional<String>>, VersionView> latest) {
    TreeSet<String> services = new TreeSet<>();
    List<Double> shares = new ArrayList<>();
    Double cores = null;
    for (FindingRow row : rows) {
      services.add(row.service() == null ? "" : row.service());
      Interval cpu = row.cpu();
      if (cpu == null) {
        continue;
      }
      shares.add(cpu.value());
      VersionView version = latest.get(key(row.service(), row.version()));
      Double busy = version == null ? null : version.facts().process().cpuCores();
      if (busy != null) {
        cores = (cores == null ? 0 : cores) + cpu.value() * busy;
      }
    }
    shares.sort(null);
    Interval range =
        shares.isEmpty()
            ? null
            : new Interval(
                shares.get(shares.size() / 2), shares.get(0), shares.get(shares.size() - 1));
    FindingRow example = rows.stream().max(BY_COST).orElseThrow();
    return new Recurring(rule, services.size(), rows.size(), range, cores, example);
  }
}
