package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.ATuning.GIB;
import static io.github.rustfit.rules.testing.ATuning.tried;
import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.gcCpu;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.tuning.Tuned;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.evidence.tuning.TunedCode;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration.Result;
import io.github.rustfit.rules.evidence.tuning.Tuning;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.testing.ATuning;
import io.github.rustfit.rules.testing.GcBuilder;
import io.github.rustfit.rules.testing.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a measured tuning says of a program that runs G1 on 17 with a limit of 1 GiB. */
class MeasuredTuningTest {

  private static final Tuning BETTER =
      cpu(
          tried("ParallelGC on 17", "17.0.9", "Parallel", Result.BETTER, 5),
          tried("ZGC on 17", "17.0.9", "ZGC", Result.WORSE, 0.5));

  private static final Tuning PRESENT_IS_BEST =
      cpu(
          tried("ParallelGC on 17", "17.0.9", "Parallel", Result.WORSE, 0.9),
          tried("SerialGC on 17", "17.0.9", "Serial", Result.SAME, 1),
          tried("ZGC on 17", "17.0.9", "ZGC", Result.WORSE, 0.5));

  private static Tuning cpu(TunedConfiguration... others) {
    return ATuning.of(Aim.CPU, others);
  }

  private static RuleContext recorded(
      String collector, String version, long limit, long live, Tuning... tunings) {
    GcSummary log =
        GcBuilder.from(
                gcCpu(gc(collector, 600, 20, MILLI), new Tally(90 * SECOND, 600 * SECOND), version))
            .heap(limit, live)
            .build();
    return new Situation()
        .cpuSamples(500, 1500)
        .gc(log)
        .repository(RepositoryEvidence.EMPTY.tuned(new TreeSet<>(Set.of(tunings))))
        .context();
  }

  private static Outcome judged(RuleContext context) {
    return new MeasuredTuning().judge(context);
  }

