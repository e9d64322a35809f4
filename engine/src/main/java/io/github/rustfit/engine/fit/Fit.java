package io.github.rustfit.engine.fit;

import io.github.rustfit.engine.seam.Seam;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.precedent.Precedent;
import io.github.rustfit.rules.precedent.Trait;
import io.github.rustfit.rules.rule.RuleContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a component resembles. It chooses texts; no gate looks at it.
 *
 * @param archetypes shapes that it was recognised by, in the order of {@link Archetype}
 * @param precedents the nearest published migrations and refusals, the nearest first
 */
public record Fit(List<Likeness> archetypes, List<Resemblance> precedents) {

  /** Nothing resembles it. */
  public static final Fit NONE = new Fit(List.of(), List.of());

  /** Most precedents that are shown, beside the nearest refusal where none is among them. */
  private static final int MOST = 3;

  /** A precedent with fewer traits in common is none. */
  private static final int FEWEST_IN_COMMON = 2;

  /**
   * Shape and boundary come before circumstances: SafeRE found the same C++ to be 13 % faster than
   * Java where it is called natively, and to take 3.06 times as long behind FFM, with text to
   * convert.
   */
  private static final Comparator<Resemblance> NEAREST =
      Comparator.<Resemblance>comparingInt(one -> -one.essentials())
          .thenComparing(one -> -one.matched().size())
          .thenComparing(Resemblance::differences)
          .thenComparing(one -> one.precedent().id());

  public Fit {
    archetypes = List.copyOf(archetypes);
    precedents = List.copyOf(precedents);
  }

  /**
   * What a component resembles.
   *
   * @param context the component and what is known of it
   * @param tuned whether JVM tuning is exhausted
   * @param seam the boundary that a native part would have, as far as it is known
   * @param known published cases
   */
  public static Fit of(
      RuleContext context, Answer tuned, Optional<Seam> seam, List<Precedent> known) {
    List<Likeness> archetypes = Archetypes.of(context);
    Map<Trait, Answer> traits = Traits.of(context, archetypes, tuned);
    Optional<Precedent.Boundary> boundary = seam.flatMap(Boundaries::of);
    List<Resemblance> ranked =
        (weighs(traits) ? known : List.<Precedent>of())
            .stream()
                .map(precedent -> compare(precedent, traits, boundary))
                .filter(one -> one.matched().size() >= FEWEST_IN_COMMON)
                .sorted(NEAREST)
                .toList();
    List<Resemblance> nearest = new ArrayList<>(ranked.subList(0, Math.min(MOST, ranked.size())));
    boolean refusal = nearest.stream().anyMatch(one -> one.precedent().outcome().against());
    if (!refusal) {
      ranked.stream()
          .filter(one -> one.precedent().outcome().against())
          .findFirst()
          .ifPresent(nearest::add);
    }
    return new Fit(archetypes, nearest);
  }

  /** What the process is like says nothing of a component that costs it next to nothing. */
  private static boolean weighs(Map<Trait, Answer> traits) {
    return Stream.of(Trait.CPU, Trait.ALLOCATION)
        .anyMatch(trait -> traits.getOrDefault(trait, Answer.UNKNOWN) != Answer.NO);
  }

  private static Resemblance compare(
      Precedent precedent, Map<Trait, Answer> traits, Optional<Precedent.Boundary> boundary) {
    List<Trait> matched = new ArrayList<>();
    List<Trait> unmatched = new ArrayList<>();
    List<Trait> unknown = new ArrayList<>();
    for (Trait trait : precedent.traits()) {
      switch (traits.getOrDefault(trait, Answer.UNKNOWN)) {
        case YES -> matched.add(trait);
        case NO -> unmatched.add(trait);
        case UNKNOWN -> unknown.add(trait);
      }
    }
    if (!precedent.traits().contains(Trait.JVM)) {
      unmatched.add(Trait.JVM);
    }
    Answer same =
        boundary
            .map(one -> one == precedent.boundary() ? Answer.YES : Answer.NO)
            .orElse(Answer.UNKNOWN);
    return new Resemblance(precedent, matched, unmatched, unknown, same);
  }
}
