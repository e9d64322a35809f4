package io.github.rustfit.plugin.report.json;

import io.github.rustfit.engine.advice.NextStep;
import io.github.rustfit.engine.advice.NextSteps;
import io.github.rustfit.engine.advice.Wanted;
import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.output.ReportWriter;
import io.github.rustfit.plugin.report.text.Canonical;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.rule.Finding;
import java.io.IOException;
import java.io.OutputStream;

/**
 * {@code report.json}, for programs. Its names are a contract: {@code report.schema.json} on the
 * class path, also in {@code docs/reference/}.
 */
public final class JsonReport implements ReportWriter {

  /** Raised when a name goes or changes its meaning; new names do not raise it. */
  static final int SCHEMA_VERSION = 1;

  /** Longest list of a component, such as that of its methods or files. */
  public static final int MOST = 50;

  @Override
  public String fileName() {
    return "report.json";
  }

  @Override
  public void write(Assessment unordered, OutputStream out) throws IOException {
    Assessment assessment = Canonical.of(unordered);
    try (Json json = new Json(out)) {
      json.object(() -> body(json, assessment));
    }
  }

  private static void lines(Json json, LineCounts lines) throws IOException {
    if (!lines.known()) {
      json.unknown("lines");
      return;
    }
    json.object(
        "lines",
        () -> {
          json.whole("recognised", lines.recognised());
          json.whole("other", lines.other());
          json.whole("unplaced", lines.unplaced());
          json.wholes("firstUnplaced", lines.firstUnplaced());
        });
  }

  private static void labels(Json json, Labels labels) throws IOException {
    if (labels.equals(Labels.NONE)) {
      json.unknown("labels");
      return;
    }
    json.object(
        "labels",
        () -> {
          for (String name : Labels.NAMES) {
            json.textOrNull(name, labels.value(name));
          }
        });
  }

  private static void body(Json json, Assessment assessment) throws IOException {
    json.whole("schemaVersion", SCHEMA_VERSION);
    json.objects(
        "inputs",
        assessment.inputs(),
        input -> {
          json.text("path", input.path());
          json.text("kind", input.kind());
          json.textOrNull("sha256", input.sha256());
          json.text("status", Show.id(input.status()));
          json.textOrNull("problem", input.problem());
          lines(json, input.lines());
          labels(json, input.labels());
        });
    JsonRuntime.write(json, assessment);
    JsonEntryPoints.write(json, assessment);
    JsonTargets.write(json, assessment);
    JsonComponent component =
        new JsonComponent(
            json,
            assessment.profile().recorded(SampleKind.CPU),
            assessment.profile().recorded(SampleKind.ALLOCATION));
    json.objects("components", assessment.components(), component::write);
    json.objects("nextSteps", NextSteps.of(assessment), step -> write(json, step));
    json.objects(
        "wouldDecide",
        Wanted.of(assessment),
        wanted -> {
          json.text("input", wanted.input());
          json.text("takes", Show.id(wanted.effort()));
          json.whole("alone", wanted.alone());
          json.whole("together", wanted.together());
        });
    json.object(
        "gate",
        () -> {
          json.flag("passed", assessment.limitCheck().passed());
          json.objects(
              "violations",
              assessment.limitCheck().violations(),
              violation -> write(json, violation));
          json.objects(
              "unchecked", assessment.limitCheck().unchecked(), problem -> write(json, problem));
          JsonLimitCheck.write(json, assessment.limitCheck());
        });
    json.objects("problems", assessment.problems(), problem -> write(json, problem));
    json.objects(
        "rules",
        assessment.rules(),
        rule -> {
          json.text("id", rule.id());
          json.text("title", rule.title());
          json.text("summary", rule.summary());
          question(json, rule.topic());
          json.text("topic", Show.id(rule.topic()));
          json.text("role", Show.id(rule.role()));
          json.objects(
              "thresholds",
              rule.thresholds(),
              threshold -> {
                json.text("name", threshold.name());
                json.decimal("value", true, threshold.value(), Json.SHARE);
                json.text("unit", threshold.unit());
                json.text("source", threshold.source());
              });
        });
    JsonPolicy.write(json, assessment.policy());
    JsonOperations.write(json, assessment.repository().operations());
    JsonTunings.write(json, assessment.repository().tunings());
    JsonNativeParts.write(json, assessment.nativeParts().parts());
  }

  private static void write(Json json, NextStep step) throws IOException {
    json.text("kind", Show.id(step.kind()));
    json.textOrNull("component", step.component());
    json.text("text", step.text());
    json.textOrNull("because", step.because());
    json.textOrNull("location", step.location());
    json.textOrNull("finding", step.finding().map(Finding::id).orElse(""));
    json.textOrNull("cost", step.finding().map(Show::cost).orElse(""));
  }

  private static void write(Json json, Problem problem) throws IOException {
    json.textOrNull("where", problem.where());
    json.line("line", problem.line());
    json.text("message", problem.message());
    json.text("remedy", problem.remedy());
  }

  private static void write(Json json, Violation violation) throws IOException {
    json.text("id", violation.id());
    json.textOrNull("component", violation.component());
    json.text("rule", violation.rule());
    json.text("level", violation.level().id());
    if (violation.measuredValue().isPresent()) {
      json.decimal("measured", true, violation.measuredValue().getAsDouble(), Json.SHARE);
    } else {
      json.text("measured", violation.measured());
    }
    if (violation.limitValue().isPresent()) {
      json.decimal("limit", true, violation.limitValue().getAsDouble(), Json.SHARE);
    } else {
      json.text("limit", violation.limit());
    }
    json.textOrNull("location", violation.location());
    json.text("message", violation.message());
    json.text("remedy", violation.remedy());
  }

  private static void question(Json json, Topic topic) throws IOException {
    json.whole("question", topic.question() > 0, topic.question());
  }
}
