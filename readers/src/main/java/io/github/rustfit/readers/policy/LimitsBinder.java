package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.rules.policy.ComponentLimits;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What {@code check} enforces, of content that the schema allows. */
final class LimitsBinder {

  private static final String ACCEPT = "accept";

  private LimitsBinder() {}

  static List<Limit> limits(JsonNode limits) {
    List<Limit> bound = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      JsonNode limit = limits.path(metric.id());
      if (limit.isNumber()) {
        bound.add(new Limit(metric, limit.asDouble(), Level.ERROR));
      } else if (limit.isObject()) {
        Level level = limit.has("level") ? level(limit.path("level").asText()) : Level.ERROR;
        bound.add(new Limit(metric, limit.path("limit").asDouble(), level));
      }
    }
    return bound;
  }

  /** The default for all, changed by what is declared. */
  static Map<Verdict, Level> verdicts(JsonNode verdicts) {
    Map<Verdict, Level> levels = new EnumMap<>(Verdict.class);
    levels.putAll(Policy.DEFAULT.verdicts());
    own(verdicts)
        .forEach(
            (verdict, level) ->
                level.ifPresentOrElse(
                    one -> levels.put(verdict, one), () -> levels.remove(verdict)));
    return levels;
  }

  static Map<String, ComponentLimits> ofComponents(JsonNode components) {
    Map<String, ComponentLimits> byName = new TreeMap<>();
    for (JsonNode one : components) {
      if (one.has("limits") || one.has("verdicts")) {
        byName.put(
            one.path("name").asText(),
            new ComponentLimits(limits(one.path("limits")), own(one.path("verdicts"))));
      }
    }
    return byName;
  }

  private static Map<Verdict, Optional<Level>> own(JsonNode verdicts) {
    Map<Verdict, Optional<Level>> levels = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      String word = verdicts.path(verdict.id()).asText();
      if (!word.isEmpty()) {
        levels.put(verdict, word.equals(ACCEPT) ? Optional.empty() : Optional.of(level(word)));
      }
    }
    return levels;
  }

  private static Level level(String id) {
    return Level.valueOf(id.toUpperCase(Locale.ROOT));
  }
}
