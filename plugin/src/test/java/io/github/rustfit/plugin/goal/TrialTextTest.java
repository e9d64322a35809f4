package io.github.rustfit.plugin.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.evidence.trial.TrialBars;
import io.github.rustfit.rules.evidence.trial.TrialFigures;
import io.github.rustfit.rules.testing.ATrial;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the log says of a trial; differences by head. */
class TrialTextTest {

  private static String said(long rust, long alone) {
    TrialFigures plain = ATrial.figures(12, true, new Gain(1.9, 2, 2.1));
    TrialFigures figures =
        new TrialFigures(
            plain.pairs(),
            plain.captured(),
            plain.gain(),
            plain.clock(),
            plain.sizes(),
            new TrialBars(200, rust, alone, 16, 24, 1 << 20, 1 << 21, 0),
            Optional.empty());
    return String.join("\n", TrialText.lines(ATrial.of("a", "A#m()", Trial.Port.OPEN, figures)));
  }

  @Test
  void the_crossing_is_what_the_boundary_adds() {
    assertThat(said(100, 90)).contains("so crossing and copying take 10 ns");
  }

  @Test
  void a_crossing_that_is_not_seen_is_not_said_to_take_nothing() {
    assertThat(said(100, 101))
        .contains("crossing and copying are lost in the noise")
        .doesNotContain("0 ns, so", "take 0");
  }
}
