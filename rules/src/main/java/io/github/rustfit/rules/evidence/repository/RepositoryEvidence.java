package io.github.rustfit.rules.evidence.repository;

import io.github.rustfit.rules.evidence.base.SortedUnion;
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
 */
public record RepositoryEvidence(
    SortedMap<String, History> histories, SortedSet<OperationsFile> operations) {

  /** Nothing read: the identity of {@link #merge}. */
  public static final RepositoryEvidence EMPTY =
      new RepositoryEvidence(Collections.emptySortedMap(), Collections.emptySortedSet());

  public RepositoryEvidence {
    histories = Collections.unmodifiableSortedMap(new TreeMap<>(histories));
    operations = Collections.unmodifiableSortedSet(new TreeSet<>(operations));
  }

  /** Both together; what both have counts once. */
  public RepositoryEvidence merge(RepositoryEvidence other) {
    SortedMap<String, History> all = new TreeMap<>(histories);
    other.histories.forEach((head, history) -> all.merge(head, history, History::merge));
    return new RepositoryEvidence(all, SortedUnion.union(operations, other.operations));
  }
}
