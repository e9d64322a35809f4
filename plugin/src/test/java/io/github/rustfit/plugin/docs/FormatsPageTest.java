package io.github.rustfit.plugin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsPageTest {

  private static final Path REFERENCE = Path.of("docs", "reference");
  private static final List<String> CODE =
      Markdown.read(REFERENCE.resolve("formats.md")).inlineCode();

  @ParameterizedTest
  @ValueSource(strings = {"report.schema.json", "compare.schema.json", "trend.schema.json"})
  void names_every_part_of_what_programs_read(String file) throws IOException {
    JsonNode schema =
        new ObjectMapper().readTree(Markdown.ROOT.resolve(REFERENCE).resolve(file).toFile());
    List<String> names = new ArrayList<>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);

    assertThat(names).hasSizeGreaterThan(5);
    assertThat(CODE).containsAll(names);
  }

  @Test
  void names_every_schema_that_is_published() {
    List<String> targets = Markdown.read(REFERENCE.resolve("formats.md")).targets();
    String[] schemas =
        Markdown.ROOT.resolve(REFERENCE).toFile().list((folder, name) -> name.endsWith(".json"));

    assertThat(schemas).isNotNull();
    // catalogues are read, not written, and have a page of their own
    assertThat(schemas)
        .filteredOn(name -> !name.startsWith("crates"))
        .allSatisfy(name -> assertThat(targets).contains(name));
  }
}
