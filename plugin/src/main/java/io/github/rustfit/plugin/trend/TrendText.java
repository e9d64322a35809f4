package io.github.rustfit.plugin.trend;

import io.github.rustfit.engine.trend.FigureTrend;
import io.github.rustfit.engine.trend.Shift;
import io.github.rustfit.engine.trend.Shifts;
import io.github.rustfit.engine.trend.StableLevels;
import io.github.rustfit.engine.trend.Trend;
import io.github.rustfit.engine.trend.TrendFigure;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.stats.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Format and sentences of a trend as people read them. */
final class TrendText {

  private TrendText() {}

  /** A value in its unit. */
  static String value(TrendFigure figure, double value) {
    return switch (figure.unit()) {
      case SHARE -> value > 0 && value < 0.001 ? "< 0.1 %" : Format.percent(value);
      case CORES -> String.format(Locale.ROOT, "%.4f s/s", value);
      case MIB_PER_SECOND -> Format.bytes(value * (1 << 20)) + "/s";
      case NUMBER -> String.format(Locale.ROOT, "%,.1f", value);
      case MILLIS -> Format.millis(value);
    };
  }

  /** Whose figure it is. */
  static String where(FigureTrend of) {
    return of.component().isEmpty() ? "process" : of.component();
  }

  static String before(TrendReport.Row row) {
    return value(row.of().figure(), row.shift().point().before().mean());
  }

  static String after(TrendReport.Row row) {
    return value(row.of().figure(), row.shift().point().after().mean());
  }

  /** The change, e.g. {@code +22 %}. */
  static String change(Shift shift) {
    double ratio = shift.ratio();
    return Double.isInfinite(ratio)
        ? "from none"
        : String.format(Locale.ROOT, "%+,.0f %%", (ratio - 1) * 100);
  }

  /** What became of a figure. */
  static String title(Shift.Change change) {
    return Show.id(change);
  }

  /** Builds between which it changed, by their commits where these are known. */
  static String range(Shift.Between between) {
    String from = between.before().build().commit();
    String to = between.after().build().commit();
    return from.isEmpty() || to.isEmpty()
        ? name(between.before()) + " .. " + name(between.after())
        : brief(from) + ".." + brief(to);
  }

  /** A build, e.g. {@code 0123456789 of 2026-03-01}. */
  static String name(Shift.Numbered build) {
    return StableLevels.name(build.build(), build.number());
  }

  private static String brief(String commit) {
    return commit.substring(0, Math.min(10, commit.length()));
  }

  /** Where to look for the cause, as sentences. */
  static String cause(TrendReport.Row row) {
    Shift.Between likely = row.shift().likely();
    Shift.Between certain = row.shift().certain();
    List<String> parts = new ArrayList<>();
    String from = likely.before().build().commit();
    if (!from.isEmpty() && from.equals(likely.after().build().commit())) {
      parts.add(
          "Most likely between builds "
              + likely.before().number()
              + " and "
              + likely.after().number()
              + ", both of "
              + brief(from)
              + ", so that it was not the code: the machine or the load changed");
    } else {
      parts.add(
          "Most likely between "
              + name(likely.before())
              + " (build "
              + likely.before().number()
              + ") and "
              + name(likely.after())
              + " (build "
              + likely.after().number()
              + ")");
    }
    parts.add(
        "With 95 % confidence between builds "
            + certain.before().number()
            + " and "
            + certain.after().number()
            + ", "
            + range(certain)
            + (row.commits().isPresent()
                ? " (" + Show.plural(row.commits().getAsInt(), "commit") + ")"
                : ""));
    if (!row.shift().alongside().isEmpty()) {
      parts.add(
          "There was changed as well what it was measured with: "
              + String.join(", ", row.shift().alongside())
              + "; that alone may be the cause");
    }
    return String.join(". ", parts) + ".";
  }

  /** The levels on both sides, as a sentence. */
  static String levels(TrendReport.Row row) {
    return level(row.of(), row.shift().point().before())
        + " before, "
        + level(row.of(), row.shift().point().after())
        + " after.";
  }

  private static String level(
      FigureTrend of, io.github.rustfit.engine.trend.ChangePoint.Level level) {
    return value(of.figure(), level.mean())
        + " ± "
        + value(of.figure(), level.deviation())
        + " over "
        + Show.plural(level.count(), "build");
  }

  /** What the history shows, as a sentence. */
  static String summary(TrendReport report) {
    Trend trend = report.trend();
    int few = trend.figures(FigureTrend.State.TOO_FEW_BUILDS).size();
    int unseen = trend.figures(FigureTrend.State.TOO_FEW_EVENTS).size();
    String text =
        "Over "
            + Show.plural(trend.builds().size(), "build")
            + ": "
            + Show.plural(report.shifts().size(), "shift")
            + " in "
            + Show.plural(trend.figures(FigureTrend.State.SHIFTED).size(), "figure")
            + ", "
            + Show.count(trend.figures(FigureTrend.State.STABLE).size())
            + " without one, "
            + Show.count(report.pending().size())
            + " that may become one";
    if (unseen > 0) {
      text += ", " + Show.count(unseen) + " on too few events";
    }
    if (few > 0) {
      text += ", " + Show.count(few) + " of which nothing can be told yet" + wanted(trend);
    }
    return text + ".";
  }

  private static String wanted(Trend trend) {
    int wanted =
        trend.figures(FigureTrend.State.TOO_FEW_BUILDS).stream()
            .mapToInt(FigureTrend::wanted)
            .max()
            .orElse(0);
    return " (" + Show.plural(wanted, "more build") + " at most)";
  }

  /** What counts as a shift, as sentences. */
  static String test(Trend trend) {
    return String.format(
        Locale.ROOT,
        "A shift is a change point that E-Divisive finds as Apache Otava does, of a level before and"
            + " one after that each last for at least %d builds, that differ by more than %s, and"
            + " that Student's test tells apart at p < %s: %s shared by %s.",
        Shifts.LASTING,
        Format.percent(trend.margin()),
        probability(trend.outside()),
        probability(Trend.FALSE_SHIFTS),
        Show.plural(trend.tested(), "figure")
            + " tested and their windows of 50 builds (Bonferroni)");
  }

  static String probability(double p) {
    return p == 0 || p >= 0.001 ? Format.number(p) : String.format(Locale.ROOT, "%.1e", p);
  }

  /** What can be said of a figure without a shift. */
  static String state(FigureTrend of) {
    return switch (of.state()) {
      case SHIFTED -> "shifted";
      case STABLE -> "no shift";
      case TOO_FEW_BUILDS -> "cannot tell yet: " + Show.plural(of.wanted(), "build") + " more";
      case TOO_FEW_EVENTS -> "too few events";
    };
  }

  /** How long what may become a shift has to last yet. */
  static String pending(TrendReport.Row row) {
    int more = Shifts.LASTING - row.shift().point().after().count();
    return Show.plural(more, "build") + " more at this level will make it one";
  }
}
