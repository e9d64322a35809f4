package io.github.rustfit.rules.builds;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one build measured: a line of the history. The build is the unit of a trend, not the
 * recording: several recordings of one build share a machine and an hour, so that they tell of each
 * other more than of the next build.
 *
 * @param project {@code groupId:artifactId} of the project
 * @param commit full name of the commit that was built; empty when unknown
 * @param date day that the build was given; empty for none
 * @param inputs SHA-256 of each recording and log that counted; the same ones are the same build
 * @param runs how many runs, which is JVMs, the figures are the means of
 * @param setup what it was measured with
 * @param figures by component and name of the figure; the component is empty for the process
 */
public record RecordedBuild(
    String project,
    String commit,
    Optional<LocalDate> date,
    SortedSet<String> inputs,
    int runs,
    BuildSetup setup,
    SortedMap<String, SortedMap<String, Double>> figures) {

  public RecordedBuild {
    if (runs < 1) {
      throw new IllegalArgumentException("runs " + runs);
    }
    inputs = Collections.unmodifiableSortedSet(new TreeSet<>(inputs));
    SortedMap<String, SortedMap<String, Double>> copy = new TreeMap<>();
    figures.forEach(
        (component, values) -> {
          values.forEach(
              (name, value) -> {
                if (!Double.isFinite(value) || value < 0) {
                  throw new IllegalArgumentException(component + " " + name + ": " + value);
                }
              });
          copy.put(component, Collections.unmodifiableSortedMap(new TreeMap<>(values)));
        });
    figures = Collections.unmodifiableSortedMap(copy);
  }

  /**
   * A figure; empty when this build does not have it.
   *
   * @param component its name; empty for the process
   */
  public OptionalDouble figure(String component, String name) {
    SortedMap<String, Double> own = figures.get(component);
    Double value = own == null ? null : own.get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Whether both have a recording or log in common. */
  public boolean overlaps(SortedSet<String> others) {
    return inputs.stream().anyMatch(others::contains);
  }
}
