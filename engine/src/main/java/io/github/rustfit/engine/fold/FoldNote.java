package io.github.rustfit.engine.fold;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.Fold;
import io.github.rustfit.rules.stats.Format;
import java.util.Collection;

/** What a reader of folded evidence has to know. */
public final class FoldNote {

  private static final double MILLION = 1e6;

  private FoldNote() {}

  /** That evidence is folded, of what, and what was lost, in sentences; empty where it is not. */
  public static String of(Evidence evidence) {
    Collection<Fold> folds = evidence.folds().values();
    if (folds.isEmpty()) {
      return "";
    }
    int inputs = evidence.inputsOf(evidence.folds().keySet()).size();
    return Format.count(inputs)
        + (inputs == 1 ? " input is" : " inputs are")
        + " known as "
        + (folds.size() == 1 ? "one sum" : Format.count(folds.size()) + " sums")
        + " (folded evidence). Where runs are counted, each sum of recordings is one."
        + lost(evidence);
  }

  private static String lost(Evidence evidence) {
    String cut = CutShares.words(evidence.profile());
    long share = evidence.folds().values().stream().mapToLong(Fold::share).max().orElse(0);
    return cut.isEmpty()
        ? ""
        : " Stacks with less than "
            + Format.number(share * 100 / MILLION)
            + " % of the samples of their kind were cut, and do not show all their callers: "
            + cut
            + ".";
  }
}
