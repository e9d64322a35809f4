package io.github.rustfit.trial.portability;

import java.util.List;

/**
 * A method in Rust by machine, or why it is not.
 *
 * @param code a module of Rust from its attributes on; empty where something was refused
 * @param methods how many methods it holds
 * @param refusals what was refused, each as {@code file:line: reason}; empty where there is code
 */
public record StraightPort(String code, int methods, List<String> refusals) {

  public StraightPort {
    refusals = List.copyOf(refusals);
  }

  /** Whether there is code. */
  public boolean done() {
    return refusals.isEmpty();
  }
}
