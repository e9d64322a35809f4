package io.github.rustfit.plugin.trend;

import io.github.rustfit.engine.trend.ChangePoint;
import io.github.rustfit.engine.trend.FigureTrend;
import io.github.rustfit.engine.trend.Shift;
import io.github.rustfit.engine.trend.Shifts;
import io.github.rustfit.engine.trend.Trend;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.builds.RecordedBuild;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;

/**
 * {@code trend.json}, for programs. Its names are a contract: {@code trend.schema.json} on the
 * class path, also in {@code docs/reference/}.
 */
final class TrendJson implements TrendWriter {

  /** Raised when a name goes or changes its meaning; new names do not raise it. */
  static final int SCHEMA_VERSION = 1;

  private static final int DECIMALS = 6;

  @Override
  public String fileName() {
    return "trend.json";
  }

  @Override
  public void write(TrendReport report, OutputStream out) throws IOException {
    try (Json json = new Json(out)) {
      json.object(() -> body(json, report));
    }
  }

  private static void body(Json json, TrendReport report) throws IOException {
    Trend trend = report.trend();
    json.whole("schemaVersion", SCHEMA_VERSION);
    json.object(
        "test",
        () -> {
          json.whole("figures", trend.tested());
          json.exact("level", trend.outside());
          json.decimal("tolerance", true, trend.margin(), DECIMALS);
          json.whole("lasting", Shifts.LASTING);
        });
    builds(json, trend.builds());
    json.objects("shifts", report.shifts(), one -> shift(json, one));
    json.objects("pending", report.pending(), one -> shift(json, one));
    json.objects("figures", trend.figures(), one -> figure(json, one));
    json.objects(
        "problems",
        report.problems(),
        problem -> {
          json.text("where", problem.where());
          json.line("line", problem.line());
          json.text("message", problem.message());
          json.text("remedy", problem.remedy());
        });
  }

  private static void builds(Json json, List<RecordedBuild> builds) throws IOException {
    int[] number = {0};
    json.objects(
        "builds",
        builds,
        one -> {
          json.whole("number", ++number[0]);
          json.textOrNull("commit", one.commit());
          json.textOrNull("date", one.date().map(LocalDate::toString).orElse(""));
          json.whole("runs", one.runs());
        });
  }

  private static void shift(Json json, TrendReport.Row row) throws IOException {
    Shift shift = row.shift();
    of(json, row.of());
    json.text("change", Show.id(shift.change()));
    json.object("before", () -> level(json, shift.point().before()));
    json.object("after", () -> level(json, shift.point().after()));
    json.decimal("ratio", true, shift.ratio(), DECIMALS);
    json.exact("p", shift.point().p());
    json.object("likely", () -> between(json, shift.likely()));
    json.object("certain", () -> between(json, shift.certain()));
    json.whole("commits", row.commits().isPresent(), row.commits().orElse(0));
    json.strings("alongside", shift.alongside());
  }

  private static void of(Json json, FigureTrend of) throws IOException {
    json.textOrNull("component", of.component());
    json.text("figure", of.figure().id());
    json.text("unit", Show.id(of.figure().unit()));
  }

  private static void level(Json json, ChangePoint.Level level) throws IOException {
    json.whole("builds", level.count());
    json.decimal("mean", true, level.mean(), DECIMALS);
    json.decimal("deviation", level.count() > 1, level.deviation(), DECIMALS);
  }

  private static void between(Json json, Shift.Between between) throws IOException {
    json.whole("before", between.before().number());
    json.whole("after", between.after().number());
    json.textOrNull("fromCommit", between.before().build().commit());
    json.textOrNull("toCommit", between.after().build().commit());
  }

  private static void figure(Json json, FigureTrend of) throws IOException {
    of(json, of);
    json.text("state", Show.id(of.state()));
    json.whole("builds", of.points().size());
    json.whole("wanted", of.wanted());
    json.object(
        "level",
        () -> {
          List<FigureTrend.Point> stable = of.stable();
          json.whole("since", stable.get(0).build());
          json.whole("builds", stable.size());
          json.decimal(
              "mean",
              true,
              stable.stream().mapToDouble(FigureTrend.Point::value).average().orElse(0),
              DECIMALS);
        });
  }
}
