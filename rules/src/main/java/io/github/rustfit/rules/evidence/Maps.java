package io.github.rustfit.rules.evidence;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/** Unions of sorted collections. */
final class Maps {

  private Maps() {}

  static <K extends Comparable<K>, V> SortedMap<K, V> copy(SortedMap<K, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  static <T extends Comparable<T>> SortedSet<T> copy(SortedSet<T> set) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }

  static <K extends Comparable<K>, V> SortedMap<K, V> union(
      SortedMap<K, V> a, SortedMap<K, V> b, BinaryOperator<V> merge) {
    SortedMap<K, V> all = new TreeMap<>(a);
    b.forEach((key, value) -> all.merge(key, value, merge));
    return all;
  }

  static <T extends Comparable<T>> SortedSet<T> union(SortedSet<T> a, SortedSet<T> b) {
    SortedSet<T> all = new TreeSet<>(a);
    all.addAll(b);
    return all;
  }
}
