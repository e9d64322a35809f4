package io.github.rustfit.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.verdict.Gate;
import io.github.rustfit.rules.verdict.GateState;
import io.github.rustfit.rules.verdict.Gates;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each sentence of an explanation for what leads to it; verdicts are those of design §3. */
class ExplanationWordsTest {

  private static final Share QUARTER = new Share(0.25, 0.24, 0.26, 9000);

  /** Six letters for G0 to G5: P, F or ?. */
  private static Gates gates(String states, boolean fixes) {
    Map<Gate, GateState> map = new EnumMap<>(Gate.class);
    for (Gate gate : Gate.values()) {
      map.put(
          gate,
          switch (states.charAt(gate.ordinal())) {
            case 'P' -> GateState.PASS;
            case 'F' -> GateState.FAIL;
            default -> GateState.UNKNOWN;
          });
    }
    return new Gates(map, fixes);
  }

  private static Explanation explain(Gates gates) {
    return explain(gates, QUARTER, QUARTER, false);
  }

  private static Explanation explain(Gates gates, Share cpu, Share allocation, boolean planned) {
    return Explanation.of(
        cpu, allocation, planned, gates, Map.of(), List.of(), List.of(), List.of(), List.of());
  }

  private static String what(Share cpu, Share allocation, boolean planned) {
    return explain(gates("P?PPPP", false), cpu, allocation, planned).what();
  }

  @Test
  void what_it_is_to_the_process_says_what_was_recorded_and_what_was_not() {
    assertThat(what(Share.UNKNOWN, QUARTER, false))
        .isEqualTo(
            "It owns an unknown part of the CPU samples and 25.0 % of the allocated bytes of the"
                + " process.");
    assertThat(what(QUARTER, Share.UNKNOWN, false))
        .isEqualTo(
            "It owns 25.0 % of the CPU samples and an unknown part of the allocated bytes of the"
                + " process.");
    assertThat(what(Share.UNKNOWN, Share.UNKNOWN, false))
        .isEqualTo(
            "Nothing was recorded of it, so neither its CPU time nor its allocation is known.");
    assertThat(what(Share.UNKNOWN, Share.UNKNOWN, true))
        .isEqualTo("It is planned and has no code yet, so nothing of it could be measured.");
  }

  /** Too little evidence is no reason to keep it: the pain that is missing is. */
  @Test
  void it_stops_at_the_gate_that_led_to_the_verdict() {
    assertThat(stop("FPPPPP", false)).isEqualTo("NOT_ENOUGH_EVIDENCE at G0");
    assertThat(stop("FFPPPP", false)).isEqualTo("KEEP_IN_JAVA at G1");
    assertThat(stop("PPFFFP", false)).isEqualTo("KEEP_IN_JAVA at G2");
    assertThat(stop("FPPFFP", true)).isEqualTo("TUNE_JVM_FIRST at G3");
    assertThat(stop("PPPPPF", false)).isEqualTo("KEEP_IN_JAVA at G5");
    assertThat(stop("PPPPPP", false)).isEqualTo("REVIEW_FOR_RUST at none");
    assertThat(stop("P?PPPP", false)).isEqualTo("NOT_ENOUGH_EVIDENCE at none");
  }

  /** Untuned alone keeps nothing in Java, with or without another gate that does. */
  @Test
  void a_jvm_that_is_not_tuned_is_not_what_keeps_it() {
    assertThat(stop("P?PF?F", false)).isEqualTo("KEEP_IN_JAVA at G5");
    assertThat(stop("P?PF?P", false)).isEqualTo("KEEP_IN_JAVA at none");

    Explanation kept = explain(gates("P?PF?P", false));
    assertThat(kept.why())
        .isEqualTo(
            "Either it does not hurt, or the cause is elsewhere, or the JVM's settings come first:"
                + " no way in which G1 (pain) and G4 (economics) can end leads to Rust.");
    assertThat(kept.next())
        .isEqualTo("Keep it in Java, and try the JVM's settings that its findings name.");
  }

  private static String stop(String states, boolean fixes) {
    Gates gates = gates(states, fixes);
    Verdict verdict = gates.verdict();
    return verdict + " at " + Explanation.stop(gates, verdict).map(Gate::name).orElse("none");
  }

  @Test
  void what_alone_can_settle_it_is_named() {
    assertThat(explain(gates("P?PPPP", false)).why())
        .isEqualTo(
            "No gate refuses it, but the evidence leaves G1 (pain) open, and the verdict turns on"
                + " it.");
    assertThat(explain(gates("P?PPP?", false)).why())
        .endsWith("leaves G1 (pain) open, and the verdict turns on it.");
    assertThat(explain(gates("PPPPP?", false)).why())
        .endsWith("leaves G5 (delivery) open, and the verdict turns on it.");
    assertThat(explain(gates("P?PPPP", false)).next())
        .isEqualTo("Record it under representative load, with a GC log, and run the goal again.");
  }

  /** No rule that says why is said to be none. */
  @Test
  void a_gate_without_facts_says_so() {
    assertThat(explain(gates("PFPPPP", false)).why()).endsWith(": no rule says why.");
  }
}
