package io.github.rustfit.engine.economics;

import io.github.rustfit.engine.trial.MeasuredGain;
import io.github.rustfit.engine.trial.Trials;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Assumptions;
import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.rule.RuleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where what a replacement gains comes from. A gain that somebody measured is declared with its
 * source; without one nobody can tell it from a wish, so it carries no gate.
 *
 * @param assumed the gains that are defaults of this tool
 * @param unsourced those that are declared without a source
 * @param measured the others
 * @param trial what a trial measured of the speed-up; empty without one
 */
public record GainBasis(
    List<Assumption> assumed,
    List<Assumption> unsourced,
    List<Assumption> measured,
    Optional<MeasuredGain> trial) {

  public GainBasis {
    assumed = List.copyOf(assumed);
    unsourced = List.copyOf(unsourced);
    measured = List.copyOf(measured);
  }

  /** Of the speed-up. */
  public static GainBasis ofSpeed(RuleContext context) {
    return of(context, List.of(Assumption.KERNEL_SPEED_UP));
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
    return of(context, gains);
  }

  private static GainBasis of(RuleContext context, List<Assumption> gains) {
    Assumptions assumptions = context.policy().facts().assumptions();
    Optional<MeasuredGain> trial =
        gains.contains(Assumption.KERNEL_SPEED_UP) ? Trials.of(context).gain() : Optional.empty();
    List<Assumption> others =
        gains.stream().filter(one -> trial.isEmpty() || one != Assumption.KERNEL_SPEED_UP).toList();
    return new GainBasis(
        others.stream().filter(one -> !assumptions.declares(one)).toList(),
        others.stream()
            .filter(assumptions::declares)
            .filter(one -> assumptions.source(one).isEmpty())
            .toList(),
        others.stream().filter(one -> assumptions.source(one).isPresent()).toList(),
        trial);
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
    if (trial.isPresent() && assumed.isEmpty()) {
      return trial.get().finished()
          ? "Try "
              + trial.get().name()
              + " again with rustfit:trial, on captured arguments and an idle machine: the verdict"
              + " lies between the ends of what was measured."
          : "Make the port of "
              + trial.get().name()
              + " better, try it again with rustfit:trial, and say -Drustfit.finished=true when it"
              + " is as good as it gets.";
    }
    return assumed.isEmpty()
        ? "Measure what a port gains closer than "
            + keys(measured, "")
            + " in rustfit.yaml says: the verdict lies between its ends."
        : "Port the hot code behind the seam and measure it with rustfit:trial; or run a prototype"
            + " beside the Java code on the same inputs, and declare what it gained, with its range"
            + " and its source, as "
            + keys(assumed, "")
            + " in rustfit.yaml.";
  }

  private static String keys(List<Assumption> gains, String suffix) {
    return gains.stream()
        .map(one -> "economics." + one.id() + suffix)
        .collect(Collectors.joining(" and "));
  }
}
