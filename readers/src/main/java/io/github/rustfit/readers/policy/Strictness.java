package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.rules.policy.Metric;
import java.util.List;

/** Whether a limit or the level of a verdict leaves builds at most what another one does. */
final class Strictness {

  private static final String OF_COMPONENT = "components.";
  private static final String LIMITS = "limits.";
  private static final String VERDICTS = "verdicts.";

  /** The strictest first. */
  private static final List<String> LEVELS = List.of("error", "warning", "accept");

  private Strictness() {}

  /** The key for all components that a key of one component comes before; else the key itself. */
  static String general(String path) {
    return path.startsWith(OF_COMPONENT + LIMITS) || path.startsWith(OF_COMPONENT + VERDICTS)
        ? path.substring(OF_COMPONENT.length())
        : path;
  }

  /** Whether the keys below this path can be compared. */
  static boolean known(String keyPath) {
    String path = general(keyPath);
    return path.startsWith(VERDICTS)
        || (path.startsWith(LIMITS) && Metric.byId(path.substring(LIMITS.length())).isPresent());
  }

  /** Whether one value is as strict as the other or stricter; false where nothing compares them. */
  static boolean atLeast(String keyPath, JsonNode value, JsonNode other) {
    String path = general(keyPath);
    if (path.startsWith(VERDICTS)) {
      return LEVELS.indexOf(value.asText()) <= LEVELS.indexOf(other.asText());
    }
    if (!known(path)) {
      return false;
    }
    boolean upper =
        Metric.byId(path.substring(LIMITS.length())).map(Metric::upperBound).orElse(true);
    double mine = limit(value);
    double theirs = limit(other);
    return (upper ? mine <= theirs : mine >= theirs)
        && LEVELS.indexOf(level(value)) <= LEVELS.indexOf(level(other));
  }

  private static double limit(JsonNode value) {
    return value.isNumber() ? value.asDouble() : value.path("limit").asDouble();
  }

  private static String level(JsonNode value) {
    return value.path("level").asText("error");
  }
}
