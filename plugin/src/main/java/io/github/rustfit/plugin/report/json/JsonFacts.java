package io.github.rustfit.plugin.report.json;

import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.policy.BoundaryPlan;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Fleet;
import io.github.rustfit.rules.policy.Horizon;
import io.github.rustfit.rules.policy.Operations;
import io.github.rustfit.rules.policy.Team;
import io.github.rustfit.rules.policy.Technique;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is declared about team, money and plans, in the part {@code policy} of the report. */
final class JsonFacts {

  private JsonFacts() {}

  static void write(Json json, DeclaredFacts facts) throws IOException {
    json.text("currency", facts.currency());
    json.object("fleet", () -> fleet(json, facts.fleet()));
    json.object("team", () -> team(json, facts.team()));
    optional(json, "personMonthCost", facts.personMonthCost());
    horizon(json, facts.horizon());
    operations(json, facts.operations());
    SortedSet<String> names = new TreeSet<>(facts.componentFleets().keySet());
    names.addAll(facts.componentHorizons().keySet());
    json.objects(
        "componentFacts",
        names,
        name -> {
          json.text("component", name);
          json.object("fleet", () -> fleet(json, facts.fleet(name)));
          horizon(json, facts.horizon(name));
        });
    json.objects(
        "planned",
        facts.planned(),
        planned -> {
          json.text("name", planned.name());
          json.textOrNull("owner", planned.owner());
          json.textOrNull("description", planned.description());
          json.textOrNull("shape", planned.shape());
          json.strings("imports", planned.imports());
        });
    json.objects(
        "economics",
        List.of(Assumption.values()).stream().filter(facts.assumptions()::declares).toList(),
        assumption -> {
          json.text("assumption", assumption.id());
          JsonEconomics.write(json, facts.assumptions().get(assumption));
        });
    BoundaryPlan boundary = facts.assumptions().boundary();
    json.object(
        "boundary",
        () -> {
          json.textOrNull("technique", boundary.technique().map(Technique::id).orElse(""));
          optional(json, "crossingsPerSecond", boundary.crossingsPerSecond());
          json.text("crossingsCarry", boundary.payload().id());
          optional(json, "crossingBytesPerSecond", boundary.bytesPerSecond());
        });
  }

  private static void fleet(Json json, Fleet fleet) throws IOException {
    optional(json, "instances", fleet.instances());
    optional(json, "memoryGiB", fleet.memoryGiB());
    optional(json, "vCpus", fleet.vCpus());
    optional(json, "pricePerGiBYear", fleet.pricePerGiBYear());
    optional(json, "pricePerVCpuYear", fleet.pricePerVCpuYear());
    json.textOrNull("binding", fleet.binding().map(Binding::id).orElse(""));
    optional(json, "targetSavingPerYear", fleet.targetSavingPerYear());
  }

  private static void team(Json json, Team team) throws IOException {
    json.whole("size", team.size().isPresent(), team.size().orElse(0));
    json.whole(
        "systemsExperienced",
        team.systemsExperienced().isPresent(),
        team.systemsExperienced().orElse(0));
    json.textOrNull("seniority", team.seniority().map(Show::id).orElse(""));
    optional(json, "rampUpMonths", team.rampUpMonths());
  }

  private static void horizon(Json json, Optional<Horizon> horizon) throws IOException {
    if (horizon.isEmpty()) {
      json.unknown("horizon");
      return;
    }
    json.object(
        "horizon",
        () -> {
          json.decimal("years", true, horizon.get().years(), Json.THOUSANDTHS);
          json.textOrNull("sunset", horizon.get().sunset());
        });
  }

  private static void operations(Json json, Operations operations) throws IOException {
    json.strings("approvedLanguages", operations.approvedLanguages().orElseGet(TreeSet::new));
    json.object(
        "operations",
        () -> {
          json.textOrNull("onCall", operations.onCall());
          if (operations.nativeBinaries().isPresent()) {
            json.flag("nativeBinaries", operations.nativeBinaries().get());
          } else {
            json.unknown("nativeBinaries");
          }
        });
  }

  private static void optional(Json json, String name, OptionalDouble value) throws IOException {
    json.decimal(name, value.isPresent(), value.orElse(0), Json.THOUSANDTHS);
  }
}
