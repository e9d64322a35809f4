package io.github.rustfit.engine.trend;

import io.github.rustfit.rules.builds.RecordedBuild;
import io.github.rustfit.rules.evidence.base.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds what changed for good over the builds of a history. */
public final class Trends {

  /** Of fewer events in a build, in the mean at the level that has more, nothing is said. */
  private static final double FEWEST_EVENTS = 10;

  private final List<RecordedBuild> builds;
  private final double margin;

  private Trends(List<RecordedBuild> builds, double margin) {
    this.builds = builds;
    this.margin = margin;
  }

  /**
   * The trend of these builds.
   *
   * @param builds of one project, in the order of the history
   * @param margin relative change of a figure that does not count, e.g. 0.1
   * @param today the day that the build was given: later ones are of the future
   */
  public static Trend of(List<RecordedBuild> builds, double margin, LocalDate today) {
    Trends trends = new Trends(builds, margin);
    List<FigureTrend> series = trends.series();
    int tested =
        (int)
            series.stream()
                .filter(one -> one.wanted() == 0)
                .filter(
                    one ->
                        one.points().stream()
                                .mapToDouble(FigureTrend.Point::value)
                                .distinct()
                                .count()
                            > 1)
                .count();
    double outside = Trend.outside(tested, builds.size());
    List<Problem> problems = new ArrayList<>(HistoryOrder.problems(builds, today));
    problems.addAll(UnlikeBuilds.problems(builds));
    return new Trend(
        builds,
        margin,
        tested,
        series.stream().map(one -> trends.tested(one, outside)).toList(),
        problems);
  }

  /** The figures that any build has. */
  private List<FigureTrend> series() {
    TreeMap<String, SortedSet<TrendFigure>> names = new TreeMap<>();
    for (RecordedBuild build : builds) {
      build
          .figures()
          .forEach(
              (component, values) ->
                  values
                      .keySet()
                      .forEach(
                          id ->
                              TrendFigure.byId(id)
                                  .ifPresent(
                                      figure ->
                                          names
                                              .computeIfAbsent(component, it -> new TreeSet<>())
                                              .add(figure))));
    }
    List<FigureTrend> series = new ArrayList<>();
    names.forEach(
        (component, figures) ->
            figures.forEach(
                figure ->
                    series.add(
                        new FigureTrend(
                            component,
                            figure,
                            points(component, figure),
                            List.of(),
                            Optional.empty(),
                            FigureTrend.State.TOO_FEW_BUILDS))));
    return series;
  }

  private List<FigureTrend.Point> points(String component, TrendFigure figure) {
    List<FigureTrend.Point> points = new ArrayList<>();
    for (int i = 0; i < builds.size(); i++) {
      int number = i + 1;
      builds
          .get(i)
          .figure(component, figure.id())
          .ifPresent(value -> points.add(new FigureTrend.Point(number, value)));
    }
    return points;
  }

  private FigureTrend tested(FigureTrend one, double outside) {
    if (one.wanted() > 0) {
      return one;
    }
    double[] values = one.values();
    Shifts shifts = Shifts.of(values, EDivisive.above(margin), outside);
    List<Shift> told = new ArrayList<>();
    boolean few = false;
    for (ChangePoint point : shifts.points()) {
      if (seen(one, point)) {
        told.add(shift(one, values, point));
      } else {
        few = true;
      }
    }
    FigureTrend.State state =
        !told.isEmpty()
            ? FigureTrend.State.SHIFTED
            : few ? FigureTrend.State.TOO_FEW_EVENTS : FigureTrend.State.STABLE;
    return new FigureTrend(
        one.component(),
        one.figure(),
        one.points(),
        told,
        shifts.pending().filter(point -> seen(one, point)).map(point -> shift(one, values, point)),
        state);
  }

  /** Whether the level that has more of it rests on enough events. */
  private boolean seen(FigureTrend one, ChangePoint point) {
    return switch (one.figure()) {
      case CPU_SHARE, CPU_TIME, ALLOCATION_SHARE, ALLOCATION_RATE ->
          one.component().isEmpty()
              || Math.max(events(one, point.before()), events(one, point.after())) >= FEWEST_EVENTS;
      default -> true;
    };
  }

  private double events(FigureTrend one, ChangePoint.Level level) {
    boolean cpu = one.figure() == TrendFigure.CPU_SHARE || one.figure() == TrendFigure.CPU_TIME;
    String share = (cpu ? TrendFigure.CPU_SHARE : TrendFigure.ALLOCATION_SHARE).id();
    double events = 0;
    for (FigureTrend.Point point : one.points().subList(level.start(), level.end())) {
      RecordedBuild build = builds.get(point.build() - 1);
      long samples = cpu ? build.setup().cpuSamples() : build.setup().allocationSamples();
      events += samples * build.figure(one.component(), share).orElse(0);
    }
    return events / level.count();
  }

  private Shift shift(FigureTrend one, double[] values, ChangePoint point) {
    Place place = Place.of(values, point);
    Shift.Between likely = between(one, point.index(), point.index());
    return new Shift(
        point,
        likely,
        between(one, place.first(), place.last()),
        !one.figure().lessIsBetter()
            ? Shift.Change.MOVED
            : point.after().mean() > point.before().mean()
                ? Shift.Change.WORSE
                : Shift.Change.BETTER,
        UnlikeBuilds.differences(likely.before().build(), likely.after().build()));
  }

  private Shift.Between between(FigureTrend one, int first, int last) {
    return new Shift.Between(numbered(one, first - 1), numbered(one, last));
  }

  private Shift.Numbered numbered(FigureTrend one, int index) {
    int number = one.points().get(index).build();
    return new Shift.Numbered(number, builds.get(number - 1));
  }
}
