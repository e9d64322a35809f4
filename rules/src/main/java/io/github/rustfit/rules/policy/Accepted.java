package io.github.rustfit.rules.policy;

import io.github.rustfit.rules.stats.MeasuredValue;
import java.util.Optional;

/**
 * A violation or finding that the baseline accepts.
 *
 * @param id stable id of it
 * @param component the component; empty for the process
 * @param text what was measured, or the verdict
 * @param measure the figure; empty for a verdict and for a finding
 */
public record Accepted(String id, String component, String text, Optional<MeasuredValue> measure)
    implements Comparable<Accepted> {

  public Accepted {
    if (id.isBlank()) {
      throw new IllegalArgumentException("what is accepted needs an id");
    }
  }

  @Override
  public int compareTo(Accepted other) {
    int byId = id.compareTo(other.id);
    return byId != 0 ? byId : component.compareTo(other.component);
  }
}
