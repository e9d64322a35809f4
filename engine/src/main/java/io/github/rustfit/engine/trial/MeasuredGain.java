package io.github.rustfit.engine.trial;

import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.stats.Share;
import java.util.List;

/**
 * What a component gains by a port of one of its methods, as trials measured it.
 *
 * @param trials those that count, one for each machine
 * @param method what the method gains: from the least to the most of all machines
 * @param covered share of the component's CPU samples that pass through the method
 * @param component what the component gains, the rest of it staying as it is
 * @param finished whether each port was declared to be as good as it gets, so that it can refute a
 *     gain
 */
public record MeasuredGain(
    List<Tried> trials, Gain method, Share covered, ThreePoint component, boolean finished) {

  public MeasuredGain {
    trials = List.copyOf(trials);
  }

  /** The method, {@code Type.method}. */
  public String name() {
    return MethodId.shortOf(trials.get(0).trial().entry());
  }
}
