package io.github.rustfit.engine.fit;

import io.github.rustfit.rules.precedent.Precedent;
import io.github.rustfit.rules.precedent.Trait;
import java.util.List;

/**
 * How far a component resembles a precedent.
 *
 * @param precedent the precedent
 * @param matched its traits that the component has
 * @param unmatched its traits that the component does not have
 * @param unknown its traits of which nothing is known here
 */
public record Resemblance(
    Precedent precedent, List<Trait> matched, List<Trait> unmatched, List<Trait> unknown) {

  public Resemblance {
    matched = List.copyOf(matched);
    unmatched = List.copyOf(unmatched);
    unknown = List.copyOf(unknown);
  }
}
