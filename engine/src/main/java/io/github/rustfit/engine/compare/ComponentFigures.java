package io.github.rustfit.engine.compare;

import io.github.rustfit.engine.assessment.ComponentAssessment;
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

  /** A method, whatever its line. */
  record Method(String className, String name) {}

  private final Side side;
  private final Attribution attribution;

  ComponentFigures(Side side) {
    this.side = side;
    this.attribution =
        Attribution.of(
            side.assessment().profile(),
            side.evidence().sources(),
            Components.of(side.evidence().sources(), side.assessment().policy().components()));
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
            after.map(ComponentAssessment::cpu).orElse(Share.UNKNOWN)),
        Draft.of(
            ComparedMetric.CPU_CORES,
            before.flatMap(one -> from.rate(one, SampleKind.CPU)),
            after.flatMap(one -> to.rate(one, SampleKind.CPU)),
            1),
        Draft.of(
            ComparedMetric.ALLOCATION_SHARE,
            before.map(ComponentAssessment::allocation).orElse(Share.UNKNOWN),
            after.map(ComponentAssessment::allocation).orElse(Share.UNKNOWN)),
        Draft.of(
            ComparedMetric.ALLOCATION_RATE,
            before.flatMap(one -> from.rate(one, SampleKind.ALLOCATION)),
            after.flatMap(one -> to.rate(one, SampleKind.ALLOCATION)),
            NANOS_PER_SECOND),
        Draft.of(
            ComparedMetric.LOCK_WAIT,
            before.flatMap(one -> from.rate(one, SampleKind.LOCK)),
            after.flatMap(one -> to.rate(one, SampleKind.LOCK)),
            1));
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
  static Map<Method, Share> methods(Optional<ComponentAssessment> component) {
    Map<Method, Share> shares = new HashMap<>();
    component.ifPresent(
        one -> {
          for (HotMethod hot : one.hotMethods()) {
            shares.merge(
                new Method(hot.place().className(), hot.place().method()),
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