  @Test
  void where_a_better_one_is_known_java_is_not_tuned() {
    Outcome outcome = judged(recorded("G1", "17.0.9+9", GIB, GIB / 4, BETTER));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts()).allMatch(fact -> fact.provenance() == Provenance.MEASURED);
    // By hand: 1/5 is 0.20; 1/(5 × 1.03) is 0.19, 1/(5 × 0.97) is 0.21.
    assertThat(outcome.facts().get(0).text())
        .isEqualTo(
            "Measured under load, \"ParallelGC on 17\" takes 0.20× (0.19 – 0.21) the CPU time for the"
                + " work of \"present\", and the recordings are of G1 on JDK 17.");
    assertThat(outcome.findings())
        .singleElement()
        .extracting(Finding::remedy)
        .isEqualTo("Run it on JDK 17.0.9 with -Xmx1g -XX:+UseParallelGC, and record again.");
  }

  /** What would only be worth a try has no say beside what was measured of this very program. */
  @Test
  void where_a_better_one_is_known_rules_that_guess_fall_silent() {
    RuleContext context = recorded("G1", "17.0.9+9", GIB, GIB / 4, BETTER);

    assertThat(judged(context).findings().get(0).cost()).isEqualTo(0.8);
    assertThat(new JdkVersion().judge(context).concerned()).isFalse();
    assertThat(new ThroughputCollector().judge(context).findings()).isEmpty();
    // A tuning for pauses, of a program that promises none, judges nothing and silences nothing.
    Tuning pauses = ATuning.of(Aim.PAUSES, tried("ZGC on 17", "17.0.9", "ZGC", Result.BETTER, 5));
    RuleContext other = recorded("G1", "17.0.9+9", GIB, GIB / 4, pauses);
    assertThat(judged(other).concerned()).isFalse();
    assertThat(new JdkVersion().judge(other).answer()).isEqualTo(Answer.NO);
  }

  @Test
  void where_the_best_was_recorded_it_settles_what_other_rules_would_try() {
    RuleContext context = recorded("Parallel", "17.0.15+6", GIB, GIB / 4, BETTER);

    assertThat(judged(context).answer()).isEqualTo(Answer.YES);
    // JDK 17 alone would be too old: of an aim that was measured on it, it is not.
    assertThat(new JdkVersion().judge(context).answer()).isEqualTo(Answer.YES);
    assertThat(new JdkVersion().judge(recorded("Parallel", "17.0.15+6", GIB, GIB / 4)).answer())
        .isEqualTo(Answer.NO);
  }

  @Test
  void the_present_one_is_the_best_once_three_others_were_told_apart() {
    RuleContext context = recorded("G1", "17.0.9+9", GIB, GIB / 4, PRESENT_IS_BEST);

    assertThat(judged(context).answer()).isEqualTo(Answer.YES);
    assertThat(judged(context).facts().get(0).text())
        .startsWith("3 other configurations were measured under load, and none takes less");
    // 15 % of the CPU would be too much.
    assertThat(new ThroughputCollector().judge(context).answer()).isEqualTo(Answer.YES);
    Tuning few = cpu(tried("ZGC on 17", "17.0.9", "ZGC", Result.WORSE, 0.5));
    Outcome little = judged(recorded("G1", "17.0.9+9", GIB, GIB / 4, few));
    assertThat(little.concerned()).isFalse();
    assertThat(little.findings()).singleElement().asString().contains("too few to call");
  }

  private static Tuning ofCode(int files, int changed) {
    return ofCode(BETTER, files, changed);
  }

  private static Tuning ofCode(Tuning tuning, int files, int changed) {
    TreeMap<String, String> sources = new TreeMap<>();
    TreeSet<String> others = new TreeSet<>();
    for (int i = 0; i < files; i++) {
      sources.put("src/Hot" + i + ".java", "digest");
      if (i < changed) {
        others.add("src/Hot" + i + ".java");
      }
    }
    return new Tuning(
            tuning.day(),
            tuning.machine(),
            tuning.aim(),
            tuning.command(),
            tuning.noise(),
            tuning.heap(),
            new TunedCode(sources, new TreeSet<>()),
            tuning.best(),
            tuning.configurations())
        .changed(others);
  }

  @Test
  void of_other_code_than_what_was_measured_it_is_silent() {
    for (Tuning same : List.of(ofCode(4, 0), ofCode(4, 2), ofCode(2, 1))) {
      assertThat(judged(recorded("G1", "17.0.9+9", GIB, GIB / 4, same)).answer())
          .isEqualTo(Answer.NO);
    }
    Outcome other = judged(recorded("G1", "17.0.9+9", GIB, GIB / 4, ofCode(4, 3)));
    assertThat(other.concerned()).isFalse();
    assertThat(other.findings().get(0).message())
        .endsWith(
            "It is stale: of the 4 files that took most of the CPU when it was measured, the code of"
                + " 3 has changed since.");
    assertThat(
            judged(recorded("G1", "17.0.9+9", GIB, GIB / 4, ofCode(1, 1)))
                .findings()
                .get(0)
                .message())
        .endsWith(
            "of the file that took most of the CPU when it was measured, the code has changed"
                + " since.");
  }

  /** None of the options is better than the present ones, but the code of a branch is. */
  @Test
  void other_code_that_is_better_and_not_taken_over_comes_first() {
    List<TunedConfiguration> others =
        new ArrayList<>(PRESENT_IS_BEST.configurations().subList(1, 4));
    others.add(ATuning.code("fixed", "17.0.9", Result.BETTER, 2.5));
    Tuning fixed = cpu(others.toArray(TunedConfiguration[]::new));

    Outcome same = judged(recorded("G1", "17.0.9+9", GIB, GIB / 4, ofCode(fixed, 4, 0)));
    assertThat(same.answer()).isEqualTo(Answer.NO);
    assertThat(same.facts().get(0).text())
        .startsWith("Measured under load, \"fixed\" takes 0.40× (0.39 – 0.41) the CPU time");
    assertThat(same.findings().get(0).remedy())
        .isEqualTo(
            "Take the code of \"fixed\" over. Run it on JDK 17.0.9 with -Xmx1g, and record again.");
    assertThat(same.findings().get(0).cost()).isEqualTo(0.6);
    // Some of the hot code is another since, or nobody knows which ran: it may be that of the fix.
    for (Tuning unknown : List.of(ofCode(fixed, 4, 1), fixed)) {
      Outcome maybe = judged(recorded("G1", "17.0.9+9", GIB, GIB / 4, unknown));
      assertThat(maybe.answer()).isEqualTo(Answer.YES);
      assertThat(maybe.facts().get(0).text())
          .startsWith("3 other configurations were measured under load, and none takes less")
          .endsWith(
              " Other code, \"fixed\", took 0.40× (0.39 – 0.41) the CPU time for the work; whether"
                  + " the recordings are of that is not known.");
    }
  }

  /** Recordings of a JVM are not of an executable, whatever has changed since. */
  @Test
  void an_executable_that_is_better_comes_first() {
    Tuning image = cpu(ATuning.code("native-image", "", Result.BETTER, 4));
    Outcome outcome = judged(recorded("G1", "17.0.9+9", GIB, GIB / 4, image));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.findings().get(0).remedy())
        .startsWith("Ship the executable that was measured, \"native-image\", in place of the JVM");
  }

  /** The longest pause is what latency asks Java for; nobody promised a latency here. */
  @Test
  void what_was_measured_of_pauses_settles_the_collector_only() {
    Tuning pauses =
        ATuning.of(
            Aim.PAUSES,
            tried("ParallelGC on 17", "17.0.9", "Parallel", Result.WORSE, 0.9),
            tried("SerialGC on 17", "17.0.9", "Serial", Result.WORSE, 0.8),
            tried("ZGC on 17", "17.0.9", "ZGC", Result.SAME, 1));
    RuleContext context = recorded("G1", "17.0.9+9", GIB, GIB / 4, pauses);

    assertThat(judged(context).concerned()).isFalse();
    assertThat(Tuned.settled(context, Aim.LATENCY, Aim.PAUSES)).isPresent();
    assertThat(Tuned.settled(context, Aim.CPU, Aim.TIME)).isEmpty();
  }

  @Test
  void of_what_was_not_measured_it_is_silent() {
    for (RuleContext other :
        List.of(
            recorded("ZGC", "21.0.2+13", GIB, GIB / 4, BETTER),
            recorded("Parallel", "17.0.15+6", 8 * GIB, GIB / 4, BETTER),
            recorded("Parallel", "17.0.15+6", GIB, GIB / 2, BETTER),
            recorded("Parallel", "a fork", GIB, GIB / 4, BETTER))) {
      Outcome outcome = judged(other);
      assertThat(outcome.concerned()).isFalse();
      assertThat(outcome.findings())
          .singleElement()
          .extracting(Finding::message)
          .asString()
          .startsWith("rustfit/tuning.json does not settle whether Java is tuned. ");
      assertThat(Tuned.settled(other, Aim.CPU)).isEmpty();
    }
    assertThat(judged(recorded("Parallel", "17.0.15+6", GIB, GIB / 2, BETTER)).findings())
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .contains("It is stale: 256.0 MiB were live when it was measured, and 512.0 MiB are");
  }

  @Test
  void what_was_measured_for_another_aim_says_nothing() {
    Tuning memory =
        ATuning.of(Aim.MEMORY, tried("SerialGC on 17", "17.0.9", "Serial", Result.BETTER, 2));
    assertThat(judged(recorded("G1", "17.0.9+9", GIB, GIB / 4, memory)).concerned()).isFalse();
    assertThat(judged(recorded("G1", "17.0.9+9", GIB, GIB / 4)).concerned()).isFalse();
  }
}
