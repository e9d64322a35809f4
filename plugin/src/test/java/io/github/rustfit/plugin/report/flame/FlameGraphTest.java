package io.github.rustfit.plugin.report.flame;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlameGraphTest {

  private static Map.Entry<SampleKey, Weight> sample(SampleKind kind) {
    return Map.entry(new SampleKey(kind, List.of(), ""), Weight.of(1));
  }

  @Test
  void kinds_are_never_mixed() {
    List<Map.Entry<SampleKey, Weight>> both =
        List.of(sample(SampleKind.CPU), sample(SampleKind.ALLOCATION));
    assertThatThrownBy(
            () -> new FlameGraph("a.html", "both", Set.of(), Set.of(), both, ThreadSamples.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new FlameGraph(
                    "a.html", "none", Set.of(), Set.of(), List.of(), ThreadSamples.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
