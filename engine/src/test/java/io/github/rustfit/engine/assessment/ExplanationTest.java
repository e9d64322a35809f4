package io.github.rustfit.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.verdict.Gate;
import io.github.rustfit.rules.verdict.GateState;
import io.github.rustfit.rules.verdict.Gates;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static final Share QUARTER = new Share(0.25, 0.24, 0.26, 9000);

  /** Six letters for G0 to G5: P, F, A for what an assumed gain would pass, or ?. */
  private static Gates gates(String states) {
    Map<Gate, GateState> map = new EnumMap<>(Gate.class);
    for (Gate gate : Gate.values()) {
      char letter = states.charAt(gate.ordinal());
      map.put(
          gate,
          switch (letter) {
            case 'P' -> GateState.PASS;
            case 'F' -> GateState.FAIL;
            case 'A' -> GateState.ASSUMED;
            default -> GateState.UNKNOWN;
          });
    }
    return new Gates(map, true);
  }

  private static Map<Topic, TopicAnswer> no(Topic topic, String fact) {
    List<Fact> facts = List.of(Fact.measured(fact));
    return Map.of(
        topic,
        new TopicAnswer(topic, Answer.NO, false, facts, facts, List.of(), List.of("by-hand")));
  }

  private static Explanation explain(
      String gates, Map<Topic, TopicAnswer> topics, List<String> wouldDecide, Finding... findings) {
    return Explanation.of(
        QUARTER,
        Share.UNKNOWN,
        false,
        gates(gates),
        topics,
        List.of(),
        List.of(),
        wouldDecide,
        List.of(findings));
  }

  @Test
  void a_refusal_names_the_first_gate_that_fails_and_its_leading_reason() {
    Explanation kept = explain("PFPFPP", no(Topic.HOT_PATH, "The target is met."), List.of());

    assertThat(kept.sentences())
        .containsExactly(
            "It owns 25.0 % of the CPU samples and an unknown part of the allocated bytes of the"
                + " process.",
            "It stops at gate G1, which passes when there is pain that Rust addresses: The target"
                + " is met.",
            "Keep it in Java; only a new recording or declaration that lets gate G1 pass would"
                + " reopen the question.");
  }

  @Test
  void tuning_begins_with_the_first_sentence_of_the_first_confirmed_remedy() {
    Finding candidate =
        new Finding(
            "a",
            "a",
            Level.NOTE,
            "",
            0,
            "Maybe.",
            "Perhaps this.",
            false,
            false,
            Finding.Measured.NOTHING);
    Finding confirmed =
        new Finding(
            "b",
            "b",
            Level.WARNING,
            "",
            0,
            "Slow.",
            "Run JDK 25. Then record.",
            true,
            false,
            Finding.Measured.NOTHING);

    Explanation tuned =
        explain("PPPF??", no(Topic.TUNING, "It is JDK 17."), List.of(), candidate, confirmed);

    assertThat(tuned.why()).contains("gate G3").endsWith("It is JDK 17.");
    assertThat(tuned.next()).isEqualTo("Begin with this: Run JDK 25.");
  }

  @Test
  void tuning_begins_with_what_costs_most() {
    Finding cheap =
        new Finding(
                "a",
                "a",
                Level.WARNING,
                "A.java",
                1,
                "Slow.",
                "Mend A.",
                true,
                false,
                Finding.Measured.NOTHING)
            .costing(new Share(0.03, 0.02, 0.04, 900), Share.UNKNOWN);
    Finding dear =
        new Finding(
                "z",
                "z",
                Level.WARNING,
                "Z.java",
                1,
                "Slow.",
                "Mend Z.",
                true,
                false,
                Finding.Measured.NOTHING)
            .costing(Share.UNKNOWN, new Share(0.95, 0.94, 0.96, 900));

    assertThat(explain("PPPF??", no(Topic.TUNING, "Hot."), List.of(), cheap, dear).next())
        .isEqualTo("Begin with this: Mend Z.");
  }

  /** Of what nothing measures, what the verdict rests on, and not what is first by name. */
  @Test
  void tuning_begins_with_what_the_verdict_leads_with() {
    Finding first = process("alpha", "It is JDK 17.", "Run JDK 25.");
    Finding leading = process("omega", "There are pauses.", "Use ZGC.");

    assertThat(
            Explanation.of(
                    QUARTER,
                    Share.UNKNOWN,
                    false,
                    gates("PPPF??"),
                    no(Topic.TUNING, "There are pauses."),
                    List.of("There are pauses.", "It is JDK 17."),
                    List.of(),
                    List.of(),
                    List.of(first, leading))
                .next())
        .isEqualTo("Begin with this: Use ZGC.");
  }

  private static Finding process(String id, String message, String remedy) {
    return new Finding(
        id, id, Level.WARNING, "", 0, message, remedy, true, true, Finding.Measured.NOTHING);
  }

  @Test
  void an_open_verdict_names_the_gates_it_turns_on_and_the_smallest_input() {
    Explanation open = explain("P?PPPP", Map.of(), List.of("Declare serviceLevel. It helps."));

    assertThat(open.why()).contains("G1 (pain) open");
    assertThat(open.next()).isEqualTo("Declare serviceLevel.");
  }

  @Test
  void a_trial_names_the_gates_whose_gain_is_assumed_and_how_to_measure_it() {
    Explanation trial = explain("PPPPAP", Map.of(), List.of("Port the hot code. Then declare."));

    assertThat(trial.why())
        .startsWith("Every gate passes but G4 (economics)")
        .endsWith("No trial has measured it.");
    assertThat(trial.next()).isEqualTo("Port the hot code.");
  }

  @Test
  void a_confirmed_fix_says_that_nobody_declared_whether_it_hurts() {
    assertThat(explain("P?PF??", no(Topic.TUNING, "Hot."), List.of()).why())
        .startsWith("It stops at gate G3")
        .contains("Hot. Whether it hurts was not declared");
    assertThat(explain("P??F?F", no(Topic.TUNING, "Hot."), List.of()).why())
        .contains("Whether it hurts was not declared");
    assertThat(explain("PP?F??", no(Topic.TUNING, "Hot."), List.of()).why())
        .contains("Whether this component is the cause is open");
    assertThat(explain("PPPF??", no(Topic.TUNING, "Hot."), List.of()).why()).endsWith("Hot.");
  }

  @Test
  void what_every_end_of_the_open_gates_refuses_is_kept_for_the_gate_that_fails() {
    Explanation kept = explain("P???F?", no(Topic.ECONOMICS, "It never pays."), List.of());

    assertThat(kept.why()).startsWith("It stops at gate G4").endsWith("It never pays.");
    assertThat(kept.next()).contains("lets gate G4 pass");
  }

  @Test
  void a_review_says_that_every_gate_passes() {
    assertThat(explain("PPPPPP", Map.of(), List.of()).why()).startsWith("All six gates pass");
  }
}
