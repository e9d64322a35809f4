package io.github.rustfit.engine.economics;

import io.github.rustfit.engine.shape.HotShape;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Assumptions;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.RuleContext;

/**
 * How many times faster the code of a component becomes: as declared, else what code of its shape
 * was measured to gain.
 *
 * @param shape what its samples did
 * @param speedUp CPU time in Java over CPU time in Rust
 * @param provenance declared or assumed
 * @param source where the figure comes from
 * @param boundary what calling it costs, which a declared gain holds already
 */
public record CodeGain(
    HotShape shape,
    ThreePoint speedUp,
    Provenance provenance,
    String source,
    BoundaryCost boundary) {

  /** That of the context's component. */
  public static CodeGain of(RuleContext context) {
    HotShape shape = HotShape.of(context);
    BoundaryCost boundary = BoundaryCost.of(context);
    Assumptions assumptions = context.policy().facts().assumptions();
    return assumptions.declares(Assumption.KERNEL_SPEED_UP)
        ? new CodeGain(
            shape,
            assumptions.get(Assumption.KERNEL_SPEED_UP),
            Provenance.DECLARED,
            assumptions.source(Assumption.KERNEL_SPEED_UP).orElse(""),
            boundary)
        : new CodeGain(
            shape,
            slowed(shape.shape().gain(), boundary.runtimeFactor()),
            Provenance.ASSUMED,
            shape.shape().source(),
            boundary);
  }

  private static ThreePoint slowed(ThreePoint gain, ThreePoint factor) {
    return new ThreePoint(
        gain.pessimistic() / factor.pessimistic(),
        gain.central() / factor.central(),
        gain.optimistic() / factor.optimistic());
  }

  /** Whether it is declared, so that it holds allocation and boundary. */
  public boolean declared() {
    return provenance == Provenance.DECLARED;
  }
}
