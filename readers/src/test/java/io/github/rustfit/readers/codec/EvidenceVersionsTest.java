package io.github.rustfit.readers.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rustfit.rules.evidence.Evidence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What versions of {@code evidence.json} promise: a new layout is a new version; old ones read. */
class EvidenceVersionsTest {

  @Test
  void a_layout_that_changes_raises_the_version() throws IOException {
    String name = "layout-" + EvidenceJson.SCHEMA_VERSION + ".txt";
    assertThat(lines(EvidenceJson.layout()))
        .as(
            """
            The layout of evidence.json is not the one of version %s. Raise \
            EvidenceJson.SCHEMA_VERSION, say with since(...) in EvidenceForms what older files \
            lack, keep a file of the version before, and keep the new layout as %s.""",
            EvidenceJson.SCHEMA_VERSION, name)
        .isEqualTo(new String(resource(name), UTF_8));
  }

  @Test
  void any_new_component_shows_in_the_layout() {
    record Old(long count, List<String> names) {}
    record New(long count, List<String> names, long more) {}
    record Renamed(long number, List<String> names) {}
    String old = new RecordForms().of(Old.class).layout();
    assertThat(old).isEqualTo("{count: long, names: [text, …]}");
    assertThat(new RecordForms().of(New.class).layout()).isNotEqualTo(old);
    assertThat(new RecordForms().of(Renamed.class).layout()).isNotEqualTo(old);
    assertThat(new RecordForms().rows(Old.class).of(Old.class).layout()).isNotEqualTo(old);
  }

  /** Files that the last version 1 of rustfit wrote: of a sample, and of one of everything. */
  @ParameterizedTest
  @ValueSource(strings = {"version-1-edge-proxy.json", "version-1-any.json"})
  void files_of_version_1_are_read_and_nothing_of_them_is_lost(String name) throws Exception {
    byte[] file = resource(name);
    Evidence evidence = EvidenceJson.read(new ByteArrayInputStream(file));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EvidenceJson.write(evidence, out);
    JsonNode old = new ObjectMapper().readTree(file);
    JsonNode now = new ObjectMapper().readTree(out.toByteArray());
    assertThat(old.get("schemaVersion").intValue()).isEqualTo(1);
    assertThat(now.get("schemaVersion").intValue()).isEqualTo(2);
    for (String gcs : new String[] {"gcLogs", "recordedGcs"}) {
      // What only version 2 knows has no place in the older file.
      now.get(gcs)
          .forEach(gc -> ((ObjectNode) gc).remove(List.of("lockerWaits", "promotedRegions")));
    }
    // What only version 2 knows has no place in the older file.
    now.get("profiles")
        .forEach(
            profile ->
                ((ObjectNode) profile).remove(List.of("jvms", "sampling", "process", "threads")));
    now.get("inputs").forEach(input -> ((ObjectNode) input).remove("labels"));
    for (String key : (Iterable<String>) old::fieldNames) {
      if (!key.equals("schemaVersion")) {
        assertThat(now.get(key)).as(key).isEqualTo(old.get(key));
      }
    }
    assertThat(EvidenceJson.read(new ByteArrayInputStream(out.toByteArray()))).isEqualTo(evidence);
  }

  @Test
  void what_an_older_version_lacks_has_the_value_that_is_declared_for_it() throws Exception {
    record Count(long count, long since3) {}
    Form<Count> form = new RecordForms().since(3, Count.class, "since3", -1L).of(Count.class);
    assertThat(read(form, "{\"count\":5}", 2)).isEqualTo(new Count(5, -1));
    assertThat(read(form, "{\"count\":5,\"since3\":7}", 3)).isEqualTo(new Count(5, 7));
    assertThatExceptionOfType(EvidenceFormatException.class)
        .isThrownBy(() -> read(form, "{\"count\":5}", 3))
        .withMessageContaining("line 1, column 11");
    assertThatExceptionOfType(EvidenceFormatException.class)
        .isThrownBy(() -> read(form, "{\"count\":5,\"since3\":7}", 2))
        .withMessageContaining("field name");
  }

  private static <T> T read(Form<T> form, String json, int version) throws Exception {
    return new JsonCursor(EvidenceJson.JSON.createParser(json)).ofVersion(version).only(form);
  }

  /** One item of the layout a line. */
  private static String lines(String layout) {
    return layout.replaceAll("([{,]) ?(?=[A-Za-z0-9]+: )", "$1\n") + "\n";
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = EvidenceVersionsTest.class.getResourceAsStream("/evidence/" + name)) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }
}
