package io.github.rustfit.readers.precedents;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.readers.yaml.YamlDocument;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.precedent.Precedent;
import io.github.rustfit.rules.precedent.Trait;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the published cases that ship with the program. */
public final class PrecedentReader {

  static final String BUILT_IN = "/io/github/rustfit/precedents.yaml";

  private PrecedentReader() {}

  /**
   * The cases that ship with the program, in the file's order.
   *
   * @throws IllegalStateException if the jar is damaged
   */
  public static List<Precedent> builtIn() {
    try (InputStream in = PrecedentReader.class.getResourceAsStream(BUILT_IN)) {
      YamlDocument document =
          YamlDocument.ofShipped("precedents.yaml", Objects.requireNonNull(in, BUILT_IN));
      List<Problem> problems = document.problems().toList();
      if (!problems.isEmpty()) {
        throw new IllegalStateException(
            "damaged jar: "
                + problems.stream().map(Problem::text).collect(Collectors.joining("; ")));
      }
      return precedents(document.root().path("precedents"));
    } catch (IOException e) {
      throw new UncheckedIOException(BUILT_IN, e);
    }
  }

  private static List<Precedent> precedents(JsonNode entries) {
    List<Precedent> precedents = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode entry : entries) {
      Precedent precedent = precedent(entry);
      if (!ids.add(precedent.id())) {
        throw new IllegalStateException("damaged jar: '" + precedent.id() + "' stands twice");
      }
      precedents.add(precedent);
    }
    return List.copyOf(precedents);
  }

  private static Precedent precedent(JsonNode entry) {
    Set<Trait> traits = new TreeSet<>();
    entry.path("traits").forEach(id -> traits.add(Trait.byId(id.asText()).orElseThrow()));
    return new Precedent(
        entry.path("id").asText(),
        entry.path("title").asText(),
        Precedent.Outcome.valueOf(entry.path("outcome").asText().toUpperCase(Locale.ROOT)),
        Precedent.Boundary.byId(entry.path("boundary").asText()).orElseThrow(),
        traits,
        entry.path("pain").asText(),
        entry.path("gain").asText(),
        entry.path("triedFirst").asText(),
        entry.path("changedToo").asText(),
        entry.path("calibrates").asBoolean(),
        entry.path("source").asText());
  }
}
