package io.github.rustfit.readers.crates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.crates.CrateEntry;
import io.github.rustfit.rules.crates.CrateEntry.Grade;
import io.github.rustfit.rules.crates.CrateEntry.Scope;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrateCatalogueReaderTest {

  private static final CrateCatalogue CATALOGUE = CrateCatalogueReader.builtIn();

  private static List<Problem> problems(String yaml) throws IOException {
    CatalogueReading reading =
        CrateCatalogueReader.read("my.yaml", new ByteArrayInputStream(yaml.getBytes(UTF_8)));
    assertThat(reading.entries().isEmpty()).isEqualTo(!reading.problems().isEmpty());
    return reading.problems();
  }

  /** Graded by hand. */
  @ParameterizedTest
  @CsvSource({
    "com.fasterxml.jackson.databind.ObjectMapper, DROP_IN",
    "com.fasterxml.jackson.databind.*, DROP_IN",
    "org.apache.kafka.streams.KafkaStreams, NONE",
    "org.apache.kafka.clients.producer.Producer, MATURE",
    "java.sql.Connection, PARTIAL",
    "java.io.ObjectInputStream, NONE",
    "org.springframework.web.client.RestTemplate, PARTIAL",
    "org.springframework.web.reactive.function.client.WebClient, MATURE",
    "org.hibernate.Session, PARTIAL",
    "java.awt.image.BufferedImage, MATURE",
    "java.awt.Frame, PARTIAL",
    "org.sqlite.JDBC, DROP_IN",
    "org.apache.http.client.HttpClient, DROP_IN",
    "org.apache.hc.client5.http.classic.HttpClient, DROP_IN",
    "org.redisson.api.RMap, PARTIAL",
    "javax.transaction.UserTransaction, NONE",
    "net.bytebuddy.ByteBuddy, NONE"
  })
  void the_longest_prefix_gives_the_grade(String imported, Grade grade) {
    assertThat(CATALOGUE.find(imported)).map(CrateEntry::grade).contains(grade);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.io.InputStream",
        "java.util.List",
        "java.sqlite.Foo",
        "com.acme.Pricing",
        "org.apache.kafka.common.Uuid"
      })
  void other_names_have_no_entry(String imported) {
    assertThat(CATALOGUE.find(imported)).isEmpty();
  }

  @Test
  void the_built_in_catalogue_is_complete_and_unambiguous() {
    CatalogueReading reading = CrateCatalogueReader.readBuiltIn();

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.entries()).hasSizeGreaterThan(130);
    assertThat(reading.entries().stream().flatMap(entry -> entry.imports().stream()))
        .doesNotHaveDuplicates();
    assertThat(reading.entries())
        .allSatisfy(
            entry -> {
              assertThat(entry.reason()).isNotBlank().doesNotContain("unsure").doesNotEndWith(".");
              assertThat(entry.confidence()).matches("recall|unsure|verified\\(.+\\)");
              assertThat(entry.wire()).isIn("yes", "no", "n/a");
            })
        .filteredOn(entry -> entry.scope() == Scope.RUNTIME && entry.grade() != Grade.NONE)
        .allSatisfy(entry -> assertThat(entry.crates()).isNotEmpty());
  }

  /** Not held against it in each run. */
  @Test
  void the_built_in_catalogue_fits_its_schema() throws IOException {
    try (InputStream in =
        CrateCatalogueReader.class.getResourceAsStream(CrateCatalogueReader.BUILT_IN)) {
      CatalogueReading reading = CrateCatalogueReader.read("crates.yaml", in);
      assertThat(reading.problems()).isEmpty();
      assertThat(reading.entries()).hasSameSizeAs(CrateCatalogueReader.readBuiltIn().entries());
    }
  }

  @Test
  void build_and_test_libraries_are_told_apart() {
    assertThat(CATALOGUE.find("lombok.Data")).map(CrateEntry::scope).contains(Scope.BUILD);
    assertThat(CATALOGUE.find("org.junit.jupiter.api.Test"))
        .map(CrateEntry::scope)
        .contains(Scope.TEST);
  }

  /** By what these libraries say of themselves: JNI or JNA below, or plain Java. */
  @ParameterizedTest
  @CsvSource({
    "com.github.luben, true",
    "com.github.luben.zstd, true",
    "com.github.luben.zstd.ZstdOutputStream, true",
    "org.rocksdb, true",
    "net.jpountz, true",
    "org.lmdbjava, true",
    "io.netty.internal.tcnative, true",
    "io.netty, false",
    "org.mapdb, false",
    "com.github, false",
    "com.acme, false"
  })
  void what_is_native_already_is_told(String library, boolean isNative) {
    assertThat(CATALOGUE.nativeCode(library)).isEqualTo(isNative);
  }

  @Test
  void an_entry_of_ones_own_goes_before_the_shipped_one_and_says_where_it_stands()
      throws IOException {
    String own = "crates:\n" + ENTRY.replace("com.acme", "com.acme, org.apache.kafka.streams");
    CatalogueReading reading =
        CrateCatalogueReader.read("my.yaml", new ByteArrayInputStream(own.getBytes(UTF_8)));

    CrateCatalogue all = CATALOGUE.with(reading.entries());

    assertThat(all.find("org.apache.kafka.streams.KafkaStreams"))
        .hasValueSatisfying(
            entry -> {
              assertThat(entry.grade()).isEqualTo(Grade.MATURE);
              assertThat(entry.source()).isEqualTo("my.yaml");
            });
    assertThat(all.find("com.acme.Thing")).isPresent();
    assertThat(all.find("org.sqlite.JDBC")).map(CrateEntry::source).contains("");
  }

  private static final String ENTRY =
      """
        - imports: [com.acme]
          artifacts: []
          crates: [acme]
          grade: mature
          scope: runtime
          wire: "yes"
          confidence: recall
          reason: Something comparable exists
      """;

  @Test
  void a_catalogue_of_ones_own_is_read() throws IOException {
    assertThat(problems("crates:\n" + ENTRY)).isEmpty();
  }

  @Test
  void a_prefix_in_two_entries_is_an_error() throws IOException {
    assertThat(problems("crates:\n" + ENTRY + ENTRY))
        .extracting(Problem::text)
        .containsExactly(
            "my.yaml:10: The import 'com.acme' stands in two entries, first in line 2"
                + " (line 10, column 15). Leave it in one of them.");
  }

  @Test
  void mistakes_are_named_with_their_place() throws IOException {
    assertThat(problems("crates:\n" + ENTRY.replace("mature", "matrue").replace("wire", "wires")))
        .extracting(Problem::text)
        .containsExactly(
            "my.yaml:2: crates[0] lacks the key 'wire' (line 2, column 5). Add it. Write for"
                + " example 'wire: n/a'. Whether both sides can share the format on the wire or on"
                + " disk.",
            "my.yaml:5: crates[0].grade: expected one of drop_in, mature, partial, none, found"
                + " text 'matrue' (line 5, column 12). Did you mean 'mature'?",
            "my.yaml:7: Unknown key 'wires' in crates[0] (line 7, column 5). Did you mean 'wire'?"
                + " Allowed here: imports, artifacts, crates, grade, scope, wire, confidence,"
                + " native, reason.");
    assertThat(problems("")).hasSize(1);
    assertThat(problems("crates: [")).hasSize(1);
  }
}
