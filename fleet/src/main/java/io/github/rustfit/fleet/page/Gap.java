package io.github.rustfit.fleet.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is missing.
 *
 * @param what a few words
 * @param services where, in the order of the page
 */
record Gap(String what, List<ServiceView> services) {

  /** Services that are named. */
  static final int MOST_NAMED = 10;

  Gap {
    services = List.copyOf(services);
  }

  /** All gaps of the last versions, the widest first. */
  static List<Gap> of(List<ServiceView> services) {
    SortedMap<String, List<ServiceView>> byGap = new TreeMap<>();
    for (ServiceView one : services) {
      for (String what : one.latest().facts().missing()) {
        byGap.computeIfAbsent(what, key -> new ArrayList<>()).add(one);
      }
    }
    List<Gap> gaps = new ArrayList<>();
    byGap.forEach((what, where) -> gaps.add(new Gap(what, where)));
    gaps.sort(
        Comparator.comparingInt((Gap one) -> -one.services().size()).thenComparing(Gap::what));
    return gaps;
  }

  List<ServiceView> named() {
    return services.stream().limit(MOST_NAMED).toList();
  }

  int more() {
    return Math.max(0, services.size() - MOST_NAMED);
  }
}
