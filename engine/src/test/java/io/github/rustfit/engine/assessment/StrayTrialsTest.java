package io.github.rustfit.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.testing.ATrial;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrayTrialsTest {

  private static Trial of(String component) {
    return ATrial.of(component, "a.B#c()", Trial.Port.OPEN, new Gain(1, 2, 3));
  }

  @Test
  void a_trial_of_no_component_is_a_problem_and_one_of_a_component_is_none() {
    Components components = Components.of(List.of(Situation.HOT, Situation.REST), List.of());

    assertThat(
            StrayTrials.problems(
                List.of(of("app/hot"), of("app/gone"), of("app/gone")), components))
        .singleElement()
        .extracting(Problem::text)
        .isEqualTo(
            "rustfit/trials: There is no component 'app/gone', so its trials count for nothing."
                + " If it is called otherwise now, try it again with rustfit:trial; if it is gone,"
                + " delete its file.");
  }
}
