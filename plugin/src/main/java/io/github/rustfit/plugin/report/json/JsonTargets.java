package io.github.rustfit.plugin.report.json;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.promise.Kept;
import io.github.rustfit.engine.promise.Promise;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.policy.Remedy;
import io.github.rustfit.rules.policy.Target;
import io.github.rustfit.rules.policy.Targets;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;

/** The part {@code targets} of {@code report.json}, and what of it is declared. */
final class JsonTargets {

  private JsonTargets() {}

  static void write(Json json, Assessment assessment) throws IOException {
    json.objects(
        "targets",
        Kept.of(assessment.policy(), assessment.profile(), assessment.gc()),
        kept -> write(json, kept));
  }

  private static void write(Json json, Kept kept) throws IOException {
    json.text("target", Show.id(kept.promise()));
    json.textOrNull("percentile", kept.at());
    json.decimal("limit", true, kept.limit(), Json.THOUSANDTHS);
    json.text("unit", kept.promise().unit());
    Optional<Kept.Observed> observed = kept.observed();
    json.decimal(
        "observed",
        observed.isPresent(),
        observed.map(Kept.Observed::value).orElse(0.0),
        Json.THOUSANDTHS);
    json.textOrNull("bound", observed.map(one -> Show.id(one.bound())).orElse(""));
    json.textOrNull("provenance", observed.map(one -> Show.id(one.provenance())).orElse(""));
    json.textOrNull("basis", observed.map(Kept.Observed::basis).orElse(""));
    if (kept.missed() == Answer.UNKNOWN) {
      json.unknown("met");
    } else {
      json.flag("met", kept.missed() == Answer.NO);
    }
    json.textOrNull("wouldDecide", kept.toDecide());
  }

  static void declared(Json json, Targets targets) throws IOException {
    target(json, "startUp", Promise.START_UP, targets.startUpMs());
    target(json, "residentMemory", Promise.MEMORY, targets.residentMiB());
    if (targets.longLived().isPresent()) {
      json.flag("longLived", targets.longLived().get());
    } else {
      json.unknown("longLived");
    }
    json.strings("tried", targets.tried().stream().map(Remedy::id).toList());
  }

  private static void target(Json json, String name, Promise promise, Optional<Target> declared)
      throws IOException {
    if (declared.isEmpty()) {
      json.unknown(name);
      return;
    }
    Target target = declared.get();
    String unit = promise == Promise.MEMORY ? "MiB" : "Ms";
    json.object(
        name,
        () -> {
          json.decimal("target" + unit, true, target.limit(), Json.THOUSANDTHS);
          figure(json, "observed" + unit, target.observed());
          json.textOrNull("source", target.source());
          figure(json, "prototype" + unit, target.prototype());
          json.textOrNull("prototypeSource", target.prototypeSource());
        });
  }

  private static void figure(Json json, String name, OptionalDouble value) throws IOException {
    json.decimal(name, value.isPresent(), value.orElse(0), Json.THOUSANDTHS);
  }
}
