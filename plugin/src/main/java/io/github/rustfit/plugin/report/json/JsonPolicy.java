package io.github.rustfit.plugin.report.json;

import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.rules.policy.ComponentLimits;
import io.github.rustfit.rules.policy.Incidents;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Origin;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.verdict.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The part {@code policy} of {@code report.json}: what was declared, so that it can be audited. */
final class JsonPolicy {

  private JsonPolicy() {}

  static void write(Json json, Policy policy) throws IOException {
    json.object("policy", () -> body(json, policy));
  }

  private static void body(Json json, Policy policy) throws IOException {
    json.textOrNull("source", policy.source());
    if (policy.representative().isPresent()) {
      json.flag("representative", policy.representative().get());
    } else {
      json.unknown("representative");
    }
    if (policy.serviceLevel().isPresent()) {
      ServiceLevel level = policy.serviceLevel().get();
      json.object("serviceLevel", () -> serviceLevel(json, level));
    } else {
      json.unknown("serviceLevel");
    }
    json.object("targets", () -> JsonTargets.declared(json, policy.targets()));
    json.object("incidents", () -> incidents(json, policy.incidents()));
    JsonFacts.write(json, policy.facts());
    json.objects(
        "components",
        policy.components(),
        component -> {
          json.text("name", component.name());
          json.textOrNull("module", component.module());
          json.strings("packages", component.packages());
          json.textOrNull("owner", component.owner());
          ComponentLimits own = policy.limitsOf(component.name());
          limits(json, own.limits());
          verdicts(json, own.verdicts());
        });
    limits(json, policy.limits());
    verdicts(
        json,
        policy.verdicts().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> Optional.of(one.getValue()))));
    json.objects("origins", policy.origins().all(), origin -> origin(json, origin));
  }

  private static void origin(Json json, Origin origin) throws IOException {
    json.text("key", origin.key());
    json.text("value", origin.value());
    place(json, origin.said());
    json.objects(
        "overrides",
        origin.overrides(),
        other -> {
          json.text("value", other.value());
          place(json, other.said());
        });
  }

  private static void place(Json json, Origin.Place place) throws IOException {
    json.text("source", place.source());
    json.whole("line", place.line());
  }

  private static void limits(Json json, List<Limit> limits) throws IOException {
    json.objects(
        "limits",
        limits,
        limit -> {
          json.text("metric", limit.metric().id());
          json.decimal("value", true, limit.value(), Json.SHARE);
          json.text("unit", limit.metric().unit());
          json.text("level", limit.level().id());
        });
  }

  private static void verdicts(Json json, Map<Verdict, Optional<Level>> verdicts)
      throws IOException {
    json.objects(
        "verdicts",
        verdicts.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList(),
        entry -> {
          json.text("verdict", entry.getKey().id());
          json.text("level", entry.getValue().map(Level::id).orElse("accept"));
        });
  }

  private static void serviceLevel(Json json, ServiceLevel level) throws IOException {
    json.decimal("percentile", true, level.percentile(), Json.SHARE);
    json.decimal("targetMs", true, level.targetMs(), Json.THOUSANDTHS);
    optional(json, "observedMs", level.observedMs());
    optional(json, "observedP50Ms", level.observedP50Ms());
    optional(json, "serviceTimeMs", level.serviceTimeMs());
    json.whole("fanOut", level.fanOut());
    optional(json, "requestsPerSecond", level.requestsPerSecond());
  }

  private static void incidents(Json json, Incidents incidents) throws IOException {
    json.whole("months", incidents.months());
    optional(json, "dataRaces", incidents.dataRaces());
    optional(json, "memorySafety", incidents.memorySafety());
  }

  private static void optional(Json json, String name, OptionalDouble value) throws IOException {
    json.decimal(name, value.isPresent(), value.orElse(0), Json.THOUSANDTHS);
  }

  private static void optional(Json json, String name, OptionalInt value) throws IOException {
    json.whole(name, value.isPresent(), value.orElse(0));
  }
}
