package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.readers.yaml.Quoted;
import io.github.rustfit.readers.yaml.YamlDocument;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.ThreePoint;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** How the facts about team, money and plans fit each other. */
final class FactsChecks {

  /** A day more or less in what people round to years. */
  private static final double ROUNDING_YEARS = 0.1;

  private final YamlDocument document;

  private FactsChecks(YamlDocument document) {
    this.document = document;
  }

  /** Adds what does not fit to the document's problems. */
  static void check(YamlDocument document) {
    FactsChecks checks = new FactsChecks(document);
    checks.experience();
    checks.horizon("/horizon");
    JsonNode components = document.root().path("components");
    for (int i = 0; i < components.size(); i++) {
      checks.horizon("/components/" + i + "/horizon");
    }
    FactsBinder.threePoints(document.root().path("economics"), checks::order);
    checks.boundary();
    checks.plannedNames();
  }

  private void boundary() {
    JsonNode economics = document.root().path("economics");
    if (economics.path("technique").asText().equals("none")
        && economics.path("crossingsPerSecond").asDouble() > 0) {
      add(
          "/economics/crossingsPerSecond",
          "technique says that nothing crosses",
          "Correct one of the two, or leave one out.");
    }
  }

  private void experience() {
    JsonNode team = document.root().path("team");
    JsonNode size = team.path("size");
    JsonNode experienced = team.path("systemsExperienced");
    if (size.isNumber() && experienced.isNumber() && experienced.asDouble() > size.asDouble()) {
      add(
          "/team/systemsExperienced",
          experienced.asText() + " is more than the whole team, team.size is " + size.asText(),
          "Correct one of the two.");
    }
  }

  private void horizon(String at) {
    JsonNode horizon = document.root().at(at);
    for (String key : new String[] {"sunset", "declaredOn"}) {
      if (horizon.path(key).isTextual() && Days.day(horizon.path(key)).isEmpty()) {
        add(at + "/" + key, "there is no such day", "Write it as YYYY-MM-DD, e.g. 2031-12-31.");
      }
    }
    if (horizon.has("sunset") && !horizon.has("declaredOn")) {
      add(
          at + "/sunset",
          "it stands without declaredOn",
          "Add declaredOn, the day from which it counts: no clock is read, so that the same inputs"
              + " give the same result on any day.");
    }
    OptionalDouble untilSunset = Sunset.years(horizon);
    if (untilSunset.isEmpty()) {
      return;
    }
    JsonNode years = horizon.path("years");
    if (untilSunset.getAsDouble() <= 0) {
      add(
          at + "/sunset",
          "the horizon lies in the past, "
              + horizon.path("sunset").asText()
              + " is not after "
              + horizon.path("declaredOn").asText(),
          "Correct one of the two days.");
    } else if (years.isNumber() && years.asDouble() > untilSunset.getAsDouble() + ROUNDING_YEARS) {
      add(
          at + "/years",
          years.asText() + " years end after the sunset, " + horizon.path("sunset").asText(),
          "Correct one of the two, or leave one out.");
    }
  }

  private void order(Assumption assumption, ThreePoint value) {
    if (!value.ordered(assumption.moreIsBetter())) {
      add(
          "/economics/" + assumption.id(),
          "pessimistic, central and optimistic are not in this order",
          assumption.moreIsBetter()
              ? "The pessimistic value is the smallest one here, since more speaks for a migration."
              : "The pessimistic value is the largest one here, since more speaks against a"
                  + " migration.");
    }
  }

  private void plannedNames() {
    Map<String, String> first = new HashMap<>();
    for (String list : new String[] {"components", "planned"}) {
      JsonNode named = document.root().path(list);
      for (int i = 0; i < named.size(); i++) {
        String pointer = "/" + list + "/" + i + "/name";
        JsonNode name = document.root().at(pointer);
        String before = name.isTextual() ? first.putIfAbsent(name.asText(), pointer) : null;
        if (before != null && list.equals("planned")) {
          add(
              pointer,
              Quoted.of(name.asText())
                  + " is declared already, in "
                  + document.valueAt(before).words(),
              "Give each component a name of its own; remove a plan whose code exists.");
        }
      }
    }
  }

  private void add(String pointer, String what, String remedy) {
    document.problems().add(document.valueAt(pointer), path(pointer) + ": " + what, remedy);
  }

  private static String path(String pointer) {
    return pointer.substring(1).replaceAll("/([0-9]+)", "[$1]").replace('/', '.');
  }
}
