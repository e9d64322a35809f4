package io.github.rustfit.plugin.report.flame;

import io.github.rustfit.plugin.report.fixture.Hostile;
import io.github.rustfit.plugin.report.fixture.HostileDetails;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Flame graphs of two sides, for pages that tests put together. */
public final class DrawnDifferences {

  private DrawnDifferences() {}

  /** Each frame, package and type tries to break out; the first is gone and the last is new. */
  public static List<FlameDifference> hostile() {
    List<String> texts = Hostile.TEXTS;
    return List.of(
        FlameDifference.of(
            SampleKind.CPU,
            samples(texts.subList(0, texts.size() - 1)),
            samples(texts.subList(1, texts.size())),
            new TreeSet<>(texts)));
  }

  private static List<Map.Entry<SampleKey, Weight>> samples(List<String> texts) {
    List<Map.Entry<SampleKey, Weight>> all = new ArrayList<>();
    texts.forEach(text -> all.addAll(HostileDetails.samples(text)));
    return all;
  }

  /**
   * Of 1,000 samples before {@code a.Work.parse} has 600, {@code print} 400; of 100 samples after,
   * twice as heavy each, {@code parse} has 50, {@code store} 50. The edit moved all lines.
   */
  public static List<FlameDifference> byHand() {
    return List.of(
        FlameDifference.of(
            SampleKind.CPU,
            List.of(sample("parse", 10, 600, 1_000_000), sample("print", 20, 400, 1_000_000)),
            List.of(sample("parse", 13, 50, 2_000_000), sample("store", 30, 50, 2_000_000)),
            Set.of("a")));
  }

  static Map.Entry<SampleKey, Weight> sample(String method, int line, long count, long nanos) {
    List<Frame> stack =
        List.of(new Frame("a.Work", method, line), new Frame("a.Work", "run", line));
    return Map.entry(new SampleKey(SampleKind.CPU, stack, ""), Weight.of(count, nanos));
  }
}
