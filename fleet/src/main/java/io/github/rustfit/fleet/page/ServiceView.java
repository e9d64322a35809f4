package io.github.rustfit.fleet.page;

import io.github.rustfit.fleet.table.PortfolioRow;
import io.github.rustfit.fleet.table.ServiceFacts;
import io.github.rustfit.fleet.table.VersionOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A service.
 *
 * @param id of its place in the page
 * @param versions from the first to the last, at least one
 */
record ServiceView(String id, List<VersionView> versions) {

  /** Money before cores, and the most first. */
  private static final Comparator<ServiceView> BY_WORTH =
      Comparator.<ServiceView, Boolean>comparing(one -> one.latest().worth() == null)
          .thenComparing(one -> -VersionView.value(one.latest().worth()))
          .thenComparing(one -> -VersionView.value(one.latest().cores()))
          .thenComparing(ServiceView::name);

  ServiceView {
    versions = List.copyOf(versions);
  }

  /** All services, that whose change is worth most first. */
  static List<ServiceView> of(List<PortfolioRow> rows) {
    Map<Optional<String>, Map<ServiceFacts, List<PortfolioRow>>> services = new LinkedHashMap<>();
    for (PortfolioRow row : rows) {
      services
          .computeIfAbsent(
              Optional.ofNullable(row.service().service()), key -> new LinkedHashMap<>())
          .computeIfAbsent(row.service(), key -> new ArrayList<>())
          .add(row);
    }
    List<ServiceView> views = new ArrayList<>();
    for (Map<ServiceFacts, List<PortfolioRow>> byVersion : services.values()) {
      List<ServiceFacts> facts = new ArrayList<>(byVersion.keySet());
      facts.sort(VersionOrder.of(facts));
      List<VersionView> versions = new ArrayList<>();
      facts.forEach(
          one -> versions.add(new VersionView(one, byVersion.getOrDefault(one, List.of()))));
      views.add(new ServiceView("service-" + (views.size() + 1), versions));
    }
    views.sort(BY_WORTH);
    return views;
  }

  /** Its name, or that it has none. */
  String name() {
    String name = latest().facts().service();
    return name == null ? "(no service named)" : name;
  }

  /** The last version. */
  VersionView latest() {
    return versions.get(versions.size() - 1);
  }

  /** Whom it, or a part of it, belongs to. */
  SortedSet<String> teams() {
    SortedSet<String> teams = new TreeSet<>();
    String team = latest().facts().team();
    if (team != null) {
      teams.add(team);
    }
    for (PortfolioRow row : latest().components()) {
      if (row.owner() != null) {
        teams.add(row.owner());
      }
    }
    return teams;
  }
}
