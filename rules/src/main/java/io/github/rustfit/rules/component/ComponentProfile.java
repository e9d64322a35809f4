package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.stats.Share;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The samples of one component while they are being attributed. */
final class ComponentProfile {

  private record Site(Place place, String type) {}

  private final Map<SampleKind, Weight> owned = new EnumMap<>(SampleKind.class);
  private final Map<SampleKind, Weight> cut = new EnumMap<>(SampleKind.class);
  private boolean virtual;
  private final Map<Place, Weight> selfByLine = new HashMap<>();
  private final Map<Place, Weight> totalByMethod = new HashMap<>();
  private final Map<Site, Weight> allocated = new HashMap<>();
  private final Crossings crossings = new Crossings();
  private final Passages passages = new Passages();
  private final Works works = new Works();

  void own(SampleKey key, Weight weight, Place place) {
    owned.merge(key.kind(), weight, Weight::merge);
    if (Stacks.cut(key)) {
      cut.merge(key.kind(), weight, Weight::merge);
    }
    virtual |= Stacks.virtual(key);
    if (key.kind() == SampleKind.CPU) {
      selfByLine.merge(place, weight, Weight::merge);
    } else if (key.kind() == SampleKind.ALLOCATION) {
      allocated.merge(new Site(place, key.type()), weight, Weight::merge);
    }
  }

  void onStack(Place place, Weight weight) {
    totalByMethod.merge(place.ofMethod(), weight, Weight::merge);
  }

  Crossings crossings() {
    return crossings;
  }

  Passages passages() {
    return passages;
  }

  Works works() {
    return works;
  }

  Weight owned(SampleKind kind) {
    return owned.getOrDefault(kind, Weight.ZERO);
  }

  /** Those of them whose stacks were cut. */
  Weight cut(SampleKind kind) {
    return cut.getOrDefault(kind, Weight.ZERO);
  }

  /** Whether any of it ran in a virtual thread. */
  boolean virtual() {
    return virtual;
  }

  Share resolved() {
    long fits = 0;
    long all = 0;
    for (Map.Entry<Place, Weight> line : selfByLine.entrySet()) {
      all += line.getValue().samples();
      fits += line.getKey().resolved() ? line.getValue().samples() : 0;
    }
    return Share.wilson(fits, all);
  }

  List<HotMethod> hotMethods(Weight all) {
    Map<Place, Weight> self = new HashMap<>();
    Map<Place, Map.Entry<Place, Weight>> hottest = new HashMap<>();
    selfByLine.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Place, Weight>>comparingLong(line -> -line.getValue().amount())
                .thenComparing(Map.Entry::getKey))
        .forEach(
            line -> {
              Place method = line.getKey().ofMethod();
              self.merge(method, line.getValue(), Weight::merge);
              hottest.putIfAbsent(method, line);
            });
    return hottest.entrySet().stream()
        .map(
            method ->
                new HotMethod(
                    method.getValue().getKey(),
                    shareOf(self.getOrDefault(method.getKey(), Weight.ZERO), all),
                    shareOf(totalByMethod.getOrDefault(method.getKey(), Weight.ZERO), all).value()))
        .sorted(
            Comparator.<HotMethod>comparingDouble(method -> -method.self().value())
                .thenComparing(HotMethod::place))
        .toList();
  }

  List<AllocationSite> allocationSites(Weight all) {
    return allocated.entrySet().stream()
        .map(
            site ->
                new AllocationSite(
                    site.getKey().place(),
                    site.getKey().type(),
                    site.getValue().amount(),
                    shareOf(site.getValue(), all)))
        .sorted(
            Comparator.<AllocationSite>comparingLong(site -> -site.bytes())
                .thenComparing(AllocationSite::place)
                .thenComparing(AllocationSite::type))
        .toList();
  }

  private static Share shareOf(Weight part, Weight all) {
    return Share.weighted(part.amount(), all.amount(), all.effectiveSamples());
  }
}
