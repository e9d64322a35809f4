package io.github.rustfit.readers.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaParser;
import io.github.rustfit.readers.cache.CacheFolder;
import io.github.rustfit.readers.cache.CodeVersion;
import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.readers.source.cache.Reading;
import io.github.rustfit.readers.source.cache.SourceCache;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceFile.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedSourcesTest {

  private static final String CODE = "package a;\nclass A { void f() {} }\n";

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path root;

  private CacheFolder cache() {
    return new CacheFolder(root, root.resolve("cache"));
  }

  private Evidence read(Path project, Role role, Charset charset) {
    SourceRoot sources = new SourceRoot("m", Path.of("src"), role);
    return new JavaSources(project, charset, Optional.of(cache())).read(List.of(sources));
  }

  private Evidence read(String project) {
    return read(root.resolve(project), Role.MAIN, StandardCharsets.UTF_8);
  }

  private void write(String file, String content) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  private static byte[] bytes(Evidence evidence) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EvidenceJson.write(evidence, out);
    return out.toByteArray();
  }

  @Test
  void a_cache_changes_no_byte_on_this_module() throws IOException {
    Path module = Path.of("").toAbsolutePath();
    List<SourceRoot> roots =
        List.of(
            new SourceRoot("m", Path.of("src/main/java"), Role.MAIN),
            new SourceRoot("m", Path.of("src/test/java"), Role.TEST));
    byte[] without = bytes(new JavaSources(module).read(roots));
    for (String run : List.of("first", "second")) {
      Evidence read =
          new JavaSources(module, StandardCharsets.UTF_8, Optional.of(cache())).read(roots);
      assertThat(bytes(read)).as(run).isEqualTo(without);
    }
  }

  /** What was kept is made to say 4711 lines, which nobody could read from the file. */
  @Test
  void a_file_is_read_again_exactly_when_something_it_depends_on_has_changed() throws IOException {
    write("one/src/a/A.java", CODE);
    write("one/src/a/B.java", CODE);
    SourceFile file = read("one").sources().first();
    SourceCache forged =
        SourceCache.open(
            cache(),
            CodeVersion.of(List.of(SourceReader.class, SourceFile.class, JavaParser.class))
                .orElseThrow());
    String key = file.sha256() + "/MAIN/UTF-8/written/A.java";
    Reading kept = forged.get(key).orElseThrow();
    forged.put(
        key,
        new Reading(
            kept.packageName(),
            4711,
            kept.imports(),
            kept.types(),
            kept.patterns(),
            kept.mechanisms(),
            kept.remarks()));
    forged.save();

    assertThat(lines(read("one"))).containsExactly(4711, 2);
    write("moved/there/src/b/A.java", CODE);
    assertThat(lines(read("moved/there"))).as("another place").containsExactly(4711);

    write("two/src/a/A.java", CODE + " ");
    assertThat(lines(read("two"))).as("changed").containsExactly(2);
    write("three/src/generated/A.java", CODE);
    assertThat(lines(read("three"))).as("by its place, a tool wrote it").containsExactly(2);
    Path one = root.resolve("one");
    assertThat(lines(read(one, Role.TEST, StandardCharsets.UTF_8))).containsExactly(2, 2);
    assertThat(lines(read(one, Role.MAIN, StandardCharsets.ISO_8859_1))).containsExactly(2, 2);
  }

  private static List<Integer> lines(Evidence evidence) {
    return evidence.sources().stream().map(SourceFile::linesOfCode).toList();
  }

  @Test
  void problems_come_back_at_the_place_of_the_file() throws IOException {
    write("one/src/A.java", "class A {");
    write("two/src/b/A.java", "class A {");
    Evidence first = read("one");
    assertThat(first.problems()).hasSize(1);
    assertThat(read("one")).isEqualTo(first);
    assertThat(read("two"))
        .isEqualTo(
            new JavaSources(root.resolve("two"))
                .read(List.of(new SourceRoot("m", Path.of("src"), Role.MAIN))));
    assertThat(read("two").problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.where()).isEqualTo("src/b/A.java"));
  }

  @Test
  void code_that_is_refused_for_its_nesting_is_refused_again() throws IOException {
    write("one/src/A.java", "class A { int x = " + "(".repeat(200_000) + ")".repeat(200_000) + "}");
    Evidence first = read("one");
    assertThat(first.problems()).hasSize(1);
    assertThat(read("one")).isEqualTo(first);
  }

  @Test
  void a_cache_that_cannot_be_written_changes_nothing() throws IOException {
    write("one/src/A.java", CODE);
    write("cache", "in the way");
    CacheFolder cache = cache();
    SourceRoot sources = new SourceRoot("m", Path.of("src"), Role.MAIN);
    Path one = root.resolve("one");
    assertThat(
            new JavaSources(one, StandardCharsets.UTF_8, Optional.of(cache)).read(List.of(sources)))
        .isEqualTo(new JavaSources(one).read(List.of(sources)));
    assertThat(cache.problem()).isPresent();
  }

  @Test
  void no_name_of_the_machine_is_kept() throws IOException {
    write("one/src/A.java", CODE);
    read("one");
    String kept = Files.readString(root.resolve("cache/sources.bin"), StandardCharsets.ISO_8859_1);
    assertThat(kept).contains("A.java").doesNotContain(root.getFileName().toString());
  }
}
