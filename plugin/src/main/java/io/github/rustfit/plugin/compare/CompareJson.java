package io.github.rustfit.plugin.compare;

import io.github.rustfit.engine.compare.Change;
import io.github.rustfit.engine.compare.Comparison;
import io.github.rustfit.engine.compare.ComponentComparison;
import io.github.rustfit.engine.compare.Effect;
import io.github.rustfit.engine.compare.FindingChanges;
import io.github.rustfit.engine.compare.Judgement;
import io.github.rustfit.engine.compare.MetricComparison;
import io.github.rustfit.engine.compare.Setup;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.verdict.Gate;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * {@code compare.json}, for programs. Its names are a contract: {@code compare.schema.json} on the
 * class path, also in {@code docs/reference/}.
 */
final class CompareJson implements CompareWriter {

  /** Raised when a name goes or changes its meaning; new names do not raise it. */
  static final int SCHEMA_VERSION = 1;

  /** Decimals of values and ratios. */
  private static final int DECIMALS = 6;

  @Override
  public String fileName() {
    return "compare.json";
  }

  @Override
  public void write(Comparison comparison, OutputStream out) throws IOException {
    try (Json json = new Json(out)) {
      json.object(() -> body(json, comparison));
    }
  }

  private static void body(Json json, Comparison comparison) throws IOException {
    json.whole("schemaVersion", SCHEMA_VERSION);
    json.object(
        "noise",
        () -> {
          json.whole("statements", comparison.statements());
          json.decimal("level", true, comparison.level(), 9);
          json.decimal("tolerance", true, comparison.margin().tolerance(), DECIMALS);
          json.decimal("loadRatio", true, comparison.margin().loadRatio(), DECIMALS);
        });
    json.object("before", () -> setup(json, comparison.before()));
    json.object("after", () -> setup(json, comparison.after()));
    json.object(
        "process",
        () -> {
          figures(json, comparison.process());
          findings(json, comparison.processFindings());
        });
    json.objects("components", comparison.components(), one -> component(json, one));
    json.objects(
        "problems",
        comparison.problems(),
        problem -> {
          json.text("where", problem.where());
          json.text("message", problem.message());
          json.text("remedy", problem.remedy());
        });
  }

  private static void setup(Json json, Setup setup) throws IOException {
    json.whole("inputs", setup.inputs());
    json.whole("runs", setup.runs());
    json.strings("kinds", setup.kinds());
    json.decimal("recordedSeconds", setup.recordedNanos() > 0, setup.recordedNanos() / 1e9, 3);
    json.whole("cpuSamples", setup.cpuSamples());
    json.decimal("gcSeconds", setup.gcNanos() > 0, setup.gcNanos() / 1e9, 3);
    json.strings("jvmVersions", setup.jvmVersions());
    json.strings("collectors", setup.collectors());
    json.whole("maxHeapBytes", setup.maxHeapBytes() > 0, setup.maxHeapBytes());
  }

  private static void component(Json json, ComponentComparison one) throws IOException {
    json.text("name", one.name());
    judgement(json, "before", one.before());
    judgement(json, "after", one.after());
    figures(json, one.figures());
    json.objects(
        "methods",
        one.methods(),
        method -> {
          json.text("class", method.className());
          json.text("method", method.method());
          figure(json, method.share());
        });
    findings(json, one.findings());
  }

  private static void judgement(Json json, String name, Optional<Judgement> judgement)
      throws IOException {
    if (judgement.isEmpty()) {
      json.unknown(name);
      return;
    }
    json.object(
        name,
        () -> {
          json.text("verdict", judgement.get().verdict().id());
          json.object(
              "gates",
              () -> {
                for (Gate gate : Gate.values()) {
                  json.text(gate.name(), Show.id(judgement.get().gates().state(gate)));
                }
              });
        });
  }

  private static void figures(Json json, List<MetricComparison> figures) throws IOException {
    json.objects("figures", figures, figure -> figure(json, figure));
  }

  private static void figure(Json json, MetricComparison figure) throws IOException {
    json.text("figure", Show.id(figure.measure()));
    json.text("unit", Show.id(figure.measure().unit()));
    json.decimal("before", figure.before().isPresent(), figure.before().orElse(0), DECIMALS);
    json.decimal("after", figure.after().isPresent(), figure.after().orElse(0), DECIMALS);
    json.text("change", Show.id(figure.change()));
    Optional<Effect> effect = figure.effect();
    if (effect.isEmpty()) {
      json.unknown("effect");
      return;
    }
    json.object(
        "effect",
        () -> {
          json.text("noise", figure.change() == Change.UNTESTED ? "within-runs" : "between-runs");
          effect(json, effect.get());
        });
  }

  private static void effect(Json json, Effect effect) throws IOException {
    json.text("kind", Show.id(effect.kind()));
    bound(json, "value", effect.value());
    bound(json, "low", effect.low());
    bound(json, "high", effect.high());
  }

  /** JSON has no infinity: what has no bound is null. */
  private static void bound(Json json, String name, double value) throws IOException {
    json.decimal(name, Double.isFinite(value), value, DECIMALS);
  }

  private static void findings(Json json, FindingChanges findings) throws IOException {
    json.object(
        "findings",
        () -> {
          json.objects("gone", findings.gone(), one -> finding(json, one));
          json.objects("appeared", findings.appeared(), one -> finding(json, one));
          json.whole("kept", findings.kept());
        });
  }

  private static void finding(Json json, Finding finding) throws IOException {
    json.text("rule", finding.rule());
    json.text("id", finding.id());
    json.text("level", Show.id(finding.level()));
    json.textOrNull("file", finding.file());
    json.line("line", finding.line());
    json.text("message", finding.message());
    json.text("remedy", finding.remedy());
    json.flag("confirmed", finding.confirmed());
  }
}
