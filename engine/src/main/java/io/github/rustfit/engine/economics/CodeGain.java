package io.github.rustfit.engine.economics;

import io.github.rustfit.engine.shape.HotShape;
import io.github.rustfit.engine.trial.MeasuredGain;
import io.github.rustfit.engine.trial.Trials;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Assumptions;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.stats.Format;
import java.util.List;

/**
 * How many times faster the code of a component becomes: as trials measured it, else as declared,
 * else what code of its shape was measured to gain.
 *
 * @param shape what its samples did
 * @param speedUp CPU time in Java over CPU time in Rust
 * @param provenance measured, declared or assumed
 * @param source where the figure comes from
 * @param boundary what calling it costs, which a measured or declared gain holds already
 * @param trials what trials say
 */
public record CodeGain(
    HotShape shape,
    ThreePoint speedUp,
    Provenance provenance,
    String source,
    BoundaryCost boundary,
    Trials trials) {

  /** That of the context's component. */
  public static CodeGain of(RuleContext context) {
    HotShape shape = HotShape.of(context);
    BoundaryCost boundary = BoundaryCost.of(context);
    Assumptions assumptions = context.policy().facts().assumptions();
    Trials trials = Trials.of(context);
    ThreePoint assumed = slowed(shape.shape().gain(), boundary.runtimeFactor());
    if (trials.gain().isPresent()) {
      MeasuredGain gain = trials.gain().get();
      return new CodeGain(
          shape,
          gain.finished() ? gain.component() : open(gain.component(), assumed),
          Provenance.MEASURED,
          source(gain),
          boundary,
          trials);
    }
    return assumptions.declares(Assumption.KERNEL_SPEED_UP)
        ? new CodeGain(
            shape,
            assumptions.get(Assumption.KERNEL_SPEED_UP),
            Provenance.DECLARED,
            assumptions.source(Assumption.KERNEL_SPEED_UP).orElse(""),
            boundary,
            trials)
        : new CodeGain(
            shape, assumed, Provenance.ASSUMED, shape.shape().source(), boundary, trials);
  }

  /** A port that may get better shows what is gained at least, and refutes nothing. */
  private static ThreePoint open(ThreePoint measured, ThreePoint assumed) {
    return new ThreePoint(
        measured.pessimistic(),
        measured.central(),
        Math.max(measured.optimistic(), assumed.optimistic()));
  }

  private static String source(MeasuredGain gain) {
    return "trial of "
        + gain.name()
        + ", which "
        + Format.percent(gain.covered().value())
        + " of the component's CPU passes through"
        + (gain.finished()
            ? ""
            : "; the high end is that of its shape, as the port may get better");
  }

  private static ThreePoint slowed(ThreePoint gain, ThreePoint factor) {
    return new ThreePoint(
        gain.pessimistic() / factor.pessimistic(),
        gain.central() / factor.central(),
        gain.optimistic() / factor.optimistic());
  }

  /** Whether it is measured or declared, so that it holds allocation and boundary. */
  public boolean holdsBoundary() {
    return provenance != Provenance.ASSUMED;
  }

  /** What trials say that count, each in a sentence. */
  public List<String> tried() {
    return trials.counting().map(Fact::text).toList();
  }

  /** Whether a trial measured it. */
  public boolean measured() {
    return provenance == Provenance.MEASURED;
  }
}
