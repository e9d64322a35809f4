package io.github.rustfit.rules.evidence.tuning;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The code that a tuning ran: the files that took most of the CPU by the recordings of that time,
 * so that later reports can tell whether it is still the same program.
 *
 * @param sources digest of the Java code in each, by path relative to the project's root; empty
 *     where nothing was recorded
 * @param changed those of them whose code is another since, or which are gone
 */
public record TunedCode(SortedMap<String, String> sources, SortedSet<String> changed) {

  /** Nobody knows which. */
  public static final TunedCode UNKNOWN =
      new TunedCode(Collections.emptySortedMap(), Collections.emptySortedSet());

  public TunedCode {
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    changed = Collections.unmodifiableSortedSet(new TreeSet<>(changed));
  }

  /** Whether it is known which code ran. */
  public boolean known() {
    return !sources.isEmpty();
  }
}
