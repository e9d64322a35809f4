package io.github.rustfit.readers.baseline;

import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Baseline;
import java.util.List;
import java.util.Optional;

/**
 * What became of a baseline.
 *
 * @param baseline what it accepts; empty when there is a problem
 * @param problems what is wrong with it; any of them is a configuration error
 */
public record BaselineReading(Optional<Baseline> baseline, List<Problem> problems) {

  /** There is none. */
  public static final BaselineReading NONE = new BaselineReading(Optional.empty(), List.of());

  public BaselineReading {
    problems = List.copyOf(problems);
  }
}
