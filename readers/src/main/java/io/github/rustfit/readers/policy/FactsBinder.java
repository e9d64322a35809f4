package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Assumptions;
import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.policy.BoundaryPlan;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Fleet;
import io.github.rustfit.rules.policy.Horizon;
import io.github.rustfit.rules.policy.Operations;
import io.github.rustfit.rules.policy.Payload;
import io.github.rustfit.rules.policy.PlannedComponent;
import io.github.rustfit.rules.policy.Scenario;
import io.github.rustfit.rules.policy.Team;
import io.github.rustfit.rules.policy.Technique;
import io.github.rustfit.rules.policy.ThreePoint;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** The facts about team, money and plans, of content that schema and checks allow. */
final class FactsBinder {

  private FactsBinder() {}

  static DeclaredFacts bind(JsonNode root) {
    Map<String, Fleet> fleets = new TreeMap<>();
    Map<String, Horizon> horizons = new TreeMap<>();
    for (JsonNode component : root.path("components")) {
      String name = component.path("name").asText();
      if (component.has("fleet")) {
        fleets.put(name, fleet(component.path("fleet")));
      }
      horizon(component.path("horizon")).ifPresent(horizon -> horizons.put(name, horizon));
    }
    return new DeclaredFacts(
        root.path("currency").asText(DeclaredFacts.DEFAULT_CURRENCY),
        fleet(root.path("fleet")),
        fleets,
        team(root.path("team")),
        number(root.path("personMonthCost")),
        horizon(root.path("horizon")),
        horizons,
        operations(root),
        planned(root.path("planned")),
        assumptions(root.path("economics")));
  }

  private static Fleet fleet(JsonNode fleet) {
    return new Fleet(
        number(fleet.path("instances")),
        number(fleet.path("memoryGiB")),
        number(fleet.path("vCpus")),
        number(fleet.path("pricePerGiBYear")),
        number(fleet.path("pricePerVCpuYear")),
        Binding.byId(fleet.path("binding").asText()),
        number(fleet.path("targetSavingPerYear")));
  }

  private static Team team(JsonNode team) {
    String seniority = team.path("seniority").asText();
    return new Team(
        count(team.path("size")),
        count(team.path("systemsExperienced")),
        seniority.isEmpty()
            ? Optional.empty()
            : Optional.of(Team.Seniority.valueOf(seniority.toUpperCase(Locale.ROOT))),
        number(team.path("rampUpMonths")));
  }

  /** The earlier end where both years and a sunset are declared. */
  private static Optional<Horizon> horizon(JsonNode horizon) {
    OptionalDouble years = number(horizon.path("years"));
    OptionalDouble untilSunset = Sunset.years(horizon);
    String sunset = horizon.path("sunset").asText();
    if (untilSunset.isPresent()) {
      return Optional.of(
          new Horizon(Math.min(untilSunset.getAsDouble(), years.orElse(Double.MAX_VALUE)), sunset));
    }
    return years.isPresent() ? Optional.of(new Horizon(years.getAsDouble(), "")) : Optional.empty();
  }

  private static Operations operations(JsonNode root) {
    JsonNode operations = root.path("operations");
    JsonNode binaries = operations.path("nativeBinaries");
    TreeSet<String> languages = new TreeSet<>(texts(root.path("approvedLanguages")));
    return new Operations(
        languages.isEmpty() ? Optional.empty() : Optional.of(languages),
        operations.path("onCall").asText(),
        binaries.isBoolean() ? Optional.of(binaries.asBoolean()) : Optional.empty());
  }

  private static List<PlannedComponent> planned(JsonNode list) {
    List<PlannedComponent> planned = new ArrayList<>();
    for (JsonNode one : list) {
      planned.add(
          new PlannedComponent(
              one.path("name").asText(),
              one.path("owner").asText(),
              one.path("description").asText(),
              one.path("shape").asText(),
              texts(one.path("imports"))));
    }
    return planned;
  }

  private static Assumptions assumptions(JsonNode economics) {
    Map<Assumption, ThreePoint> declared = new EnumMap<>(Assumption.class);
    threePoints(economics, declared::put);
    Map<Assumption, String> sources = new EnumMap<>(Assumption.class);
    for (Assumption assumption : declared.keySet()) {
      String source = economics.path(assumption.id()).path("source").asText();
      if (!source.isBlank()) {
        sources.put(assumption, source);
      }
    }
    return new Assumptions(declared, sources, boundary(economics));
  }

  private static BoundaryPlan boundary(JsonNode economics) {
    return new BoundaryPlan(
        Technique.byId(economics.path("technique").asText()),
        number(economics.path("crossingsPerSecond")),
        Payload.byId(economics.path("crossingsCarry").asText()).orElse(Payload.NUMBERS),
        number(economics.path("crossingBytesPerSecond")));
  }

  /** Each complete assumption of {@code economics}. */
  static void threePoints(JsonNode economics, BiConsumer<Assumption, ThreePoint> each) {
    for (Assumption assumption : Assumption.values()) {
      JsonNode value = economics.path(assumption.id());
      if (value.isNumber()) {
        each.accept(assumption, ThreePoint.exactly(value.asDouble()));
      } else if (List.of(Scenario.values()).stream().allMatch(s -> value.path(s.id()).isNumber())) {
        each.accept(
            assumption,
            new ThreePoint(
                value.path(Scenario.PESSIMISTIC.id()).asDouble(),
                value.path(Scenario.CENTRAL.id()).asDouble(),
                value.path(Scenario.OPTIMISTIC.id()).asDouble()));
      }
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private static OptionalDouble number(JsonNode value) {
    return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
  }

  private static OptionalInt count(JsonNode value) {
    return value.isNumber() ? OptionalInt.of(value.asInt()) : OptionalInt.empty();
  }
}
