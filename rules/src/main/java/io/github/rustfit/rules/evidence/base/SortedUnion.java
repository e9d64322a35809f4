package io.github.rustfit.rules.evidence.base;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/** Unions of sorted collections. */
public final class SortedUnion {

  private SortedUnion() {}

  /** An unmodifiable copy in the natural order of its keys. */
  public static <K extends Comparable<K>, V> SortedMap<K, V> copy(SortedMap<K, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /** An unmodifiable copy in natural order. */
  public static <T extends Comparable<T>> SortedSet<T> copy(SortedSet<T> set) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }

  /** Both maps; what both have is merged. */
  public static <K extends Comparable<K>, V> SortedMap<K, V> union(
      SortedMap<K, V> a, SortedMap<K, V> b, BinaryOperator<V> merge) {
    SortedMap<K, V> all = new TreeMap<>(a);
    b.forEach((key, value) -> all.merge(key, value, merge));
    return all;
  }

  /** What either set has. */
  public static <T extends Comparable<T>> SortedSet<T> union(SortedSet<T> a, SortedSet<T> b) {
    SortedSet<T> all = new TreeSet<>(a);
    all.addAll(b);
    return all;
  }

  /** The same digest names the same content; of two readings of it, the one that got further. */
  public static <V> SortedMap<String, V> furthest(
      SortedMap<String, V> a, SortedMap<String, V> b, Comparator<V> progress) {
    SortedMap<String, V> all = new TreeMap<>(a);
    b.forEach(
        (digest, summary) ->
            all.merge(
                digest, summary, (x, y) -> x.equals(y) || progress.compare(x, y) >= 0 ? x : y));
    return all;
  }
}
