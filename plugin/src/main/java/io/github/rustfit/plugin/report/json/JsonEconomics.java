package io.github.rustfit.plugin.report.json;

import io.github.rustfit.engine.economics.Economics;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.rules.policy.Scenario;
import io.github.rustfit.rules.policy.ThreePoint;
import java.io.IOException;
import java.util.Optional;

/** The part {@code economics} of a component of {@code report.json}. */
final class JsonEconomics {

  /** Decimals of an amount of money: hundredths. */
  private static final int MONEY = 2;

  private JsonEconomics() {}

  static void write(Json json, Optional<Economics> economics) throws IOException {
    if (economics.isEmpty()) {
      json.unknown("economics");
      return;
    }
    json.object("economics", () -> body(json, economics.get()));
  }

  private static void body(Json json, Economics economics) throws IOException {
    json.text("currency", economics.currency());
    json.decimal("horizonYears", true, economics.horizonYears(), Json.THOUSANDTHS);
    for (Scenario scenario : Scenario.values()) {
      json.object(scenario.id(), () -> write(json, economics.in(scenario)));
    }
    json.objects(
        "assumptions",
        economics.inputs(),
        input -> {
          json.text("id", input.id());
          json.text("name", input.name());
          json.object("value", () -> write(json, input.value()));
          json.text("unit", input.unit());
          json.text("provenance", input.provenance().id());
          json.text("source", input.source());
        });
  }

  private static void write(Json json, Economics.Case one) throws IOException {
    json.decimal("savingPerYear", true, one.savingPerYear(), MONEY);
    json.decimal("oneTimeCost", true, one.oneTimeCost(), MONEY);
    json.decimal("recurringCostPerYear", true, one.recurringCostPerYear(), MONEY);
    json.decimal("personMonths", true, one.personMonths(), Json.THOUSANDTHS);
    json.decimal("netPresentValue", true, one.netPresentValue(), MONEY);
    json.decimal(
        "paybackYears",
        one.paybackYears().isPresent(),
        one.paybackYears().orElse(0),
        Json.THOUSANDTHS);
  }

  /** A figure in three scenarios. */
  static void write(Json json, ThreePoint value) throws IOException {
    for (Scenario scenario : Scenario.values()) {
      json.decimal(scenario.id(), true, value.in(scenario), Json.SHARE);
    }
  }
}
