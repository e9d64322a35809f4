package io.github.rustfit.rules.enforcement;

import io.github.rustfit.rules.assessment.Assessment;
import io.github.rustfit.rules.assessment.ComponentAssessment;
import io.github.rustfit.rules.assessment.Excuse;
import io.github.rustfit.rules.assessment.Measure;
import io.github.rustfit.rules.assessment.Violation;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.stats.ShareDifference;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What was accepted at a time: the violations and findings of then, and every figure, so that a
 * later one can be told from noise.
 *
 * @param project {@code groupId:artifactId} of the project it was written for
 * @param accepted what does not fail a build while it does not get worse
 * @param figures every figure of then, by the id that its violation would have
 */
public record Baseline(String project, SortedSet<Accepted> accepted, Map<String, Measure> figures) {

  /**
   * How much of a figure that is counted and not sampled is variation between two runs of the same
   * program, of the figure. A project assumption: run to run, allocation rates and pause
   * percentiles of one program on one machine differ by some percent.
   */
  public static final double RUN_TO_RUN = 0.1;

  public Baseline {
    accepted = Collections.unmodifiableSortedSet(new TreeSet<>(accepted));
    figures = Collections.unmodifiableMap(new TreeMap<>(figures));
  }

  /** A baseline that accepts what an assessment shows, but for what a decision is about. */
  public static Baseline of(String project, Assessment assessment) {
    SortedSet<Accepted> accepted = new TreeSet<>();
    Stream.concat(
            assessment.gate().violations().stream(),
            assessment.gate().excuses().stream()
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
            && assessment.gate().decision(finding, name).isEmpty()) {
          accepted.add(
              new Accepted(
                  finding.id(),
                  finding.processWide() ? "" : name,
                  finding.level().id(),
                  Optional.empty()));
        }
      }
    }
    return new Baseline(project, accepted, assessment.gate().figures());
  }

  /** What it accepts under that id of that component. */
  public Optional<Accepted> find(String id, String component) {
    return accepted.stream()
        .filter(one -> one.id().equals(id) && one.component().equals(component))
        .findFirst();
  }

  /** Whether a finding of a component was there already. */
  public boolean knows(Finding finding, String component) {
    return find(finding.id(), finding.processWide() ? "" : component).isPresent();
  }

  /**
   * Whether a violation is worse than then beyond noise: a share when the interval on the
   * difference excludes none, another figure by more than {@link #RUN_TO_RUN}, a verdict when it is
   * another one. Nothing is known of what was not measured then.
   */
  public boolean worse(Violation now) {
    if (now.measure().isEmpty()) {
      return find(now.id(), now.component())
          .map(then -> !then.text().equals(now.measured()))
          .orElse(false);
    }
    Optional<Measure> then = Optional.ofNullable(figures.get(now.id()));
    return then.isPresent() && worse(now.rule(), then.get(), now.measure().get());
  }

  private static boolean worse(String rule, Measure then, Measure now) {
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
