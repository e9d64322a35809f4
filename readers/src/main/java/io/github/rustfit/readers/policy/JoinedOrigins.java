package io.github.rustfit.readers.policy;

import io.github.rustfit.rules.policy.Origin;
import io.github.rustfit.rules.policy.Origins;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where each value of joined policies was said. An entry of a list counts as one value. */
final class JoinedOrigins {

  private static final String NAME = "." + PolicyKeys.NAME;

  private final List<Origin> origins = new ArrayList<>();

  /** What each entry begins with. */
  private final Map<String, LayeredUnit> entries = new LinkedHashMap<>();

  /** What each entry says. */
  private final Map<String, List<String>> contents = new LinkedHashMap<>();

  private JoinedOrigins() {}

  /**
   * Says where.
   *
   * @param settings what {@link PolicyJoin} gives
   */
  static Origins of(Map<String, List<LayeredUnit>> settings) {
    JoinedOrigins joined = new JoinedOrigins();
    settings.values().forEach(joined::add);
    joined.entries.forEach(
        (entry, first) -> {
          String value = String.join(", ", joined.contents.getOrDefault(entry, List.of()));
          joined.origins.add(origin(label(entry, first.unit()), value, List.of(first)));
        });
    return new Origins(joined.origins);
  }

  private void add(List<LayeredUnit> said) {
    PolicyUnit unit = said.get(said.size() - 1).unit();
    if (unit.entry().isEmpty()) {
      origins.add(origin(unit.key(), unit.shown(), said));
      return;
    }
    LayeredUnit first = entries.computeIfAbsent(unit.entry(), entry -> said.get(0));
    boolean limit = Strictness.known(unit.path());
    if (!limit && !unit.path().endsWith(NAME)) {
      boolean whole = unit.key().equals(unit.entry());
      String field = whole ? "" : unit.key().substring(unit.entry().length() + 1) + ": ";
      contents.computeIfAbsent(unit.entry(), entry -> new ArrayList<>()).add(field + unit.shown());
    }
    if (limit || said.get(said.size() - 1).layer() != first.layer()) {
      origins.add(origin(unit.key(), unit.shown(), said));
    }
  }

  /** A decision has no name; what it decides about is what people know it by. */
  private static String label(String entry, PolicyUnit first) {
    String finding = first.value().path("finding").asText();
    return finding.isEmpty() ? entry : first.path() + "[" + finding + "]";
  }

  private static Origin origin(String key, String value, List<LayeredUnit> said) {
    return new Origin(
        PolicyUnit.shortened(key),
        PolicyUnit.shortened(value),
        said.get(said.size() - 1).place(),
        said.subList(0, said.size() - 1).stream()
            .map(one -> new Origin.Overridden(one.unit().shown(), one.place()))
            .toList());
  }
}
