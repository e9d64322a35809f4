package io.github.rustfit.trial.portability;

import java.util.List;

/**
 * A method in Rust by machine, or why it is not.
 *
 * @param code a module of Rust from its attributes on; empty where something was refused
 * @param methods how many methods it holds
 * @param refusals what was refused, each as {@code file:line: reason}; empty where there is code
 * @param onlyRead places of the parameters, the first one being 0, whose arrays are surely never
 *     written to; ported or not
 */
public record StraightPort(
    String code, int methods, List<String> refusals, List<Integer> onlyRead) {

  public StraightPort {
    refusals = List.copyOf(refusals);
    onlyRead = List.copyOf(onlyRead);
  }

  /** Whether there is code. */
  public boolean done() {
    return refusals.isEmpty();
  }
}
