package io.github.rustfit.trial.portability;

import io.github.rustfit.trial.port.Receiver;
import java.util.List;

/**
 * A method in Rust by machine, or why it is not.
 *
 * @param code a module of Rust from its attributes on; empty where something was refused
 * @param methods how many methods it holds
 * @param refusals what was refused, each as {@code file:line: reason}; empty where there is code
 * @param onlyRead places of the parameters, the first one being 0, whose arrays are surely never
 *     written to; ported or not
 * @param object what it needs of the object that it is called on; ported or not
 */
public record StraightPort(
    String code, int methods, List<String> refusals, List<Integer> onlyRead, CalledOn object) {

  public StraightPort {
    refusals = List.copyOf(refusals);
    onlyRead = List.copyOf(onlyRead);
  }

  /**
   * The object that a method is called on.
   *
   * @param fields those that the method needs; numbers that get other values last
   * @param obstacles why that is not all it needs, each as {@code file:line: reason}; empty where
   *     it is
   */
  public record CalledOn(List<Receiver.Field> fields, List<String> obstacles) {

    public CalledOn {
      fields = List.copyOf(fields);
      obstacles = List.copyOf(obstacles);
    }
  }

  /** Whether there is code. */
  public boolean done() {
    return refusals.isEmpty();
  }
}
