package io.github.rustfit.readers.policy;

import io.github.rustfit.readers.yaml.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joins policies, the most general one first. A later one sets what no earlier one sets; it
 * overrides what others set only where each of them allows it, or where it is stricter. What it may
 * not do becomes a problem of it.
 */
final class PolicyJoin {

  private final Map<String, List<LayeredUnit>> settings = new LinkedHashMap<>();

  /** Who declares an entry of a list, and with what it begins there. */
  private final Map<String, Map<PolicyLayer, LayeredUnit>> declarers = new LinkedHashMap<>();

  private final List<PolicyLayer> before = new ArrayList<>();

  private PolicyJoin() {}

  /**
   * Joins sound policies.
   *
   * @return who sets each key, in the order in which the keys are first set; of each list the last
   *     one holds
   */
  static Map<String, List<LayeredUnit>> of(List<PolicyLayer> layers) {
    PolicyJoin join = new PolicyJoin();
    layers.forEach(join::add);
    return join.settings;
  }

  private void add(PolicyLayer layer) {
    for (PolicyUnit unit : PolicySchema.KEYS.units(layer.document().root())) {
      LayeredUnit said = new LayeredUnit(layer, unit);
      List<LayeredUnit> earlier = settings.getOrDefault(unit.key(), List.of());
      boolean news = earlier.isEmpty() || !same(earlier.get(earlier.size() - 1), said);
      Optional<Forbidden> forbidden =
          reserved(said).or(() -> news ? overridden(said, earlier) : Optional.empty());
      if (forbidden.isPresent()) {
        forbidden.get().addTo(layer.document(), unit);
      } else if (news) {
        settings.computeIfAbsent(unit.key(), key -> new ArrayList<>()).add(said);
      }
      if (!unit.entry().isEmpty()) {
        declarers
            .computeIfAbsent(unit.entry(), entry -> new LinkedHashMap<>())
            .putIfAbsent(layer, said);
      }
    }
    before.add(layer);
  }

  private static boolean same(LayeredUnit one, LayeredUnit other) {
    return one.unit().value().equals(other.unit().value());
  }

  private Optional<Forbidden> reserved(LayeredUnit said) {
    for (PolicyLayer other : before) {
      Optional<String> path = other.permissions().reservedAbove(said.unit().path());
      if (path.isPresent()) {
        Location at = other.permissions().reserved().getOrDefault(path.get(), Location.NONE);
        return Optional.of(Forbidden.reserved(said, path.get(), LayeredUnit.place(other, at)));
      }
    }
    return Optional.empty();
  }

  /** Whoever said something else must agree, and whoever declared an entry to any change of it. */
  private Optional<Forbidden> overridden(LayeredUnit said, List<LayeredUnit> earlier) {
    String path = said.unit().path();
    for (LayeredUnit other : earlier) {
      if (!other.layer().permissions().allows(path)
          && !same(said, other)
          && !Strictness.atLeast(path, said.unit().value(), other.unit().value())) {
        return Optional.of(Forbidden.overrides(said, other));
      }
    }
    String general = Strictness.general(path);
    if (!general.equals(path)) {
      for (LayeredUnit other : settings.getOrDefault(general, List.of())) {
        if (other.layer() != said.layer()
            && !other.layer().permissions().allows(path)
            && !other.layer().permissions().allows(general)
            && !Strictness.atLeast(general, said.unit().value(), other.unit().value())) {
          return Optional.of(Forbidden.overrides(said, other));
        }
      }
    }
    for (LayeredUnit other : declarers.getOrDefault(said.unit().entry(), Map.of()).values()) {
      if (other.layer() != said.layer() && !other.layer().permissions().allows(path)) {
        return Optional.of(Forbidden.adds(said, other));
      }
    }
    return Optional.empty();
  }
}
