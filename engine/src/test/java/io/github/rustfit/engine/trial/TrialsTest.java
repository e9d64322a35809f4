package io.github.rustfit.engine.trial;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.gcCpu;
import static io.github.rustfit.rules.testing.Given.processCpu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.engine.builtin.SpeedUpWorth;
import io.github.rustfit.engine.economics.CodeGain;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.trial.OtherJava;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.evidence.trial.TrialFigures;
import io.github.rustfit.rules.evidence.trial.TrialOutputs;
import io.github.rustfit.rules.evidence.trial.TrialSize;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.testing.ATrial;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What trials count for. Speed-ups are Amdahl's, by hand: 1 / (1 − f + f / g). */
class TrialsTest {

  private static final String ENTRY = "com.acme.hot.Hot#run";
  private static final Gain FAST = new Gain(2.9, 3, 3.1);
  private static final Gain SLOW = new Gain(0.75, 0.79, 0.82);

  /** 9,000 of 10,000 samples in {@code run}; the collector and the compiler take nothing. */
  private static RuleContext context(Trial... trials) {
    return new Situation()
        .sampled(9_000, cpu(Situation.IN_HOT))
        .sampled(1_000, cpu(Situation.IN_REST))
        .allocationSamples(500, 500)
        .gc(gcCpu(gc("G1", 600, 20, MILLI), new Tally(0, 600 * SECOND)))
        .recording(
            profile ->
                processCpu(
                    profile, new Tally(600 * SECOND, 600 * SECOND), new Tally(0, 600 * SECOND)))
        .repository(RepositoryEvidence.of(new TreeSet<>(Set.of(trials))))
        .context();
  }

  private static Trial trial(Trial.Port port, Gain gain) {
    return ATrial.of("app/hot", ENTRY, port, gain);
  }

  private static Outcome judged(Trial... trials) {
    return new SpeedUpWorth().judge(context(trials));
  }

