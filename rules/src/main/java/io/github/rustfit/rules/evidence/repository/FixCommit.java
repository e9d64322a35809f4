package io.github.rustfit.rules.evidence.repository;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A commit whose subject, or a line of its message such as {@code Fixes #12}, says that it fixes
 * something.
 *
 * @param id the first 12 or more digits of its id, lower-case hexadecimal
 * @param seconds when it was committed, in seconds since 1970-01-01 UTC
 * @param classes what was wrong, as far as its subject says or its changed lines show
 */
public record FixCommit(String id, long seconds, SortedSet<FixClass> classes)
    implements Comparable<FixCommit> {

  private static final Comparator<FixCommit> NEWEST_FIRST =
      Comparator.comparingLong(FixCommit::seconds)
          .reversed()
          .thenComparing(FixCommit::id)
          .thenComparing(fix -> fix.classes().toString());

  public FixCommit {
    classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
    if (id.length() < 12) {
      throw new IllegalArgumentException("too short to name a commit: '" + id + "'");
    }
  }

  @Override
  public int compareTo(FixCommit other) {
    return NEWEST_FIRST.compare(this, other);
  }
}
