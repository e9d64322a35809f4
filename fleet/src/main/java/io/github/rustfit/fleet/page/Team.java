package io.github.rustfit.fleet.page;

import io.github.rustfit.fleet.table.Interval;
import io.github.rustfit.fleet.table.PortfolioRow;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to one team: components by their owners, those without one by the label of their
 * service.
 *
 * @param name empty for what nobody is known to own
 * @param services of how many services it owns something
 * @param verdicts how many components there are of each verdict
 * @param cores what changes would free, in one process of each service; null where unknown
 * @param worth what they are worth a year; null where unknown
 */
record Team(
    String name,
    int services,
    Map<Verdict, Long> verdicts,
    @Nullable Interval cores,
    @Nullable Interval worth) {

  /** All teams, that with the most to gain first. */
  static List<Team> of(List<ServiceView> services) {
    SortedMap<String, List<PortfolioRow>> byTeam = new TreeMap<>();
    for (ServiceView one : services) {
      for (PortfolioRow row : one.latest().components()) {
        String owner = row.owner() != null ? row.owner() : row.service().team();
        byTeam.computeIfAbsent(owner == null ? "" : owner, key -> new ArrayList<>()).add(row);
      }
    }
    List<Team> teams = new ArrayList<>();
    byTeam.forEach((name, rows) -> teams.add(of(name, rows)));
    teams.sort(
        Comparator.comparing((Team one) -> one.worth() == null)
            .thenComparing(one -> -VersionView.value(one.worth()))
            .thenComparing(one -> -VersionView.value(one.cores()))
            .thenComparing(Team::name));
    return teams;
  }

  private static Team of(String name, List<PortfolioRow> rows) {
    Set<String> services = new HashSet<>();
    Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    Interval cores = null;
    Interval worth = null;
    for (PortfolioRow row : rows) {
      services.add(String.valueOf(row.service().service()));
      VersionView.verdict(row).ifPresent(one -> verdicts.merge(one, 1L, Long::sum));
      cores = Interval.sum(cores, row.removableCores());
      worth = Interval.sum(worth, row.worthPerYear());
    }
    return new Team(name, services.size(), verdicts, cores, worth);
  }
}
