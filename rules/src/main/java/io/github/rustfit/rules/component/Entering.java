package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.stats.Share;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What comes in at the program's entry points, while samples are being attributed. */
final class Entering {

  private static final Comparator<ProgramEntry> LARGEST =
      Comparator.<ProgramEntry>comparingDouble(one -> -one.cpu().value())
          .thenComparingLong(one -> -one.allocatedBytes())
          .thenComparingDouble(one -> -one.waiting().value())
          .thenComparing(ProgramEntry::id);

  /** What is told apart; a method of a class has one name in the report whatever its overloads. */
  private record Key(EntryKind kind, String className, String method) {}

  private static final class Sums {
    private final Map<Place, Long> places = new HashMap<>();
    private final Map<String, Long> callers = new HashMap<>();
    private final Map<SampleKind, Weight> ran = new HashMap<>();
    private Weight byWallClock = Weight.ZERO;
    private Weight byEvents = Weight.ZERO;

    private Weight of(SampleKind kind) {
      return ran.getOrDefault(kind, Weight.ZERO);
    }
  }

  private final Owners owners;
  private final EntryFinder finder;
  private final Map<Key, Sums> sums = new HashMap<>();
  private final Sums cut = new Sums();

  Entering(Owners owners) {
    this.owners = owners;
    this.finder = new EntryFinder(owners);
  }

  /**
   * Adds a sample.
   *
   * @param owner depth of the leaf-most application frame
   * @param waits whether it is of waiting that certainly delays a piece of work
   */
  void add(SampleKey key, Weight weight, int owner, boolean waits) {
    boolean runs = key.kind() == SampleKind.CPU || key.kind() == SampleKind.ALLOCATION;
    if (!runs && !waits) {
      return;
    }
    Optional<EntryFinder.Found> found = finder.find(key, owner);
    Sums of = found.map(one -> entered(key, weight, one)).orElse(cut);
    if (runs) {
      of.ran.merge(key.kind(), weight, Weight::merge);
    } else if (key.kind() == SampleKind.WALL) {
      of.byWallClock = of.byWallClock.merge(weight);
    } else {
      of.byEvents = of.byEvents.merge(weight);
    }
  }

  private Sums entered(SampleKey key, Weight weight, EntryFinder.Found found) {
    Place place = owners.written(key.stack(), found.depth());
    Sums of =
        sums.computeIfAbsent(
            new Key(found.kind(), place.className(), place.method()), one -> new Sums());
    of.places.merge(place, weight.samples(), Long::sum);
    of.callers.merge(found.caller(), weight.samples(), Long::sum);
    return of;
  }

  /**
   * The sums.
   *
   * @param cpu all CPU samples; empty when not recorded
   * @param allocation all allocated bytes; empty when not recorded
   */
  ProgramEntries sums(Optional<Weight> cpu, Optional<Weight> allocation) {
    Weight wall = cut.byWallClock;
    Weight events = cut.byEvents;
    for (Sums one : sums.values()) {
      wall = wall.merge(one.byWallClock);
      events = events.merge(one.byEvents);
    }
    boolean byWall = wall.amount() > 0;
    Weight waits = byWall ? wall : events;
    List<ProgramEntry> all =
        sums.entrySet().stream()
            .map(
                one ->
                    new ProgramEntry(
                        one.getKey().kind(),
                        most(one.getValue().places),
                        most(one.getValue().callers),
                        share(one.getValue().of(SampleKind.CPU), cpu),
                        share(one.getValue().of(SampleKind.ALLOCATION), allocation),
                        one.getValue().of(SampleKind.ALLOCATION).amount(),
                        share(
                            byWall ? one.getValue().byWallClock : one.getValue().byEvents,
                            Optional.of(waits))))
            .sorted(LARGEST)
            .toList();
    return new ProgramEntries(
        all,
        share(cut.of(SampleKind.CPU), cpu),
        waits.amount() == 0
            ? ProgramEntries.Waits.NONE
            : byWall ? ProgramEntries.Waits.WALL_CLOCK : ProgramEntries.Waits.EVENTS);
  }

  private static <T extends Comparable<T>> T most(Map<T, Long> counts) {
    return Collections.max(
            counts.entrySet(),
            Map.Entry.<T, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .getKey();
  }

  private static Share share(Weight part, Optional<Weight> all) {
    return all.map(whole -> Share.weighted(part.amount(), whole.amount(), whole.effectiveSamples()))
        .orElse(Share.UNKNOWN);
  }
}
