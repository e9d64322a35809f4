package io.github.rustfit.readers.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class ArtifactNamesTest {

  @TempDir Path folder = Path.of("");

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] jar(String... entries) throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    for (String entry : entries) {
      all.put(entry, new byte[0]);
    }
    return zip(all);
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static ArtifactNames names(Archive... archives) {
    return new ArtifactNames(() -> List.of(archives));
  }

  @Test
  void a_class_comes_from_the_first_archive_that_holds_it() throws IOException {
    ArtifactNames names =
        names(
            new Archive("org.a:one", file("one.jar", jar("org/x/A.class", "org/x/Both.class"))),
            new Archive("org.a:two", file("two.jar", jar("org/x/B.class", "org/x/Both.class"))));

    assertThat(names.of("org.x.A")).contains("org.a:one");
    assertThat(names.of("org.x.B")).contains("org.a:two");
    assertThat(names.of("org.x.Both")).contains("org.a:one");
    assertThat(names.of("org.x.Missing")).isEmpty();
    assertThat(names.problems()).isEmpty();
  }

  @Test
  void nested_classes_lambdas_and_those_for_newer_versions_belong_to_their_archive()
      throws IOException {
    ArtifactNames names =
        names(
            new Archive(
                "g:a",
                file(
                    "a.jar",
                    jar("p/Out$In.class", "p/$Gson.class", "META-INF/versions/17/p/New.class"))));

    assertThat(names.of("p.Out$In")).contains("g:a");
    assertThat(names.of("p.Out$$Lambda.0x7f12")).contains("g:a");
    assertThat(names.of("p.Out$$Lambda/0x7f12")).contains("g:a");
    assertThat(names.of("p.$Gson$1")).contains("g:a");
    assertThat(names.of("p.New")).contains("g:a");
  }

  @Test
  void an_archive_tells_its_own_coordinates_else_its_file_does() throws IOException {
    byte[] told =
        "version=1\ngroupId=com.fast\nartifactId=fast-core\n".getBytes(StandardCharsets.UTF_8);
    Path one =
        file(
            "x.jar",
            zip(
                Map.of(
                    "META-INF/maven/com.fast/fast-core/pom.properties",
                    told,
                    "com/fast/F.class",
                    new byte[0])));
    Path several =
        file(
            "bundle-2.1.jar",
            zip(
                Map.of(
                    "META-INF/maven/a/a/pom.properties", told,
                    "META-INF/maven/b/b/pom.properties", told,
                    "b/B.class", new byte[0])));
    Path none = file("guava-33.4.0-jre.jar", jar("com/google/G.class"));
    ArtifactNames names =
        names(new Archive("", one), new Archive("", several), new Archive("", none));

    assertThat(names.of("com.fast.F")).contains("com.fast:fast-core");
    assertThat(names.of("b.B")).contains("bundle");
    assertThat(names.of("com.google.G")).contains("guava");
  }

  @Test
  void the_one_jar_of_a_service_tells_what_it_holds() throws IOException {
    Path boot =
        file(
            "orders-1.0.jar",
            zip(
                Map.of(
                    "BOOT-INF/classes/shop/Order.class",
                    new byte[0],
                    "BOOT-INF/lib/json-1.2.jar",
                    jar("org/json/J.class"))));
    ArtifactNames names = names(new Archive("", boot));

    assertThat(names.of("org.json.J")).contains("json");
    assertThat(names.of("shop.Order")).contains("orders");
  }

  @Test
  void what_is_no_archive_is_said_and_the_others_count() throws IOException {
    Path broken = file("broken.jar", "no zip".getBytes(StandardCharsets.UTF_8));
    ArtifactNames names =
        names(
            new Archive("g:broken", broken),
            new Archive("g:gone", folder.resolve("gone.jar")),
            new Archive("g:good", file("good.jar", jar("a/A.class"))));

    assertThat(names.of("a.A")).contains("g:good");
    assertThat(names.problems())
        .extracting(Problem::where)
        .containsExactly("broken.jar", "gone.jar");
  }

  @Test
  void classes_beyond_the_bound_are_said_to_be_left_out() throws IOException {
    Archive archive = new Archive("g:a", file("a.jar", jar("a/A.class", "a/B.class", "a/C.class")));
    ArtifactNames names = new ArtifactNames(() -> List.of(archive), 2);

    assertThat(names.of("a.B")).contains("g:a");
    assertThat(names.of("a.C")).isEmpty();
    assertThat(names.problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .contains("2");
  }

  @Test
  void nothing_is_listed_until_a_class_is_asked_for_and_then_once() {
    AtomicInteger asked = new AtomicInteger();
    ArtifactNames names =
        new ArtifactNames(
            () -> {
              asked.incrementAndGet();
              return List.of();
            });
    assertThat(asked).hasValue(0);
    assertThat(names.of("a.A")).isEmpty();
    assertThat(names.of("a.B")).isEmpty();
    assertThat(asked).hasValue(1);
  }
}
