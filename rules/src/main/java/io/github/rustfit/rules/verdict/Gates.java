package io.github.rustfit.rules.verdict;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The states of all six gates and the verdict that follows. No weights: a gate decides or it does
 * not.
 *
 * @param states one state for each gate
 * @param fixes whether a recording or log confirms something to fix in the component's own code
 */
public record Gates(Map<Gate, GateState> states, boolean fixes) {

  public Gates {
    if (states.size() != Gate.values().length) {
      throw new IllegalArgumentException("every gate needs a state: " + states);
    }
    states = Collections.unmodifiableMap(new EnumMap<>(states));
  }

  /** The state of a gate. */
  public GateState state(Gate gate) {
    return states.getOrDefault(gate, GateState.UNKNOWN);
  }

  /**
   * The verdict: with unknown gates, the one that every completion of them leads to. Where
   * completions disagree but all of them refuse Rust, that is decided, and what is left is whether
   * there is something to do: {@link Verdict#TUNE_JVM_FIRST} where the tuning gate fails and fixes
   * are confirmed, else {@link Verdict#KEEP_IN_JAVA}. Otherwise {@link
   * Verdict#NOT_ENOUGH_EVIDENCE}.
   */
  public Verdict verdict() {
    Set<Verdict> possible = possible();
    if (possible.size() == 1) {
      return possible.iterator().next();
    }
    if (!possible.stream().allMatch(Verdict::refuses)) {
      return Verdict.NOT_ENOUGH_EVIDENCE;
    }
    return fixes && state(Gate.G3) == GateState.FAIL
        ? Verdict.TUNE_JVM_FIRST
        : Verdict.KEEP_IN_JAVA;
  }

  /** Whether the unknown gates cannot change whether Rust is refused. */
  public boolean decided() {
    Set<Verdict> possible = possible();
    return possible.size() == 1 || possible.stream().allMatch(Verdict::refuses);
  }

  /** The verdicts that completions of the unknown gates can lead to. */
  public Set<Verdict> possible() {
    EnumSet<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    complete(0, new EnumMap<>(states), verdicts);
    return verdicts;
  }

  private static void complete(int from, Map<Gate, GateState> partial, Set<Verdict> verdicts) {
    for (Gate gate : Gate.values()) {
      if (gate.ordinal() >= from && partial.get(gate) == GateState.UNKNOWN) {
        for (GateState state : List.of(GateState.PASS, GateState.FAIL)) {
          partial.put(gate, state);
          complete(gate.ordinal() + 1, partial, verdicts);
        }
        partial.put(gate, GateState.UNKNOWN);
        return;
      }
    }
    verdicts.add(decide(partial));
  }

  /**
   * The verdict of decided gates. G0 stands before the claim for Rust only: what already speaks
   * against a rewrite, or for tuning, needs no more evidence.
   */
  private static Verdict decide(Map<Gate, GateState> gates) {
    if (failed(gates, Gate.G1) || failed(gates, Gate.G2)) {
      return Verdict.KEEP_IN_JAVA;
    }
    if (failed(gates, Gate.G3)) {
      return Verdict.TUNE_JVM_FIRST;
    }
    if (failed(gates, Gate.G4) || failed(gates, Gate.G5)) {
      return Verdict.KEEP_IN_JAVA;
    }
    if (failed(gates, Gate.G0)) {
      return Verdict.NOT_ENOUGH_EVIDENCE;
    }
    return gates.containsValue(GateState.ASSUMED) ? Verdict.WORTH_A_TRIAL : Verdict.REVIEW_FOR_RUST;
  }

  private static boolean failed(Map<Gate, GateState> gates, Gate gate) {
    return gates.get(gate) == GateState.FAIL;
  }

  /**
   * The earliest unknown gate whose decision alone can settle the verdict; empty when {@link
   * #decided()}. There always is one: a failure of any gate but G0 refuses Rust, whatever the
   * others say, and where G0 alone is unknown its decision leaves one verdict.
   */
  public Set<Gate> wouldDecide() {
    if (decided()) {
      return Set.of();
    }
    return states.keySet().stream()
        .filter(gate -> state(gate) == GateState.UNKNOWN && settles(gate))
        .limit(1)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean settles(Gate gate) {
    for (GateState state : List.of(GateState.PASS, GateState.FAIL)) {
      EnumMap<Gate, GateState> one = new EnumMap<>(states);
      one.put(gate, state);
      if (new Gates(one, fixes).decided()) {
        return true;
      }
    }
    return false;
  }
}
