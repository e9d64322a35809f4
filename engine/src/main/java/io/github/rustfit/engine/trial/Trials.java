package io.github.rustfit.engine.trial;

import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.component.Member;
import io.github.rustfit.rules.component.Passages;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.evidence.trial.TrialFigures;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.stats.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What trials say of a component.
 *
 * @param all each of its trials, with what it counts for
 * @param gain what the component gains by the port that gains it most; empty where no trial counts
 */
public record Trials(List<Tried> all, Optional<MeasuredGain> gain) {

  public Trials {
    all = List.copyOf(all);
  }

  /** What those say that count. */
  public Stream<Fact> counting() {
    return all.stream()
        .filter(one -> one.state() == Tried.State.COUNTS)
        .map(one -> Fact.measured(one.text()));
  }

  /** Those of the context's component. */
  public static Trials of(RuleContext context) {
    List<Trial> trials =
        context.repository().trials().stream()
            .filter(trial -> trial.component().equals(context.component().name()))
            .toList();
    if (trials.isEmpty()) {
      return new Trials(List.of(), Optional.empty());
    }
    Passages passages = context.attribution().passages(context.component());
    List<Tried> all = new ArrayList<>();
    SortedMap<String, List<Tried>> counting = new TreeMap<>();
    for (Trial trial : trials) {
      Tried tried = Tried.of(trial, covered(passages, trial.entry()));
      all.add(tried);
      if (tried.state() == Tried.State.COUNTS) {
        counting.computeIfAbsent(trial.entry(), entry -> new ArrayList<>()).add(tried);
      }
    }
    return new Trials(
        all,
        counting.values().stream()
            .map(Trials::of)
            .max(
                Comparator.<MeasuredGain>comparingDouble(one -> one.component().central())
                    .thenComparing(one -> one.trials().get(0).trial().entry())));
  }

  /** The component's samples that pass through a method since they last came in. */
  private static Share covered(Passages passages, String entry) {
    Weight part = Weight.ZERO;
    for (Map.Entry<List<Member>, Weight> path : passages.inside().entrySet()) {
      if (path.getKey().stream().anyMatch(member -> MethodId.of(member).equals(entry))) {
        part = part.merge(path.getValue());
      }
    }
    Weight all = passages.all();
    return Share.weighted(part.amount(), all.amount(), all.effectiveSamples());
  }

  /**
   * Of the trials of one method: on several machines it gains what it does on the worst and best.
   */
  private static MeasuredGain of(List<Tried> trials) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    double logs = 0;
    boolean finished = true;
    for (Tried tried : trials) {
      Gain gain = tried.trial().figures().map(TrialFigures::counted).orElseThrow();
      low = Math.min(low, gain.low());
      high = Math.max(high, gain.high());
      logs += StrictMath.log(gain.value());
      finished &= tried.trial().port() == Trial.Port.FINISHED;
    }
    Gain method = new Gain(low, StrictMath.exp(logs / trials.size()), high);
    Share covered = trials.get(0).covered();
    return new MeasuredGain(trials, method, covered, component(covered, method), finished);
  }

  /**
   * What a component gains when a part of it does: {@code 1 / (1 − c + c / g)} (Amdahl), at the
   * ends of both intervals that give least and most.
   */
  static ThreePoint component(Share covered, Gain gain) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double c : new double[] {covered.low(), covered.high()}) {
      for (double g : new double[] {gain.low(), gain.high()}) {
        least = Math.min(least, whole(c, g));
        most = Math.max(most, whole(c, g));
      }
    }
    double central = whole(covered.value(), gain.value());
    return new ThreePoint(least, Math.min(most, Math.max(least, central)), most);
  }

  private static double whole(double covered, double gain) {
    return 1 / (1 - covered + covered / gain);
  }
}
