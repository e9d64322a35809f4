package io.github.rustfit.engine.assessment;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import java.util.ArrayList;
import java.util.List;

/** Recordings that hold some of what another one holds, and cannot be told apart any more. */
final class Overlaps {

  private Overlaps() {}

  /** A problem for each recording that does not count for that reason. */
  static List<Problem> problems(Evidence evidence) {
    List<Problem> problems = new ArrayList<>();
    evidence
        .overlap()
        .torn()
        .forEach(
            (digest, other) ->
                problems.add(
                    new Problem(
                        Losses.path(evidence, digest),
                        0,
                        "It has some stretches of time in common with "
                            + Losses.path(evidence, other)
                            + ", and does not count, as both together would count those twice.",
                        "Read both recordings in one build, which tells the stretches apart, or"
                            + " dump one of them without the other's time.")));
    evidence
        .logOverlap()
        .torn()
        .forEach(
            (key, other) ->
                problems.add(
                    new Problem(
                        Losses.path(evidence, key),
                        0,
                        "These GC logs were summed, some of them are in the sum of "
                            + Losses.path(evidence, other)
                            + " as well, and they do not count, as both sums together would count"
                            + " those twice.",
                        "Fold all logs at once, or without those that were folded before.")));
    return problems;
  }
}
