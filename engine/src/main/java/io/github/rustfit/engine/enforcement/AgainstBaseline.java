package io.github.rustfit.engine.enforcement;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.Excuse;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.rules.policy.Accepted;
import io.github.rustfit.rules.policy.Baseline;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.stats.MeasuredValue;
import io.github.rustfit.rules.stats.ShareDifference;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What an assessment is held against: a baseline, and what is worse than it.
 *
 * @param baseline what was accepted
 */
public record AgainstBaseline(Baseline baseline) {

  /**
   * How much of a figure that is counted and not sampled is variation between two runs of the same
   * program, of the figure. A project assumption: run to run, allocation rates and pause
   * percentiles of one program on one machine differ by some percent.
   */
  public static final double RUN_TO_RUN = 0.1;

  /** A baseline that accepts what an assessment shows, but for what a decision is about. */
  public static Baseline accepting(String project, Assessment assessment) {
    SortedSet<Accepted> accepted = new TreeSet<>();
    Stream.concat(
            assessment.limitCheck().violations().stream(),
            assessment.limitCheck().excuses().stream()
                .filter(excuse -> excuse.by() != Excuse.By.DECISION)
                .map(Excuse::violation))
        .forEach(
            one ->
                accepted.add(
                    new Accepted(one.id(), one.component(), one.measured(), one.measure())));
    for (ComponentAssessment component : assessment.components()) {
      String name = component.component().name();
      for (Finding finding : component.findings()) {
        if (finding.confirmed()
            && finding.level() != Level.NOTE
            && assessment.limitCheck().decision(finding, name).isEmpty()) {
          accepted.add(
              new Accepted(
                  finding.id(),
                  finding.processWide() ? "" : name,
                  finding.level().id(),
                  Optional.empty()));
        }
      }
    }
    return new Baseline(project, accepted, assessment.limitCheck().figures());
  }

  /** Whether a finding of a component was there already. */
  public boolean knows(Finding finding, String component) {
    return baseline.find(finding.id(), finding.processWide() ? "" : component).isPresent();
  }

  /**
   * Whether a violation is worse than then beyond noise: a share when the interval on the
   * difference excludes none, another figure by more than {@link #RUN_TO_RUN}, a verdict when it is
   * another one. Nothing is known of what was not measured then.
   */
  public boolean worse(Violation now) {
    if (now.measure().isEmpty()) {
      return baseline
          .find(now.id(), now.component())
          .map(then -> !then.text().equals(now.measured()))
          .orElse(false);
    }
    Optional<MeasuredValue> then = Optional.ofNullable(baseline.figures().get(now.id()));
    return then.isPresent() && worse(now.rule(), then.get(), now.measure().get());
  }

  private static boolean worse(String rule, MeasuredValue then, MeasuredValue now) {
    if (then.sampled() && now.sampled()) {
      return ShareDifference.of(then.share(), now.share()).grew();
    }
    Optional<Metric> metric = Metric.byId(rule);
    if (metric.isPresent() && metric.get() == Metric.HOT_PATH_FINDINGS) {
      return now.value() > then.value(); // counted one by one, and each is confirmed
    }
    if (metric.isPresent() && !metric.get().upperBound()) {
      // Of throughput it is the rest that varies from run to run.
      return 100 - now.value() > (100 - then.value()) * (1 + RUN_TO_RUN);
    }
    return now.low() > then.high() * (1 + RUN_TO_RUN);
  }
}
