package io.github.rustfit.rules.builds;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a build was measured with. Figures of builds that differ in it may differ for that alone.
 *
 * @param facts what is compared as it is, by name, e.g. {@code cores} → {@code 4}
 * @param recordedSeconds seconds that recordings cover; 0 when they do not tell
 * @param cpuSamples CPU samples; where they are unequal, Kish's effective number
 * @param allocationSamples allocation samples, likewise
 */
public record BuildSetup(
    SortedMap<String, SortedSet<String>> facts,
    long recordedSeconds,
    long cpuSamples,
    long allocationSamples) {

  public BuildSetup {
    SortedMap<String, SortedSet<String>> copy = new TreeMap<>();
    facts.forEach(
        (name, values) -> copy.put(name, Collections.unmodifiableSortedSet(new TreeSet<>(values))));
    facts = Collections.unmodifiableSortedMap(copy);
    if (recordedSeconds < 0 || cpuSamples < 0 || allocationSamples < 0) {
      throw new IllegalArgumentException("negative");
    }
  }
}
