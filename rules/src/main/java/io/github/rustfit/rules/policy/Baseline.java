package io.github.rustfit.rules.policy;

import io.github.rustfit.rules.builds.BuildSetup;
import io.github.rustfit.rules.stats.MeasuredValue;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was accepted at a time: the violations and findings of then, and every figure, so that a
 * later one can be told from noise.
 *
 * @param project {@code groupId:artifactId} of the project it was written for
 * @param accepted what does not fail a build while it does not get worse
 * @param figures every figure of then, by the id that its violation would have
 * @param setup what they were measured with, as {@link BuildSetup#facts()}; empty when unknown
 */
public record Baseline(
    String project,
    SortedSet<Accepted> accepted,
    Map<String, MeasuredValue> figures,
    Map<String, SortedSet<String>> setup) {

  public Baseline {
    accepted = Collections.unmodifiableSortedSet(new TreeSet<>(accepted));
    figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    SortedMap<String, SortedSet<String>> facts = new TreeMap<>();
    setup.forEach(
        (name, values) ->
            facts.put(name, Collections.unmodifiableSortedSet(new TreeSet<>(values))));
    setup = Collections.unmodifiableSortedMap(facts);
  }

  /** What it accepts under that id of that component. */
  public Optional<Accepted> find(String id, String component) {
    return accepted.stream()
        .filter(one -> one.id().equals(id) && one.component().equals(component))
        .findFirst();
  }
}
