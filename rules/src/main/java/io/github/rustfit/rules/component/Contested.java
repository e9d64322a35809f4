package io.github.rustfit.rules.component;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.stats.Share;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Frames of classes that several components declare, and that fit more than one of them. */
final class Contested {

  private final Map<Frame, List<SourceFile>> files = new HashMap<>();
  private final SortedMap<String, Weight> owned = new TreeMap<>();
  private final Map<String, List<SourceFile>> byClass = new HashMap<>();

  /** Notes a frame that the first of these files stands for. */
  void add(Frame frame, List<SourceFile> candidates) {
    files.put(frame, candidates);
  }

  boolean has(Frame frame) {
    return files.containsKey(frame);
  }

  /** Notes samples that are booked by such a frame; others are passed over. */
  void own(Frame frame, Weight weight) {
    List<SourceFile> candidates = files.get(frame);
    if (candidates != null) {
      owned.merge(frame.className(), weight, Weight::merge);
      byClass.putIfAbsent(frame.className(), candidates);
    }
  }

  /** What cannot be told, a class at a time. */
  List<Problem> problems(Weight all) {
    return owned.entrySet().stream()
        .map(
            one -> {
              List<SourceFile> candidates = byClass.getOrDefault(one.getKey(), List.of());
              Weight weight = one.getValue();
              Share share = Share.weighted(weight.amount(), all.amount(), all.effectiveSamples());
              return new Problem(
                  candidates.isEmpty() ? "" : candidates.get(0).path(),
                  0,
                  "Which source "
                      + one.getKey()
                      + " ran from is not known: "
                      + candidates.stream()
                          .map(SourceFile::path)
                          .reduce((a, b) -> a + " and " + b)
                          .orElse("several files")
                      + " declare it, and what was recorded fits each. Its "
                      + percent(share)
                      + " of the CPU samples are booked on the first and may be of another.",
                  "Record programs that have one of them each and report on each alone, or declare"
                      + " one component that holds all of them.");
            })
        .toList();
  }
}
