package io.github.rustfit.plugin.report.json;

import io.github.rustfit.engine.assessment.Excuse;
import io.github.rustfit.engine.assessment.LimitCheckResult;
import io.github.rustfit.engine.assessment.Ruling;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.rules.policy.Decision;
import java.io.IOException;

/** Which crossed limits do not count, and what became of the decisions. */
final class JsonLimitCheck {

  private JsonLimitCheck() {}

  static void write(Json json, LimitCheckResult check) throws IOException {
    json.objects("excused", check.excuses(), excuse -> write(json, excuse));
    json.objects("decisions", check.rulings(), ruling -> write(json, ruling));
  }

  private static void write(Json json, Excuse excuse) throws IOException {
    json.text("id", excuse.violation().id());
    json.textOrNull("component", excuse.violation().component());
    json.text("rule", excuse.violation().rule());
    json.text("level", excuse.violation().level().id());
    json.text("measured", excuse.violation().measured());
    json.text("limit", excuse.violation().limit());
    json.text("message", excuse.violation().message());
    json.text("by", excuse.by().id());
    json.text("reason", excuse.text());
  }

  private static void write(Json json, Ruling ruling) throws IOException {
    Decision decision = ruling.decision();
    json.text("finding", decision.finding());
    json.textOrNull("component", decision.component());
    json.text("decision", decision.kind().id());
    json.text("reason", decision.reason());
    json.text("owner", decision.owner());
    json.text("date", decision.date().toString());
    json.text("until", decision.until().toString());
    json.text("state", ruling.state().id());
    json.text("source", decision.source());
    json.line("line", decision.line());
  }
}