  /** At g = 2.9 and f = 0.9: 1 / (0.1 + 0.9 / 2.9) = 2.44 is above 1.25. */
  @Test
  void a_gain_that_a_straight_port_shows_passes_on_its_near_end() {
    Outcome outcome = judged(trial(Trial.Port.MACHINE, FAST));

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.facts().get(0).text())
        .isEqualTo(
            "A straight port by machine of Hot.run runs at 3.00× (2.90× – 3.10×) of the speed of"
                + " Java, through the boundary, on captured arguments.");
    assertThat(outcome.facts()).allMatch(fact -> fact.provenance() == Provenance.MEASURED);
  }

  /** At g = 0.82: 1 / (0.1 + 0.9 / 0.82) is below 1. */
  @Test
  void only_a_finished_port_refutes_a_gain() {
    Outcome finished = judged(trial(Trial.Port.FINISHED, SLOW));

    assertThat(finished.answer()).isEqualTo(Answer.NO);
    assertThat(finished.facts().get(0).text())
        .startsWith("A finished port of Hot.run runs at 0.79× (0.75× – 0.82×)");
    for (Trial.Port port : List.of(Trial.Port.OPEN, Trial.Port.MACHINE)) {
      Outcome open = judged(trial(port, SLOW));
      assertThat(open.answer()).isEqualTo(Answer.UNKNOWN);
      assertThat(open.facts().get(0).text()).contains("0.79×");
      assertThat(open.wouldDecide()).singleElement().asString().contains("-Drustfit.finished=true");
    }
  }

  @Test
  void what_is_stale_or_differs_or_was_stopped_measures_nothing_and_is_named() {
    Trial fast = trial(Trial.Port.OPEN, FAST);
    Trial stale = fast.changed(new TreeSet<>(Set.of("src/main/java/A.java")));
    Trial differs =
        new Trial(
            fast.component(),
            ENTRY,
            fast.port(),
            fast.day(),
            fast.machine(),
            new TrialOutputs(0, 0, false, "outputs differ"),
            Optional.empty(),
            fast.sources(),
            fast.crate(),
            fast.takeBack(),
            fast.changed());
    Trial stopped = ATrial.of("app/hot", ENTRY, Trial.Port.OPEN, ATrial.figures(9, true, FAST));
    Trial elsewhere = ATrial.of("app/hot", "com.acme.hot.Hot#other", Trial.Port.OPEN, FAST);

    assertNothing(stale, Tried.State.STALE, "src/main/java/A.java has changed since");
    assertNothing(differs, Tried.State.OUTPUTS_DIFFER, "did not give the same");
    assertNothing(stopped, Tried.State.TOO_FEW_PAIRS, "after 9 pairs");
    assertNothing(elsewhere, Tried.State.NOT_SAMPLED, "no CPU sample passes through it");
  }

  private static void assertNothing(Trial trial, Tried.State state, String why) {
    CodeGain gain = CodeGain.of(context(trial));
    assertThat(gain.provenance()).isEqualTo(Provenance.ASSUMED);
    assertThat(gain.trials().all()).singleElement().extracting(Tried::state).isEqualTo(state);
    Outcome outcome = judged(trial);
    assertThat(outcome.answer()).isEqualTo(judged().answer());
    assertThat(outcome.facts().get(outcome.facts().size() - 1).text()).contains(why);
  }

  @Test
  void a_trial_of_another_component_says_nothing_of_this_one() {
    Trial other = ATrial.of("app/rest", ENTRY, Trial.Port.FINISHED, SLOW);

    assertThat(Trials.of(context(other)).all()).isEmpty();
  }

  @Test
  void on_several_machines_it_gains_what_it_does_on_the_worst_and_on_the_best() {
    Trial here = trial(Trial.Port.FINISHED, new Gain(1.9, 2, 2.1));
    Trial there = trial(Trial.Port.FINISHED, new Gain(7.6, 8, 8.4));

    MeasuredGain gain = Trials.of(context(here, there)).gain().orElseThrow();

    assertThat(gain.method()).isEqualTo(new Gain(1.9, 4, 8.4)); // √(2 · 8) = 4
  }

  /** A quarter of it stays: 1 / (1/4 + 3/4 / 3) = 2; at the ends 1 / (0.3 + 0.7 / 2) and so on. */
  @Test
  void what_does_not_pass_through_the_method_stays_as_it_is() {
    ThreePoint whole = Trials.component(new Share(0.75, 0.7, 0.8, 1000), new Gain(2, 3, 4));

    assertThat(whole.central()).isCloseTo(2, within(1e-12));
    assertThat(whole.pessimistic()).isCloseTo(1 / (0.3 + 0.35), within(1e-12));
    assertThat(whole.optimistic()).isCloseTo(1 / (0.2 + 0.2), within(1e-12));
  }

  /** Below 1 the larger part is the worse one: 1 / (0.2 + 0.8 / 0.5) = 0.5556. */
  @Test
  void a_loss_is_the_worse_the_more_passes_through() {
    ThreePoint whole = Trials.component(new Share(0.75, 0.7, 0.8, 1000), new Gain(0.5, 0.6, 0.7));

    assertThat(whole.pessimistic()).isCloseTo(0.5556, within(1e-4));
    assertThat(whole.optimistic()).isCloseTo(1 / (0.3 + 1), within(1e-12));
  }

  @Test
  void of_made_arguments_any_size_may_be_the_one_that_occurs() {
    TrialFigures captured = sizes(true);
    TrialFigures made = sizes(false);

    assertThat(captured.counted()).isEqualTo(new Gain(1.9, 2, 2.1));
    assertThat(made.counted()).isEqualTo(new Gain(0.5, 2, 4.5));
    // Other Java takes off a half: of each size, too.
    Gain half = new Gain(0.95, 1, 1.05);
    TrialFigures fixed =
        new TrialFigures(
            12,
            false,
            made.gain(),
            made.clock(),
            made.sizes(),
            made.bars(),
            Optional.of(new OtherJava("Fixed#run", new Gain(1.9, 2, 2.1), half)));
    assertThat(fixed.counted()).isEqualTo(new Gain(0.25, 1, 2.25));
  }

  @Test
  void rust_has_to_beat_the_best_java_that_was_tried() {
    TrialFigures plain = ATrial.figures(12, true, FAST);
    Gain left = new Gain(1.1, 1.2, 1.25);
    TrialFigures fixed =
        new TrialFigures(
            12,
            true,
            FAST,
            FAST,
            plain.sizes(),
            plain.bars(),
            Optional.of(new OtherJava("Fixed#run", new Gain(2.4, 2.5, 2.6), left)));

    assertThat(fixed.counted()).isEqualTo(left);
    assertThat(judged(ATrial.of("app/hot", ENTRY, Trial.Port.FINISHED, fixed)).answer())
        .isEqualTo(Answer.NO); // 1 / (0.1 + 0.9 / 1.25) = 1.22
  }

  private static TrialFigures sizes(boolean captured) {
    TrialFigures plain = ATrial.figures(12, captured, new Gain(1.9, 2, 2.1));
    return new TrialFigures(
        12,
        captured,
        plain.gain(),
        plain.clock(),
        List.of(
            new TrialSize(16, 0, new Gain(0.5, 0.6, 0.7)),
            new TrialSize(4096, 0, new Gain(3.5, 4, 4.5))),
        plain.bars(),
        Optional.empty());
  }
}
