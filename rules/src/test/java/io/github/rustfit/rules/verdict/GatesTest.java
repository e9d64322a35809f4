package io.github.rustfit.rules.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States are written G0 to G5: {@code +} passes, {@code -} fails, {@code ?} is unknown. */
class GatesTest {

  private static Gates gates(String states) {
    Map<Gate, GateState> map = new EnumMap<>(Gate.class);
    for (Gate gate : Gate.values()) {
      map.put(
          gate,
          switch (states.charAt(gate.ordinal())) {
            case '+' -> GateState.PASS;
            case '-' -> GateState.FAIL;
            default -> GateState.UNKNOWN;
          });
    }
    return new Gates(map);
  }

  /** All 3^6 combinations. */
  private static List<Gates> every() {
    List<String> all = List.of("");
    for (int i = 0; i < Gate.values().length; i++) {
      List<String> longer = new ArrayList<>();
      all.forEach(s -> List.of("+", "-", "?").forEach(next -> longer.add(s + next)));
      all = longer;
    }
    return all.stream().map(GatesTest::gates).toList();
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
    "++?-++, NOT_ENOUGH_EVIDENCE",
    "?+++-?, KEEP_IN_JAVA",
    "?+?+-?, KEEP_IN_JAVA",
    "+++?-+, NOT_ENOUGH_EVIDENCE",
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

  /** Invariant 8, over all 3^6 states and every way to fill in one unknown. */
  @Test
  void filling_in_an_unknown_never_flips_a_decided_verdict() {
    for (Gates gates : every()) {
      Set<Verdict> possible = gates.possible();
      for (Gate gate : Gate.values()) {
        if (gates.state(gate) == GateState.UNKNOWN) {
          for (GateState state : List.of(GateState.PASS, GateState.FAIL)) {
            Gates filled = with(gates, gate, state);
            assertThat(possible).as("%s", filled).containsAll(filled.possible());
            if (gates.verdict() != Verdict.NOT_ENOUGH_EVIDENCE) {
              assertThat(filled.verdict()).isEqualTo(gates.verdict());
            }
          }
        }
      }
    }
  }

  private static Gates with(Gates gates, Gate gate, GateState state) {
    EnumMap<Gate, GateState> states = new EnumMap<>(gates.states());
    states.put(gate, state);
    return new Gates(states);
  }

  /**
   * By hand: all unknown, a failed G1 alone keeps it in Java; once there is pain, a failed G2 does;
   * once both hold, a failed G3 is for tuning; then a failed G4; G0 and G5 alone turn on
   * themselves.
   */
  @ParameterizedTest
  @CsvSource({
    "??????, G1", "?+????, G2", "?++???, G3", "+++???, G3", "++++??, G4", "+++++?, G5",
    "?+++++, G0", "?++++?, G5", "++?-++, G2", "++++++, ''", "+-????, ''", "-+++++, ''"
  })
  void the_smallest_set_that_can_settle_it_is_named(String states, String expected) {
    assertThat(gates(states).wouldDecide().stream().map(Gate::name).toList())
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  /** The set is found again by brute force over all subsets: one settles, no smaller one does. */
  @Test
  void no_smaller_set_settles_it() {
    for (Gates gates : every()) {
      Set<Gate> found = gates.wouldDecide();
      if (gates.possible().size() == 1) {
        assertThat(found).as("%s", gates).isEmpty();
        continue;
      }
      assertThat(settles(gates, found)).as("%s by %s", gates, found).isTrue();
      for (int bits = 0; bits < 64; bits++) {
        EnumSet<Gate> other = EnumSet.noneOf(Gate.class);
        for (Gate gate : Gate.values()) {
          if ((bits >> gate.ordinal() & 1) == 1) {
            other.add(gate);
          }
        }
        if (other.size() < found.size()) {
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
    return completions.stream().anyMatch(g -> g.possible().size() == 1);
  }

  @Test
  void every_gate_needs_a_state() {
    assertThatThrownBy(() -> new Gates(Map.of(Gate.G0, GateState.PASS)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void names_are_those_of_the_report() {
    assertThat(Verdict.REVIEW_FOR_RUST.id()).isEqualTo("review-for-rust");
    assertThat(Verdict.byId("tune-jvm-first")).contains(Verdict.TUNE_JVM_FIRST);
    assertThat(Verdict.byId("rewrite")).isEmpty();
    assertThat(GateState.PASS.id()).isEqualTo("pass");
  }
}
