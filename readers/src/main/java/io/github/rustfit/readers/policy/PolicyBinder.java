package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.readers.yaml.YamlDocument;
import io.github.rustfit.rules.component.ComponentDefinition;
import io.github.rustfit.rules.policy.Incidents;
import io.github.rustfit.rules.policy.Origins;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.ServiceLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Makes a {@link Policy} of content that the schema allows. */
final class PolicyBinder {

  private PolicyBinder() {}

  static Policy bind(String source, YamlDocument document, JsonNode root) {
    JsonNode representative = root.path("recording").path("representative");
    return new Policy(
        source,
        components(root.path("components")),
        new Policy.Declarations(
            representative.isBoolean() ? Optional.of(representative.asBoolean()) : Optional.empty(),
            serviceLevel(root.path("serviceLevel")),
            incidents(root.path("incidents")),
            FactsBinder.bind(root),
            TargetsBinder.bind(root.path("targets"))),
        new Policy.Enforced(
            LimitsBinder.limits(root.path("limits")),
            LimitsBinder.verdicts(root.path("verdicts")),
            LimitsBinder.ofComponents(root.path("components")),
            DecisionsBinder.noticeDays(root)),
        DecisionsBinder.bind(source, document, root.path("decisions")),
        Origins.NONE);
  }

  private static List<ComponentDefinition> components(JsonNode list) {
    List<ComponentDefinition> components = new ArrayList<>();
    for (JsonNode one : list) {
      List<String> packages = new ArrayList<>();
      one.path("packages").forEach(name -> packages.add(name.asText()));
      components.add(
          new ComponentDefinition(
              one.path("name").asText(),
              one.path("module").asText(),
              packages,
              one.path("owner").asText()));
    }
    return components;
  }

  private static Optional<ServiceLevel> serviceLevel(JsonNode level) {
    if (level.isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(
        new ServiceLevel(
            level.path("percentile").asDouble(),
            level.path("targetMs").asDouble(),
            number(level.path("observedMs")),
            number(level.path("observedP50Ms")),
            number(level.path("serviceTimeMs")),
            level.path("fanOut").asInt(1),
            number(level.path("requestsPerSecond"))));
  }

  private static Incidents incidents(JsonNode incidents) {
    return new Incidents(
        incidents.path("months").asInt(Incidents.NOT_DECLARED.months()),
        count(incidents.path("dataRaces")),
        count(incidents.path("memorySafety")));
  }

  private static OptionalDouble number(JsonNode value) {
    return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
  }

  private static OptionalInt count(JsonNode value) {
    return value.isNumber() ? OptionalInt.of(value.asInt()) : OptionalInt.empty();
  }
}
