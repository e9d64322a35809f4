package io.github.rustfit.engine.fold;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.Fold;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.stats.Format;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    Map<SampleKind, Weight> cut = new TreeMap<>();
    Map<SampleKind, Weight> all = new TreeMap<>();
    evidence
        .folds()
        .forEach(
            (key, fold) -> {
              fold.cut().forEach((kind, weight) -> cut.merge(kind, weight, Weight::merge));
              evidence
                  .profiles()
                  .getOrDefault(key, ProfileSummary.EMPTY)
                  .samples()
                  .forEach((sample, weight) -> all.merge(sample.kind(), weight, Weight::merge));
            });
    if (cut.isEmpty()) {
      return "";
    }
    TreeSet<Long> shares = new TreeSet<>();
    evidence.folds().values().forEach(fold -> shares.add(fold.share()));
    return " Stacks with less than "
        + Format.number(shares.last() * 100 / MILLION)
        + " % of the samples of their kind were cut, and do not show all their callers: "
        + cut.entrySet().stream()
            .map(one -> part(one.getKey(), one.getValue(), all))
            .collect(Collectors.joining(", "))
        + ".";
  }

  private static String part(SampleKind kind, Weight cut, Map<SampleKind, Weight> all) {
    Weight total = all.getOrDefault(kind, cut);
    double share =
        total.amount() > 0
            ? (double) cut.amount() / total.amount()
            : (double) cut.samples() / Math.max(1, total.samples());
    return Format.percent(share) + " of " + name(kind);
  }

  private static String name(SampleKind kind) {
    return kind == SampleKind.CPU ? "CPU" : kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
