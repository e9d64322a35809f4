package io.github.rustfit.engine.economics;

import io.github.rustfit.engine.arithmetic.Boundary;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Assumptions;
import io.github.rustfit.rules.policy.BoundaryPlan;
import io.github.rustfit.rules.policy.Technique;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.Threshold;
import java.util.Optional;

/**
 * What crossing the language boundary costs.
 *
 * @param technique as declared
 * @param share CPU at the boundary as a share of process CPU
 * @param runtimeFactor how many times as long the replaced code takes as native code does
 * @param provenance declared where the share itself is, else assumed
 * @param source where the figures come from
 */
public record BoundaryCost(
    Optional<Technique> technique,
    ThreePoint share,
    ThreePoint runtimeFactor,
    Provenance provenance,
    String source) {

  /** Speed of copying. */
  private static final Threshold COPIED =
      new Threshold(
          "copying across the boundary", 10, "GB/s", "measured by this project: 1 MB in 43–89 µs");

  /** CPU at the boundary where a crossing is dear and nobody says how often it happens. */
  private static final ThreePoint DEAR = new ThreePoint(0.25, 0.08, 0);

  /** That of the context's component. */
  static BoundaryCost of(RuleContext context) {
    Assumptions assumptions = context.policy().facts().assumptions();
    BoundaryPlan plan = assumptions.boundary();
    ThreePoint factor =
        plan.technique().map(Technique::runtimeFactor).orElse(ThreePoint.exactly(1));
    if (assumptions.declares(Assumption.BOUNDARY)) {
      return new BoundaryCost(
          plan.technique(),
          assumptions.get(Assumption.BOUNDARY),
          factor,
          Provenance.DECLARED,
          assumptions.source(Assumption.BOUNDARY).orElse(""));
    }
    Technique technique = plan.technique().orElse(Technique.FFM);
    String source =
        plan.technique().map(Technique::source).orElse("FFM assumed: " + technique.source());
    Optional<ThreePoint> counted = counted(context, plan, technique);
    if (counted.isPresent()) {
      return new BoundaryCost(plan.technique(), counted.get(), factor, Provenance.ASSUMED, source);
    }
    return new BoundaryCost(
        plan.technique(), uncounted(technique), factor, Provenance.ASSUMED, uncountedSource(plan));
  }

  private static String uncountedSource(BoundaryPlan plan) {
    if (plan.technique().filter(one -> one == Technique.NONE).isPresent()) {
      return Technique.NONE.source();
    }
    if (plan.crossingsPerSecond().isPresent()) {
      return "project assumption: the CPU of the process, jdk.CPULoad, is not recorded, so what"
          + " economics.crossingsPerSecond costs of it is unknown";
    }
    return plan.technique().isEmpty()
        ? Assumption.BOUNDARY.source()
        : "project assumption: economics.crossingsPerSecond is not declared";
  }

  private static ThreePoint uncounted(Technique technique) {
    return switch (technique) {
      case NONE -> ThreePoint.exactly(0);
      case FFM, JNI, WEBASSEMBLY -> Assumption.BOUNDARY.byDefault();
      case JNA, PROCESS -> DEAR;
    };
  }

  /** From declared counts; empty without them, and while the CPU of the process is unknown. */
  private static Optional<ThreePoint> counted(
      RuleContext context, BoundaryPlan plan, Technique technique) {
    Tally process = context.profile().processCpu();
    if (plan.crossingsPerSecond().isEmpty() || !process.known() || process.amount() == 0) {
      return Optional.empty();
    }
    ThreePoint nanos = technique.nanosPerCrossing(plan.payload());
    return Optional.of(
        new ThreePoint(
            share(plan, nanos.pessimistic(), process.perNano()),
            share(plan, nanos.central(), process.perNano()),
            share(plan, nanos.optimistic(), process.perNano())));
  }

  private static double share(BoundaryPlan plan, double nanos, double cores) {
    return Boundary.share(
        plan.crossingsPerSecond().orElse(0),
        nanos,
        plan.bytesPerSecond().orElse(0),
        COPIED.value(),
        cores);
  }
}
