package io.github.rustfit.rules.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * States are written G0 to G5: {@code +} passes, {@code -} fails, {@code =} turns on an assumed
 * gain, {@code ?} is unknown.
 */
class GatesTest {

  private static Gates gates(String states) {
    return gates(states, false);
  }

  private static Gates gates(String states, boolean fixes) {
    Map<Gate, GateState> map = new EnumMap<>(Gate.class);
    for (Gate gate : Gate.values()) {
      map.put(
          gate,
          switch (states.charAt(gate.ordinal())) {
            case '+' -> GateState.PASS;
            case '-' -> GateState.FAIL;
            case '=' -> GateState.ASSUMED;
            default -> GateState.UNKNOWN;
          });
    }
    return new Gates(map, fixes);
  }

  /** All 4^6 combinations, with and without confirmed fixes. */
  private static List<Gates> every() {
    List<String> all = List.of("");
    for (int i = 0; i < Gate.values().length; i++) {
      List<String> longer = new ArrayList<>();
      all.forEach(s -> List.of("+", "-", "=", "?").forEach(next -> longer.add(s + next)));
      all = longer;
    }
    return all.stream().flatMap(s -> Stream.of(gates(s, false), gates(s, true))).toList();
  }

  /** By hand from design.md, section 3. */
  @ParameterizedTest
  @CsvSource({
    "++++++, REVIEW_FOR_RUST",
    "-+++++, NOT_ENOUGH_EVIDENCE",
    "+-++++, KEEP_IN_JAVA",
    "++-+++, KEEP_IN_JAVA",
    "+++-++, TUNE_JVM_FIRST",
    "++++-+, KEEP_IN_JAVA",
    "+++++-, KEEP_IN_JAVA",
    "+++---, TUNE_JVM_FIRST",
    "++-+-+, KEEP_IN_JAVA",
    "+-+-++, KEEP_IN_JAVA",
    "-++-++, TUNE_JVM_FIRST",
    "--++++, KEEP_IN_JAVA",
    "??????, NOT_ENOUGH_EVIDENCE",
    "?-????, KEEP_IN_JAVA",
    "??-???, KEEP_IN_JAVA",
    "?++-??, TUNE_JVM_FIRST",
    "++++=+, WORTH_A_TRIAL",
    "++=+=+, WORTH_A_TRIAL",
    "-+++=+, NOT_ENOUGH_EVIDENCE",
    "?+++=+, NOT_ENOUGH_EVIDENCE",
    "+++-=+, TUNE_JVM_FIRST",
    "+++?=-, KEEP_IN_JAVA",
    "++?-++, KEEP_IN_JAVA",
    "????-?, KEEP_IN_JAVA",
    "?????-, KEEP_IN_JAVA",
    "?+++-?, KEEP_IN_JAVA",
    "?+?+-?, KEEP_IN_JAVA",
    "+++?-+, KEEP_IN_JAVA",
    "+++++?, NOT_ENOUGH_EVIDENCE",
    "?+++++, NOT_ENOUGH_EVIDENCE"
  })
  void verdict_follows_the_table(String states, Verdict verdict) {
    assertThat(gates(states).verdict()).isEqualTo(verdict);
  }

  @Test
  void review_needs_all_six_gates_passed() {
    for (Gates gates : every()) {
      boolean allPass = gates.states().values().stream().allMatch(GateState.PASS::equals);
      assertThat(gates.verdict() == Verdict.REVIEW_FOR_RUST).as("%s", gates).isEqualTo(allPass);
    }
  }

  /** By hand: with confirmed fixes, what refuses Rust in every case is the one with the action. */
  @ParameterizedTest
  @CsvSource({
    "+?+-++, TUNE_JVM_FIRST",
    "???-??, TUNE_JVM_FIRST",
    "???--?, TUNE_JVM_FIRST",
    "?-?-??, KEEP_IN_JAVA",
    "????-?, KEEP_IN_JAVA",
    "??????, NOT_ENOUGH_EVIDENCE"
  })
  void confirmed_fixes_are_the_verdict_where_every_way_refuses(String states, Verdict verdict) {
    assertThat(gates(states, true).verdict()).isEqualTo(verdict);
  }

  /** Invariant 9: nothing passes on an assumption. */
  @Test
  void an_assumed_gain_leads_to_a_trial_at_most() {
    for (Gates gates : every()) {
      if (gates.states().containsValue(GateState.ASSUMED)) {
        assertThat(gates.possible()).as("%s", gates).doesNotContain(Verdict.REVIEW_FOR_RUST);
      }
      boolean passesButForTheGain =
          gates.states().values().stream()
                  .allMatch(s -> s == GateState.PASS || s == GateState.ASSUMED)
              && gates.states().containsValue(GateState.ASSUMED);
      assertThat(gates.verdict() == Verdict.WORTH_A_TRIAL)
          .as("%s", gates)
          .isEqualTo(passesButForTheGain);
    }
  }

