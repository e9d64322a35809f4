package io.github.rustfit.readers.crates;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.readers.yaml.Quoted;
import io.github.rustfit.readers.yaml.YamlDocument;
import io.github.rustfit.readers.yaml.YamlSchema;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.crates.CrateEntry;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Reads crate catalogues: the one that ships with the program, or one of the same form. */
public final class CrateCatalogueReader {

  static final String BUILT_IN = "/io/github/rustfit/crates.yaml";

  /** The schema's name on the class path. */
  public static final String SCHEMA = "/io/github/rustfit/crates.schema.json";

  private CrateCatalogueReader() {}

  /**
   * The catalogue that ships with the program.
   *
   * @throws IllegalStateException if the jar is damaged
   */
  public static CrateCatalogue builtIn() {
    CatalogueReading reading = readBuiltIn();
    if (!reading.problems().isEmpty()) {
      throw new IllegalStateException(
          "damaged jar: "
              + String.join("; ", reading.problems().stream().map(Problem::text).toList()));
    }
    return reading.catalogue();
  }

  static CatalogueReading readBuiltIn() {
    try (InputStream in = CrateCatalogueReader.class.getResourceAsStream(BUILT_IN)) {
      YamlDocument document =
          YamlDocument.ofShipped("crates.yaml", Objects.requireNonNull(in, BUILT_IN));
      return catalogue(document, "");
    } catch (IOException e) {
      throw new UncheckedIOException(BUILT_IN, e);
    }
  }

  /**
   * Reads a catalogue. Nothing is thrown for bad content.
   *
   * @param displayPath of the file, relative to the project's root, for messages
   * @param in the file, UTF-8, at most 1 MiB; the caller closes it
   * @throws IOException only when the storage fails
   */
  public static CatalogueReading read(String displayPath, InputStream in) throws IOException {
    return catalogue(YamlSchema.ofResource(SCHEMA).read(displayPath, in), displayPath);
  }

  private static CatalogueReading catalogue(YamlDocument document, String source) {
    checkPrefixes(document);
    List<CrateEntry> entries = new ArrayList<>();
    if (document.problems().isEmpty()) {
      document.root().path("crates").forEach(entry -> entries.add(entry(entry, source)));
    }
    return new CatalogueReading(entries, document.problems().toList());
  }

  private static void checkPrefixes(YamlDocument document) {
    Map<String, String> first = new HashMap<>();
    JsonNode entries = document.root().path("crates");
    for (int i = 0; i < entries.size(); i++) {
      JsonNode imports = entries.path(i).path("imports");
      for (int j = 0; j < imports.size(); j++) {
        String entry = "/crates/" + i + "/imports/";
        String prefix = imports.path(j).asText();
        String before = first.putIfAbsent(prefix, entry + j);
        if (before != null && !before.startsWith(entry)) {
          document
              .problems()
              .add(
                  document.valueAt(entry + j),
                  "The import "
                      + Quoted.of(prefix)
                      + " stands in two entries, first in line "
                      + document.valueAt(before).line(),
                  "Leave it in one of them.");
        }
      }
    }
  }

  private static CrateEntry entry(JsonNode entry, String source) {
    return new CrateEntry(
        texts(entry.path("imports")),
        texts(entry.path("artifacts")),
        texts(entry.path("crates")),
        CrateEntry.Grade.valueOf(name(entry.path("grade"))),
        CrateEntry.Scope.valueOf(name(entry.path("scope"))),
        entry.path("wire").asText(),
        entry.path("confidence").asText(),
        entry.path("reason").asText(),
        entry.path("native").asBoolean(),
        source);
  }

  private static String name(JsonNode value) {
    return value.asText().toUpperCase(Locale.ROOT);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
