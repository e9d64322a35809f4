package io.github.rustfit.engine.enforcement;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.Excuse;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.engine.runs.RunTest;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Accepted;
import io.github.rustfit.rules.policy.Baseline;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.stats.MeasuredValue;
import io.github.rustfit.rules.stats.Runs;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What an assessment is held against: a baseline, and what is worse than it.
 *
 * @param baseline what was accepted
 * @param others how many figures beside those that it accepts a build can be failed by for being
 *     worse than then
 * @param ofBuilds ids of figures whose runs are earlier builds, of a history
 * @param otherPart that it is of another part of recordings, so that no figure of it can be held
 *     against one of now, see {@link UnlikeBaseline#window()}
 */
public record AgainstBaseline(
    Baseline baseline, int others, SortedSet<String> ofBuilds, Optional<Problem> otherPart) {

  public AgainstBaseline {
    ofBuilds = Collections.unmodifiableSortedSet(new TreeSet<>(ofBuilds));
  }

  /** Only what the baseline accepts can become worse than it. */
  public static AgainstBaseline of(Baseline baseline) {
    return new AgainstBaseline(baseline, 0, Collections.emptySortedSet(), Optional.empty());
  }

  /**
   * A baseline that accepts what an assessment shows, but for what a decision is about.
   *
   * @param setup what it was measured with, see {@link Baseline#setup()}
   */
  public static Baseline accepting(
      String project, Assessment assessment, Map<String, SortedSet<String>> setup) {
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
    return new Baseline(project, accepted, assessment.limitCheck().figures(), setup);
  }

  /** Whether a finding of a component was there already. */
  public boolean knows(Finding finding, String component) {
    return baseline.find(finding.id(), finding.processWide() ? "" : component).isPresent();
  }

  /**
   * Whether it accepts a figure of which only one run is known, so that none is told from noise.
   */
  public boolean ofSingleRuns() {
    return baseline.accepted().stream()
        .filter(one -> !counted(one.id()))
        .flatMap(one -> one.measure().stream())
        .anyMatch(measure -> !measure.runs().several());
  }

  /**
   * How many figures a build can be failed by for being worse than then. Each is tested at {@link
   * RunTest#FALSE_ALARMS} ÷ this (Bonferroni).
   */
  int tested() {
    long accepted =
        baseline.accepted().stream()
            .filter(one -> one.measure().isPresent() && !counted(one.id()))
            .count();
    return (int) Math.max(1, accepted + others);
  }

  private static boolean counted(String id) {
    return id.startsWith(Metric.HOT_PATH_FINDINGS.id() + ":");
  }

  /**
   * What became of a violation since then. A verdict is worse when it is another one, and hot lines
   * when there are more; a figure that is the same to the last bit is of the same recordings; every
   * other one is held against the runs of then, see {@link Since}.
   */
  public Since since(Violation now) {
    return since(now, Map.of());
  }

  /**
   * The same with all figures of now: a share that grew, of a component that takes no more time or
   * bytes per second than then, is what others left, and not worse.
   */
  public Since since(Violation now, Map<String, MeasuredValue> figures) {
    Since since = held(now);
    return since.state() == Since.State.WORSE ? left(now, figures).orElse(since) : since;
  }

  private Optional<Since> left(Violation now, Map<String, MeasuredValue> figures) {
    Metric metric = Metric.byId(now.rule()).orElse(Metric.FULL_COLLECTIONS);
    String what =
        switch (metric) {
          case CPU_SHARE -> Violation.CPU_TIME;
          case ALLOCATION_SHARE -> Metric.ALLOCATION_RATE.id();
          default -> "";
        };
    String id = Violation.id(what, now.component());
    Optional<Runs> then = Optional.ofNullable(baseline.figures().get(id)).map(MeasuredValue::runs);
    Optional<Runs> after = Optional.ofNullable(figures.get(id)).map(MeasuredValue::runs);
    if (what.isEmpty()
        || then.filter(Runs::several).isEmpty()
        || after.filter(Runs::several).isEmpty()
        || then.get().mean() <= 0) {
      return Optional.empty();
    }
    double ratio = after.get().mean() / then.get().mean();
    return ratio >= 1 + RunTest.MARGIN / 2
        ? Optional.empty()
        : Optional.of(
            Since.notWorse(
                "its share grew beyond noise, but it "
                    + (metric == Metric.CPU_SHARE ? "takes" : "allocates")
                    + String.format(Locale.ROOT, " %.2f×", ratio)
                    + " as much per second as then: others "
                    + (metric == Metric.CPU_SHARE ? "take" : "allocate")
                    + " less"));
  }

  private Since held(Violation now) {
    Optional<Accepted> accepted = baseline.find(now.id(), now.component());
    if (now.measure().isEmpty()) {
      return accepted
          .map(
              then ->
                  then.text().equals(now.measured())
                      ? Since.notWorse("it is the same")
                      : Since.worse("this is another one"))
          .orElse(Since.UNKNOWN);
    }
    Optional<MeasuredValue> then =
        Optional.ofNullable(baseline.figures().get(now.id()))
            .or(() -> accepted.flatMap(Accepted::measure));
    if (then.isEmpty()) {
      return Since.UNKNOWN;
    }
    if (otherPart.isPresent() && !ofBuilds.contains(now.id())) {
      return Since.untold(otherPart.get().message() + ".");
    }
    MeasuredValue measure = now.measure().get();
    Optional<Metric> metric = Metric.byId(now.rule());
    if (metric.isPresent() && metric.get() == Metric.HOT_PATH_FINDINGS) {
      return measure.value() > then.get().value() // counted one by one, and each is confirmed
          ? Since.worse("these are more")
          : Since.notWorse("there are no more");
    }
    if (measure.over(Runs.UNKNOWN).equals(then.get().over(Runs.UNKNOWN))) {
      return Since.notWorse("it is the same figure");
    }
    double outside = RunTest.FALSE_ALARMS / tested();
    boolean lower = metric.isPresent() && !metric.get().upperBound();
    Runs before = lower ? rest(then.get().runs()) : then.get().runs();
    Runs after = lower ? rest(measure.runs()) : measure.runs();
    return ofBuilds.contains(now.id())
        ? Since.ofBuilds(before, after, outside)
        : Since.of(before, after, outside);
  }

  /** Of throughput it is the rest that varies from run to run. */
  private static Runs rest(Runs runs) {
    return runs.count() == 0 ? runs : new Runs(runs.count(), 100 - runs.mean(), runs.deviation());
  }
}
