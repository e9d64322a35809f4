package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.stats.Share;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Whose work CPU samples are, while they are being attributed. */
final class Ownerships {

  private final Map<String, Weight> libraries = new HashMap<>();
  private final Map<String, Weight> artifacts = new HashMap<>();
  private final Map<String, Weight> entries = new HashMap<>();
  private final Map<String, Weight> threads = new HashMap<>();
  private final ThreadSamples named;
  private final Libraries byLibrary;
  private Weight own = Weight.ZERO;
  private Weight called = Weight.ZERO;
  private Weight all = Weight.ZERO;

  Ownerships(ThreadSamples named, Libraries byLibrary) {
    this.byLibrary = byLibrary;
    this.named = named;
  }

  /**
   * Adds a CPU sample.
   *
   * @param owner depth of the frame that owns it; negative where nobody does
   */
  void add(List<Frame> stack, int owner, Weight weight) {
    all = all.merge(weight);
    if (owner == 0) {
      own = own.merge(weight);
    } else if (owner > 0) {
      called = called.merge(weight);
    } else {
      Origin origin = Origin.of(stack);
      libraries.merge(origin.library(), weight, Weight::merge);
      artifacts.merge(byLibrary.artifact(stack), weight, Weight::merge);
      entries.merge(origin.entry(), weight, Weight::merge);
      thread(stack, weight);
    }
  }

  /** Equal stacks weigh alike, whatever thread they were taken in. */
  private void thread(List<Frame> stack, Weight weight) {
    SortedMap<String, Long> groups = named.of(stack);
    long counted = groups.values().stream().mapToLong(Long::longValue).sum();
    double whole = Math.max(1, Math.max(counted, weight.samples()));
    long before = 0;
    long amount = 0;
    for (Map.Entry<String, Long> group : groups.entrySet()) {
      before += group.getValue();
      long upTo = (long) (weight.amount() * (before / whole));
      Weight part = new Weight(group.getValue(), upTo - amount, 0);
      threads.merge(group.getKey(), part, Weight::merge);
      amount = upTo;
    }
    if (weight.samples() > counted) {
      Weight rest = new Weight(weight.samples() - counted, weight.amount() - amount, 0);
      threads.merge(Ownership.UNNAMED, rest, Weight::merge);
    }
  }

  Ownership sums() {
    return new Ownership(
        share(own),
        share(called),
        largest(libraries),
        byLibrary.anyNamed() ? largest(artifacts) : List.of(),
        largest(entries),
        named.known() ? largest(threads) : List.of());
  }

  private List<LibraryShare> largest(Map<String, Weight> parts) {
    return parts.entrySet().stream()
        .map(one -> new LibraryShare(one.getKey(), share(one.getValue())))
        .sorted(
            Comparator.<LibraryShare>comparingDouble(one -> -one.share().value())
                .thenComparing(LibraryShare::name))
        .toList();
  }

  private Share share(Weight part) {
    return Share.weighted(part.amount(), all.amount(), all.effectiveSamples());
  }
}