  /** Invariant 8, over all states and every way to fill in one unknown. */
  @Test
  void filling_in_an_unknown_never_flips_whether_rust_is_refused() {
    for (Gates gates : every()) {
      Set<Verdict> possible = gates.possible();
      for (Gate gate : Gate.values()) {
        if (gates.state(gate) == GateState.UNKNOWN) {
          for (GateState state : List.of(GateState.PASS, GateState.FAIL)) {
            Gates filled = with(gates, gate, state);
            assertThat(possible).as("%s", filled).containsAll(filled.possible());
            if (gates.verdict() != Verdict.NOT_ENOUGH_EVIDENCE) {
              assertThat(filled.verdict().refuses())
                  .as("%s", filled)
                  .isEqualTo(gates.verdict().refuses());
            }
          }
        }
      }
    }
  }

  private static Gates with(Gates gates, Gate gate, GateState state) {
    EnumMap<Gate, GateState> states = new EnumMap<>(gates.states());
    states.put(gate, state);
    return new Gates(states, gates.fixes());
  }

  /**
   * By hand: all unknown, a failed G1 alone keeps it in Java; once there is pain, a failed G2 does;
   * once both hold, a failed G3 is for tuning; then a failed G4; G0 and G5 alone turn on
   * themselves.
   */
  @ParameterizedTest
  @CsvSource({
    "??????, G1", "?+????, G2", "?++???, G3", "+++???, G3", "++++??, G4", "+++++?, G5",
    "?+++++, G0", "?++++?, G5", "++?-++, ''", "++++++, ''", "+-????, ''", "-+++++, ''"
  })
  void the_first_gate_that_can_settle_it_alone_is_named(String states, String expected) {
    assertThat(gates(states).wouldDecide().stream().map(Gate::name).toList())
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  /** By brute force over all sets of gates: the one settles, and no smaller or earlier one does. */
  @Test
  void the_gate_that_is_named_settles_it_and_no_earlier_one_does() {
    for (Gates gates : every()) {
      Set<Gate> found = gates.wouldDecide();
      if (settled(gates)) {
        assertThat(found).as("%s", gates).isEmpty();
        continue;
      }
      assertThat(found).as("%s", gates).hasSize(1);
      assertThat(settles(gates, found)).as("%s by %s", gates, found).isTrue();
      for (int bits = 0; bits < 64; bits++) {
        EnumSet<Gate> other = EnumSet.noneOf(Gate.class);
        for (Gate gate : Gate.values()) {
          if ((bits >> gate.ordinal() & 1) == 1) {
            other.add(gate);
          }
        }
        if (other.isEmpty()
            || (other.size() == 1
                && other.iterator().next().compareTo(found.iterator().next()) < 0)) {
          assertThat(settles(gates, other)).as("%s by %s", gates, other).isFalse();
        }
      }
    }
  }

  private static boolean settles(Gates gates, Set<Gate> set) {
    List<Gates> completions = List.of(gates);
    for (Gate gate : set) {
      if (gates.state(gate) != GateState.UNKNOWN) {
        return false;
      }
      completions =
          completions.stream()
              .flatMap(
                  g ->
                      List.of(with(g, gate, GateState.PASS), with(g, gate, GateState.FAIL))
                          .stream())
              .toList();
    }
    return completions.stream().anyMatch(GatesTest::settled);
  }

  /** One verdict is left, or only such as refuse. */
  private static boolean settled(Gates gates) {
    return gates.possible().size() == 1
        || Set.of(Verdict.KEEP_IN_JAVA, Verdict.TUNE_JVM_FIRST).containsAll(gates.possible());
  }

  @Test
  void every_gate_needs_a_state() {
    assertThatThrownBy(() -> new Gates(Map.of(Gate.G0, GateState.PASS), false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void names_are_those_of_the_report() {
    assertThat(Verdict.REVIEW_FOR_RUST.id()).isEqualTo("review-for-rust");
    assertThat(Verdict.byId("tune-jvm-first")).contains(Verdict.TUNE_JVM_FIRST);
    assertThat(Verdict.byId("rewrite")).isEmpty();
    assertThat(GateState.PASS.id()).isEqualTo("pass");
  }

  @Test
  void people_read_plain_words() {
    assertThat(Stream.of(Verdict.values()).map(Verdict::title))
        .containsExactly(
            "Review for Rust",
            "Worth a trial",
            "Fix or tune in Java first",
            "Keep in Java",
            "Not enough evidence");
    assertThat(Stream.of(Gate.values()).map(Gate::title))
        .containsExactly("evidence", "pain", "cause", "tuning", "economics", "delivery");
    assertThat(Stream.of(Gate.values()).map(Gate::question))
        .doesNotHaveDuplicates()
        .allMatch(question -> question.endsWith("?"));
    assertThat(Stream.of(Gate.values()).map(Gate::statement))
        .doesNotHaveDuplicates()
        .allMatch(statement -> statement.startsWith("passes when "));
  }
}
