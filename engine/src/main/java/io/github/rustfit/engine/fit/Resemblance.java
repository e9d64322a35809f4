package io.github.rustfit.engine.fit;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.precedent.Precedent;
import io.github.rustfit.rules.precedent.Trait;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How far a component resembles a precedent.
 *
 * @param precedent the precedent
 * @param matched its traits that the component has
 * @param unmatched its traits that the component does not have
 * @param unknown its traits of which nothing is known here
 * @param boundary whether the same would cross here
 */
public record Resemblance(
    Precedent precedent,
    List<Trait> matched,
    List<Trait> unmatched,
    List<Trait> unknown,
    Answer boundary) {

  private static final Set<Trait> SHAPES =
      Set.copyOf(
          EnumSet.of(
              Trait.NETWORK, Trait.DATA, Trait.PURE, Trait.SECURITY, Trait.SMALL, Trait.BUSINESS));

  public Resemblance {
    matched = List.copyOf(matched);
    unmatched = List.copyOf(unmatched);
    unknown = List.copyOf(unknown);
  }

  /** Whether it has a shape of the component: what the code does, not what it is run for. */
  boolean sameShape() {
    return matched.stream().anyMatch(SHAPES::contains);
  }

  /** Of shape and boundary, how many are the component's: 0 to 2. */
  int essentials() {
    return (sameShape() ? 1 : 0) + (boundary == Answer.YES ? 1 : 0);
  }

  /** How much is known to differ. */
  int differences() {
    return unmatched.size() + (boundary == Answer.NO ? 1 : 0);
  }
}
