package io.github.rustfit.engine.fit;

import io.github.rustfit.rules.checklist.Fact;
import java.util.List;

/**
 * A shape that a component was recognised by.
 *
 * @param archetype the shape
 * @param signs what it was recognised by, at least one
 */
public record Likeness(Archetype archetype, List<Fact> signs) {

  public Likeness {
    signs = List.copyOf(signs);
    if (signs.isEmpty()) {
      throw new IllegalArgumentException(archetype + " without a sign");
    }
  }
}
