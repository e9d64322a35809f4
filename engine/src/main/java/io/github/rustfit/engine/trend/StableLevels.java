package io.github.rustfit.engine.trend;

import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.rules.builds.RecordedBuild;
import io.github.rustfit.rules.policy.Accepted;
import io.github.rustfit.rules.policy.Baseline;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.stats.Format;
import io.github.rustfit.rules.stats.MeasuredValue;
import io.github.rustfit.rules.stats.Runs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a limit check is held against where a history serves as its baseline: of each figure the
 * level that lasts until now, which begins at the last shift. What crossed its limit at that level
 * already is accepted; what did not is new.
 *
 * @param baseline what is accepted, and the figures; the runs of those of the history are builds
 * @param ofBuilds ids of these
 */
public record StableLevels(Baseline baseline, SortedSet<String> ofBuilds) {

  /** Buckets of pauses are so wide, of their length: no two builds differ by less. */
  private static final double LEAST_VARIATION = 0.001;

  public StableLevels {
    ofBuilds = Collections.unmodifiableSortedSet(new TreeSet<>(ofBuilds));
  }

  /**
   * The baseline that a history makes.
   *
   * @param project {@code groupId:artifactId}
   * @param trend of the builds before this one
   * @param file a baseline that was written down: it goes on for what no build of the history says
   */
  public static StableLevels of(
      String project, Trend trend, Policy policy, Optional<Baseline> file) {
    Levels levels = new Levels(trend, policy, new TreeSet<>(), new TreeMap<>());
    for (FigureTrend one : trend.figures()) {
      metric(one).ifPresent(metric -> levels.add(metric, one));
      if (one.figure() == TrendFigure.CPU_TIME && !one.component().isEmpty()) {
        levels.time(one);
      }
    }
    SortedSet<String> ofBuilds = new TreeSet<>(levels.figures.keySet());
    file.ifPresent(
        written -> {
          written.accepted().stream()
              .filter(one -> !ofBuilds.contains(one.id()))
              .forEach(levels.accepted::add);
          written.figures().forEach(levels.figures::putIfAbsent);
        });
    return new StableLevels(
        new Baseline(
            project,
            levels.accepted,
            levels.figures,
            file.map(Baseline::setup).orElse(Collections.emptyMap())),
        ofBuilds);
  }

  private static Optional<Metric> metric(FigureTrend one) {
    boolean process = one.component().isEmpty();
    return Optional.ofNullable(
        switch (one.figure()) {
          case CPU_SHARE -> process ? null : Metric.CPU_SHARE;
          case ALLOCATION_SHARE -> process ? null : Metric.ALLOCATION_SHARE;
          case ALLOCATION_RATE -> Metric.ALLOCATION_RATE;
          case PAUSE_P99 -> Metric.GC_PAUSE_P99;
          case PAUSE_TIME -> Metric.GC_THROUGHPUT;
          case FULL_COLLECTIONS -> Metric.FULL_COLLECTIONS;
          default -> null;
        });
  }

