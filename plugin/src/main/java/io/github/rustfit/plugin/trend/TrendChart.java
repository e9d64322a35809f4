package io.github.rustfit.plugin.trend;

import io.github.rustfit.engine.trend.ChangePoint;
import io.github.rustfit.engine.trend.FigureTrend;
import io.github.rustfit.engine.trend.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A figure over the builds as an SVG drawing of {@value #WIDTH} by {@value #HEIGHT}: a dot for each
 * build, a line for each level, and a band for where it certainly changed.
 *
 * @param dots path of the dots
 * @param levels one for each level
 * @param bands one for each shift
 * @param top the largest value, as text
 * @param last number of the last build
 */
record TrendChart(String dots, List<Line> levels, List<Band> bands, String top, int last) {

  static final int WIDTH = 720;
  static final int HEIGHT = 160;

  private static final double LEFT = 8;
  private static final double ABOVE = 18;
  private static final double BELOW = 20;

  /** A level from one place to another. */
  record Line(String from, String to, String height) {}

  /** A band from one place on, so wide. */
  record Band(String from, String width) {}

  static TrendChart of(FigureTrend of, int builds) {
    double most = of.points().stream().mapToDouble(FigureTrend.Point::value).max().orElse(0);
    double scale = most > 0 ? most : 1;
    StringBuilder dots = new StringBuilder();
    for (FigureTrend.Point point : of.points()) {
      dots.append('M')
          .append(text(x(point.build(), builds)))
          .append(' ')
          .append(text(y(point.value(), scale)))
          .append("h0");
    }
    List<Shift> shifts = new ArrayList<>(of.shifts());
    of.pending().ifPresent(shifts::add);
    List<Line> levels = new ArrayList<>();
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < shifts.size(); i++) {
      if (i == 0) {
        levels.add(line(of, shifts.get(0).point().before(), builds, scale));
      }
      levels.add(line(of, shifts.get(i).point().after(), builds, scale));
      double from = x(shifts.get(i).certain().before().number(), builds);
      double to = x(shifts.get(i).certain().after().number(), builds);
      bands.add(new Band(text(from), text(to - from)));
    }
    return new TrendChart(
        dots.toString(), levels, bands, TrendText.value(of.figure(), most), builds);
  }

  private static Line line(FigureTrend of, ChangePoint.Level level, int builds, double scale) {
    return new Line(
        text(x(of.points().get(level.start()).build(), builds) - 2),
        text(x(of.points().get(level.end() - 1).build(), builds) + 2),
        text(y(level.mean(), scale)));
  }

  private static double x(int build, int builds) {
    return LEFT + (WIDTH - 2 * LEFT) * (builds > 1 ? (build - 1.0) / (builds - 1) : 0.5);
  }

  private static double y(double value, double scale) {
    return HEIGHT - BELOW - (HEIGHT - ABOVE - BELOW) * value / scale;
  }

  static String text(double place) {
    return String.format(Locale.ROOT, "%.1f", place);
  }

  static String base() {
    return text(HEIGHT - BELOW);
  }
}
