package io.github.rustfit.engine.assessment;

import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Samples counted by hand; a stack that was cut ends in a frame that says so. */
class CutStacksTest {

  private static final Frame LIBRARY = new Frame("org.json.Reader", "read", 7);

  private static List<String> problems(int cutOfHot, int cutOfNobody, int whole) {
    Set<SourceFile> sources = Set.of(Situation.HOT, Situation.REST);
    Components components = Components.of(sources, List.of());
    Attribution attribution =
        Attribution.of(
            profile(
                60,
                samples(cutOfHot, cpu(Situation.IN_HOT, Frame.CUT)),
                samples(cutOfNobody, cpu(LIBRARY, Frame.CUT)),
                samples(whole, cpu(Situation.IN_REST))),
            sources,
            components);
    return CutStacks.problems(attribution, components).stream().map(Problem::text).toList();
  }

  @Test
  void cut_stacks_are_counted_with_whose_they_are() {
    assertThat(problems(30, 20, 950))
        .singleElement()
        .asString()
        .contains(
            "The stacks of 50 of 1,000 CPU samples (5.0 %) were cut: 30 of app/hot, 20 of no"
                + " component.",
            "stackdepth=512");
  }

  @Test
  void fewer_than_one_in_a_hundred_are_not_said() {
    assertThat(problems(9, 0, 991)).isEmpty();
    assertThat(problems(10, 0, 990)).hasSize(1);
  }
}