  /** Levels as they are collected. */
  private record Levels(
      Trend trend,
      Policy policy,
      SortedSet<Accepted> accepted,
      SortedMap<String, MeasuredValue> figures) {

    private void add(Metric metric, FigureTrend one) {
      List<FigureTrend.Point> points = one.stable();
      if (points.size() < 2) {
        return;
      }
      double[] values = points.stream().mapToDouble(FigureTrend.Point::value).toArray();
      ChangePoint.Level level = ChangePoint.Level.of(values, 0, values.length);
      double deviation = Math.max(level.deviation(), noise(one, level, points));
      boolean throughput = metric == Metric.GC_THROUGHPUT;
      double mean = throughput ? 100 - 100 * level.mean() : level.mean();
      Runs runs = new Runs(values.length, mean, throughput ? 100 * deviation : deviation);
      MeasuredValue measure = MeasuredValue.exact(mean).over(runs);
      String id =
          one.component().isEmpty() ? metric.id() : Violation.id(metric.id(), one.component());
      figures.put(id, measure);
      limit(metric, one.component())
          .filter(limit -> metric.upperBound() ? mean > limit.value() : mean < limit.value())
          .ifPresent(
              limit ->
                  accepted.add(
                      new Accepted(
                          id, one.component(), text(metric, mean, points), Optional.of(measure))));
    }

    /** What tells a share that grew from one that others left. */
    private void time(FigureTrend one) {
      double[] values = one.stable().stream().mapToDouble(FigureTrend.Point::value).toArray();
      if (values.length >= 2) {
        ChangePoint.Level level = ChangePoint.Level.of(values, 0, values.length);
        figures.put(
            Violation.id(Violation.CPU_TIME, one.component()),
            MeasuredValue.exact(level.mean())
                .over(new Runs(values.length, level.mean(), level.deviation())));
      }
    }

    private double noise(FigureTrend one, ChangePoint.Level level, List<FigureTrend.Point> points) {
      double mean = level.mean();
      double least = LEAST_VARIATION * mean;
      return switch (one.figure()) {
        case CPU_SHARE, ALLOCATION_SHARE -> Math.max(least, ofShare(one, mean, points));
        case FULL_COLLECTIONS -> Math.sqrt(mean);
        default -> least;
      };
    }

    /** Binomial noise. */
    private double ofShare(FigureTrend one, double mean, List<FigureTrend.Point> points) {
      double samples =
          points.stream()
              .map(point -> trend.builds().get(point.build() - 1).setup())
              .mapToLong(
                  setup ->
                      one.figure() == TrendFigure.CPU_SHARE
                          ? setup.cpuSamples()
                          : setup.allocationSamples())
              .average()
              .orElse(0);
      double share = Math.min(1, mean);
      return samples > 0 ? Math.sqrt(share * (1 - share) / samples) : 0;
    }

    private Optional<Limit> limit(Metric metric, String component) {
      Optional<Limit> own =
          component.isEmpty() ? Optional.empty() : policy.limitsOf(component).limit(metric);
      return own.isPresent()
          ? own
          : policy.limits().stream()
              .filter(one -> one.metric() == metric)
              .filter(one -> component.isEmpty() != metric.perComponent())
              .findFirst();
    }

    private String text(Metric metric, double mean, List<FigureTrend.Point> points) {
      int first = points.get(0).build();
      boolean share = metric == Metric.CPU_SHARE || metric == Metric.ALLOCATION_SHARE;
      return (share ? Format.percent(mean) : Format.number(mean) + " " + metric.unit())
          + " in the mean of "
          + points.size()
          + " builds since "
          + name(trend.builds().get(first - 1), first);
    }
  }

  /** What people call a build: its commit, else its number, and its date. */
  public static String name(RecordedBuild build, int number) {
    String commit = build.commit();
    return (commit.isEmpty()
            ? "build " + number
            : commit.substring(0, Math.min(commit.length(), 10)))
        + build.date().map(date -> " of " + date).orElse("");
  }

  /** Which builds a check with this trend is held against, as a sentence. */
  public static String told(Trend trend) {
    List<String> parts = new ArrayList<>();
    int after = 0;
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (FigureTrend one : trend.figures()) {
      if (metric(one).isPresent() && one.stable().size() >= 2) {
        least = Math.min(least, one.stable().size());
        most = Math.max(most, one.stable().size());
        after += one.shifts().isEmpty() ? 0 : 1;
      }
    }
    if (most == 0) {
      return "fewer than two builds, so that nothing is held against it";
    }
    parts.add(
        least == most
            ? "the last " + most + " builds"
            : "the last " + least + " to " + most + " builds");
    if (after > 0) {
      parts.add(after + (after == 1 ? " figure" : " figures") + " since the last shift of it");
    }
    return String.join(", ", parts);
  }
}
