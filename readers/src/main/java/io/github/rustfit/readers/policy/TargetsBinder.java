package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.rules.policy.Remedy;
import io.github.rustfit.rules.policy.Target;
import io.github.rustfit.rules.policy.Targets;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** The targets of start-up and memory, of content that schema and checks allow. */
final class TargetsBinder {

  private TargetsBinder() {}

  static Targets bind(JsonNode targets) {
    TreeSet<Remedy> tried = new TreeSet<>();
    targets.path("tried").forEach(one -> Remedy.byId(one.asText()).ifPresent(tried::add));
    JsonNode lives = targets.path("longLived");
    return new Targets(
        target(targets.path("startUp"), "Ms"),
        target(targets.path("residentMemory"), "MiB"),
        lives.isBoolean() ? Optional.of(lives.asBoolean()) : Optional.empty(),
        tried);
  }

  private static Optional<Target> target(JsonNode target, String unit) {
    JsonNode limit = target.path("target" + unit);
    return limit.isNumber()
        ? Optional.of(
            new Target(
                limit.asDouble(),
                number(target.path("observed" + unit)),
                target.path("source").asText(),
                number(target.path("prototype" + unit)),
                target.path("prototypeSource").asText()))
        : Optional.empty();
  }

  private static OptionalDouble number(JsonNode value) {
    return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
  }
}
