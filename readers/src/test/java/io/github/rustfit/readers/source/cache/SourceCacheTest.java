package io.github.rustfit.readers.source.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.cache.CacheFolder;
import io.github.rustfit.readers.codec.RecordJson;
import io.github.rustfit.rules.evidence.source.MechanismUse;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.evidence.source.TypeShape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCacheTest {

  private static final Reading READING =
      new Reading(
          "com.acmé",
          7,
          new TreeSet<>(List.of("java.util.*", "java.io.File")),
          List.of(
              new SourceType(
                  "com.acmé.A",
                  3,
                  40,
                  List.of(
                      new SourceMethod("<clinit>", 5, 5, Optional.empty()),
                      new SourceMethod(
                          "f",
                          6,
                          9,
                          Optional.of(new Signature(9, "void", List.of("int", "int[]"))))),
                  Optional.of(
                      new TypeShape(
                          TypeShape.Kind.RECORD,
                          "",
                          List.of("java.lang.Runnable"),
                          List.of(new TypeShape.Field(2, "long")))))),
          new TreeSet<>(
              List.of(new PatternMatch("string-format", 7, 8, "com.acmé.A", "f", "\u0000\ud800"))),
          new TreeSet<>(List.of(new MechanismUse(MechanismUse.Mechanism.REFLECTION, 8))),
          List.of(new Reading.Remark(4, "Wrong.", "Right it.")));

  private static final Reading EMPTY =
      new Reading("", 0, new TreeSet<>(), List.of(), new TreeSet<>(), new TreeSet<>(), List.of());

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path root;

  private SourceCache open(String version) {
    return SourceCache.open(new CacheFolder(root, root), version);
  }

  private Path file() {
    return root.resolve(SourceCache.FILE);
  }

  private void keep(String key, Reading reading) {
    SourceCache cache = open("1");
    cache.put(key, reading);
    cache.save();
  }

  @Test
  void what_is_kept_comes_back_equal_to_the_same_version_alone() {
    keep("a", READING);
    keep("b", EMPTY);

    assertThat(open("1").get("a")).hasValue(READING);
    assertThat(open("1").get("b")).hasValue(EMPTY);
    assertThat(open("1").get("c")).isEmpty();
    assertThat(open("2").get("a")).isEmpty();
  }

  @Test
  void the_same_entries_are_the_same_bytes_and_nothing_new_writes_nothing() throws IOException {
    SourceCache cache = open("1");
    cache.put("b", EMPTY);
    cache.put("a", READING);
    cache.save();
    byte[] first = Files.readAllBytes(file());
    Files.delete(file());
    SourceCache again = open("1");
    again.put("a", READING);
    again.put("b", EMPTY);
    again.save();
    assertThat(file()).hasBinaryContent(first);

    SourceCache used = open("1");
    assertThat(used.get("a")).isPresent();
    Files.delete(file());
    used.save();
    assertThat(file()).doesNotExist();
  }

  @Test
  void what_is_not_asked_for_stays_for_a_while() {
    keep("old", READING);
    for (int i = 0; i < SourceCache.MOST_UNUSED; i++) {
      keep("new " + i, EMPTY);
    }
    assertThat(open("1").get("new 0")).isPresent();
    assertThat(open("1").get("old")).as("kept on %s times", SourceCache.MOST_UNUSED).isPresent();

    keep("one more", EMPTY);
    assertThat(open("1").get("old")).isEmpty();

    SourceCache cache = open("1");
    assertThat(cache.get("new 1")).isPresent();
    cache.put("last", EMPTY);
    cache.save();
    keep("after", EMPTY);
    assertThat(open("1").get("new 1")).as("was asked for again").isPresent();
  }

  /** Every byte of the file in turn: what comes back is right, or nothing. */
  @Test
  void damage_is_noticed_and_mended() throws IOException {
    keep("a", READING);
    byte[] whole = Files.readAllBytes(file());
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x41;
      assertRightOrNone(damaged);
      assertRightOrNone(Arrays.copyOf(whole, at));
    }
    Files.write(file(), Arrays.copyOf(whole, whole.length - 1));
    assertThat(open("1").get("a")).isEmpty();
    keep("a", READING);
    assertThat(file()).hasBinaryContent(whole);
  }

  private void assertRightOrNone(byte[] content) throws IOException {
    Files.write(file(), content);
    open("1").get("a").ifPresent(reading -> assertThat(reading).isEqualTo(READING));
  }

  /** A hostile entry has a right check sum; it must neither throw nor take much memory. */
  @Test
  void figures_and_texts_of_an_entry_are_not_trusted() throws IOException {
    String row = new String(RecordJson.of(Reading.class).write(READING), StandardCharsets.US_ASCII);
    List<String> hostile =
        List.of("-1", "99999999999", "1e9", "null", "\"x\"", "[]", "[[[[", "{}", "true");
    Matcher values = Pattern.compile("\"[^\"]*\"|\\d+").matcher(row);
    while (values.find()) {
      for (String other : hostile) {
        String changed = row.substring(0, values.start()) + other + row.substring(values.end());
        String possible = values.group().startsWith("\"") ? "\"x\"" : "-1";
        if (kept(changed).isPresent()) {
          assertThat(other).as(changed).isEqualTo(possible);
        }
      }
    }
    assertThat(kept("[".repeat(200_000))).isEmpty();
    assertThat(kept(row + "1")).isEmpty();
    assertThat(kept(row.replace(",9,\"void\"", ",-9,\"void\""))).as("access of -9").isEmpty();
    assertThat(kept(row.replace("\"REFLECTION\"", "\"MAGIC\""))).isEmpty();
    assertThat(kept(row)).hasValue(READING);
  }

  private Optional<Reading> kept(String row) throws IOException {
    try (var out = Files.newOutputStream(file())) {
      out.write(Packed.firstLine("1"));
      Packed.of("a", row.getBytes(StandardCharsets.US_ASCII)).write(out);
    }
    return open("1").get("a");
  }

  @Test
  void names_of_any_length_come_back() {
    Reading longest =
        new Reading(
            "x".repeat(70_000),
            0,
            new TreeSet<>(),
            List.of(),
            new TreeSet<>(),
            new TreeSet<>(),
            List.of());
    keep("a\n\t b", longest);
    assertThat(open("1").get("a\n\t b")).hasValue(longest);
  }
}
