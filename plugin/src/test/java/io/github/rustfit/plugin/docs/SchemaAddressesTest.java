package io.github.rustfit.plugin.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Addresses of schemas follow one scheme, are explained, and nothing else is written into files.
 */
class SchemaAddressesTest {

  private static final String BASE = "https://rustfit.github.io/schema/";
  private static final Pattern ADDRESS =
      Pattern.compile(Pattern.quote(BASE) + "(?:[\\w-]|\\.(?=\\w))+");

  private static List<Path> files(String... endings) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String folder : List.of("docs", "readers/src/main", "plugin/src/main")) {
      try (Stream<Path> walk = Files.walk(Markdown.ROOT.resolve(folder))) {
        walk.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static Set<String> addresses(Path file) throws IOException {
    return ADDRESS
        .matcher(Files.readString(file, UTF_8))
        .results()
        .map(MatchResult::group)
        .collect(toSet());
  }

  private static String id(Path schema) throws IOException {
    return new ObjectMapper().readTree(schema.toFile()).path("$id").asText();
  }

  @Test
  void a_schema_has_the_address_of_its_file_name_and_version() throws IOException {
    List<Path> schemas = files(".schema.json");

    assertThat(schemas).hasSizeGreaterThan(5);
    for (Path schema : schemas) {
      String name = String.valueOf(schema.getFileName()).replace(".schema.json", "");
      assertThat(id(schema)).as("%s", schema).matches(Pattern.quote(BASE + name) + "-\\d+\\.json");
    }
  }

  @Test
  void the_page_of_formats_explains_each_address() throws IOException {
    Set<String> ids = new HashSet<>();
    for (Path schema : files(".schema.json")) {
      ids.add(id(schema));
    }
    assertThat(addresses(Markdown.ROOT.resolve("docs/reference/formats.md"))).isEqualTo(ids);
  }

  @Test
  void no_file_names_an_address_without_a_schema() throws IOException {
    Set<String> explained = addresses(Markdown.ROOT.resolve("docs/reference/formats.md"));
    for (Path file : files(".md", ".java", ".yaml", ".json", ".jte")) {
      assertThat(explained).as("%s", file).containsAll(addresses(file));
    }
  }
}
