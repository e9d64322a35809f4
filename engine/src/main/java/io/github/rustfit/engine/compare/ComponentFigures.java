package io.github.rustfit.engine.compare;

import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.runs.RunFigures;
import io.github.rustfit.engine.runs.RunValues;
import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.component.HotMethod;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.stats.Share;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one side measured of its components. */
final class ComponentFigures {

  private static final double NANOS_PER_SECOND = 1e9;

  private final Side side;
  private final Attribution attribution;
  private final RunFigures runs;

  ComponentFigures(Side side) {
    this.side = side;
    Components components =
        Components.of(side.evidence().sources(), side.assessment().policy().components());
    this.attribution =
        Attribution.of(side.assessment().profile(), side.evidence().sources(), components);
    this.runs = RunFigures.of(side.evidence(), attribution, components.all());
  }

  /** The same, run by run. */
  RunFigures runs() {
    return runs;
  }

  /** The figures of a component on both sides; one that a side does not have is unknown there. */
  static List<Draft> of(
      ComponentFigures from,
      Optional<ComponentAssessment> before,
      ComponentFigures to,
      Optional<ComponentAssessment> after) {
    return List.of(
        Draft.of(
                ComparedMetric.CPU_SHARE,
                before.map(ComponentAssessment::cpu).orElse(Share.UNKNOWN),
                after.map(ComponentAssessment::cpu).orElse(Share.UNKNOWN))
            .over(from.shares(before, SampleKind.CPU), to.shares(after, SampleKind.CPU)),
        rate(ComparedMetric.CPU_CORES, SampleKind.CPU, 1, from, before, to, after),
        Draft.of(
                ComparedMetric.ALLOCATION_SHARE,
                before.map(ComponentAssessment::allocation).orElse(Share.UNKNOWN),
                after.map(ComponentAssessment::allocation).orElse(Share.UNKNOWN))
            .over(
                from.shares(before, SampleKind.ALLOCATION),
                to.shares(after, SampleKind.ALLOCATION)),
        rate(
            ComparedMetric.ALLOCATION_RATE,
            SampleKind.ALLOCATION,
            NANOS_PER_SECOND,
            from,
            before,
            to,
            after),
        rate(ComparedMetric.LOCK_WAIT, SampleKind.LOCK, 1, from, before, to, after));
  }

  private static Draft rate(
      ComparedMetric measure,
      SampleKind kind,
      double perNano,
      ComponentFigures from,
      Optional<ComponentAssessment> before,
      ComponentFigures to,
      Optional<ComponentAssessment> after) {
    return Draft.of(
            measure,
            before.flatMap(one -> from.rate(one, kind)),
            after.flatMap(one -> to.rate(one, kind)),
            perNano)
        .over(from.rates(before, kind).times(perNano), to.rates(after, kind).times(perNano));
  }

  private RunValues shares(Optional<ComponentAssessment> component, SampleKind kind) {
    return component.map(one -> runs.share(one.component(), kind)).orElse(RunValues.NONE);
  }

  private RunValues rates(Optional<ComponentAssessment> component, SampleKind kind) {
    return component.map(one -> runs.rate(one.component(), kind)).orElse(RunValues.NONE);
  }

  /** The share of a method in each run, of a component that this side has. */
  RunValues shares(Optional<ComponentAssessment> component, RunFigures.Method method) {
    return component.map(one -> runs.share(one.component(), method)).orElse(RunValues.NONE);
  }

  private Optional<Rate> rate(ComponentAssessment one, SampleKind kind) {
    long over = side.assessment().profile().observed().getOrDefault(kind, 0L);
    if (over <= 0) {
      return Optional.empty();
    }
    Weight weight = attribution.owned(one.component(), kind);
    boolean none = weight.amount() == 0;
    if (none && weight.samples() > 0) {
      return Optional.empty(); // counted, not weighed
    }
    return Optional.of(new Rate(weight.amount(), over, none ? 0 : weight.effectiveSamples()));
  }

  /** Share of all CPU samples of each method of a component; the lines of a method are one. */
  static Map<RunFigures.Method, Share> methods(Optional<ComponentAssessment> component) {
    Map<RunFigures.Method, Share> shares = new HashMap<>();
    component.ifPresent(
        one -> {
          for (HotMethod hot : one.hotMethods()) {
            shares.merge(
                new RunFigures.Method(hot.place().className(), hot.place().method()),
                hot.self(),
                ComponentFigures::sum);
          }
        });
    return shares;
  }

  private static Share sum(Share a, Share b) {
    double value = Math.min(1, a.value() + b.value());
    return new Share(value, value, value, Math.max(a.samples(), b.samples()));
  }
}
