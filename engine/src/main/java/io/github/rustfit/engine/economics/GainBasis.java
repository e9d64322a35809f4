package io.github.rustfit.engine.economics;

import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Assumptions;
import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.rule.RuleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where what a replacement gains comes from. A gain that somebody measured is declared with its
 * source; without one nobody can tell it from a wish, so it carries no gate.
 *
 * @param assumed the gains that are defaults of this tool
 * @param unsourced those that are declared without a source
 * @param measured the others
 */
public record GainBasis(
    List<Assumption> assumed, List<Assumption> unsourced, List<Assumption> measured) {

  public GainBasis {
    assumed = List.copyOf(assumed);
    unsourced = List.copyOf(unsourced);
    measured = List.copyOf(measured);
  }

  /** Of the speed-up. */
  public static GainBasis ofSpeed(RuleContext context) {
    return of(context.policy().facts().assumptions(), List.of(Assumption.KERNEL_SPEED_UP));
  }

  /** Of the money that is saved: what binds decides which gains it rests on. */
  public static GainBasis ofMoney(RuleContext context) {
    Binding binding =
        context.policy().facts().fleet(context.component().name()).binding().orElse(Binding.BOTH);
    List<Assumption> gains = new ArrayList<>();
    if (binding.cpu()) {
      gains.add(Assumption.KERNEL_SPEED_UP);
    }
    if (binding.memory()) {
      gains.add(Assumption.MEMORY_REDUCTION);
    }
    return of(context.policy().facts().assumptions(), gains);
  }

  private static GainBasis of(Assumptions assumptions, List<Assumption> gains) {
    return new GainBasis(
        gains.stream().filter(one -> !assumptions.declares(one)).toList(),
        gains.stream()
            .filter(assumptions::declares)
            .filter(one -> assumptions.source(one).isEmpty())
            .toList(),
        gains.stream().filter(one -> assumptions.source(one).isPresent()).toList());
  }

  /** Whether the near end of the gain may carry a gate: no part of it is a claim without source. */
  public boolean carries() {
    return unsourced.isEmpty();
  }

  /** How to measure what is not measured, or to say how it was. */
  public String toMeasure() {
    if (!unsourced.isEmpty()) {
      return "Say in "
          + keys(unsourced, ".source")
          + " in rustfit.yaml how the figure was measured.";
    }
    return assumed.isEmpty()
        ? "Measure what a port gains closer than "
            + keys(measured, "")
            + " in rustfit.yaml says: the verdict lies between its ends."
        : "Port the hot code behind the seam as a prototype, run it beside the Java code on the same"
            + " inputs, and declare what it gained, with its range and its source, as "
            + keys(assumed, "")
            + " in rustfit.yaml.";
  }

  private static String keys(List<Assumption> gains, String suffix) {
    return gains.stream()
        .map(one -> "economics." + one.id() + suffix)
        .collect(Collectors.joining(" and "));
  }
}
