package io.github.rustfit.rules.evidence.repository;

import io.github.rustfit.rules.evidence.base.SortedUnion;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.evidence.tuning.Tuning;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the repository says beside its Java source.
 *
 * @param histories history of each repository, by the id of the commit it ends at
 * @param operations one entry for each file that says how the program is built and run
 * @param trials what was measured of ports that were tried
 * @param tunings what was measured of other JVMs and options
 */
public record RepositoryEvidence(
    SortedMap<String, History> histories,
    SortedSet<OperationsFile> operations,
    SortedSet<Trial> trials,
    SortedSet<Tuning> tunings) {

  /** Nothing read: the identity of {@link #merge}. */
  public static final RepositoryEvidence EMPTY =
      new RepositoryEvidence(
          Collections.emptySortedMap(),
          Collections.emptySortedSet(),
          Collections.emptySortedSet(),
          Collections.emptySortedSet());

  public RepositoryEvidence {
    histories = Collections.unmodifiableSortedMap(new TreeMap<>(histories));
    operations = Collections.unmodifiableSortedSet(new TreeSet<>(operations));
    trials = Collections.unmodifiableSortedSet(new TreeSet<>(trials));
    tunings = Collections.unmodifiableSortedSet(new TreeSet<>(tunings));
  }

  /** Histories only. */
  public static RepositoryEvidence of(SortedMap<String, History> histories) {
    return new RepositoryEvidence(histories, EMPTY.operations, EMPTY.trials, EMPTY.tunings);
  }

  /** Trials only. */
  public static RepositoryEvidence of(SortedSet<Trial> trials) {
    return new RepositoryEvidence(EMPTY.histories, EMPTY.operations, trials, EMPTY.tunings);
  }

  /** The same with these files that say how the program is built and run. */
  public RepositoryEvidence with(SortedSet<OperationsFile> files) {
    return new RepositoryEvidence(histories, files, trials, tunings);
  }

  /** The same with what was measured of other JVMs and options. */
  public RepositoryEvidence tuned(SortedSet<Tuning> measured) {
    return new RepositoryEvidence(histories, operations, trials, measured);
  }

  /** Both together; what both have counts once. */
  public RepositoryEvidence merge(RepositoryEvidence other) {
    SortedMap<String, History> all = new TreeMap<>(histories);
    other.histories.forEach((head, history) -> all.merge(head, history, History::merge));
    return new RepositoryEvidence(
        all,
        SortedUnion.union(operations, other.operations),
        SortedUnion.union(trials, other.trials),
        SortedUnion.union(tunings, other.tunings));
  }
}
