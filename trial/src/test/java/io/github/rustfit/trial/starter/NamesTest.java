package io.github.rustfit.trial.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "sumSquares, sum_squares",
    "parseHTTPHeader, parse_http_header",
    "a1B2, a1_b2",
    "type, r#type",
    "match, r#match",
    "gen, r#gen",
    "self, self_",
    "Self, self_",
    "crate, crate_",
    "super, super_",
    "union, union",
    "Outer$inner, outer_inner",
    "größe, gru00f6u00dfe",
    "x𝒳, xu1d4b3"
  })
  void functions_of_rust_are_identifiers(String java, String rust) {
    assertThat(Names.rust(java)).isEqualTo(rust);
  }

  @ParameterizedTest
  @CsvSource({"core/pricing, core-pricing", "shop, shop", "com.acme/a1, com-acme-a1"})
  void plain_components_keep_their_names(String component, String slug) {
    assertThat(Names.slug(component)).isEqualTo(slug);
  }

  /** Digests by {@code printf %s name | sha256sum}, the first eight digits. */
  @ParameterizedTest
  @CsvSource({
    "Core, core-70ea1983",
    "größe, gr-e-d353a267",
    "../../etc, etc-74ccf3c5",
    "con, con-1143da2b"
  })
  void what_a_folder_cannot_say_is_told_by_a_digest(String component, String slug) {
    assertThat(Names.slug(component)).isEqualTo(slug);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "//", "\"\n[dependencies]\n", "日本", "a\0b", "-a-", "a--b", "com1", "1.2/3"})
  void slugs_are_safe_in_paths_and_crates(String component) {
    assertThat(Names.slug(component)).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeLessThan(70);
    assertThat(Names.slug("x".repeat(500) + component)).hasSizeLessThan(70);
  }

  @Test
  void components_that_differ_only_in_what_is_lost_have_two_folders() {
    assertThat(Names.slug("größe")).isNotEqualTo(Names.slug("grüße"));
    assertThat(Names.slug("A")).isNotEqualTo(Names.slug("a"));
    assertThat(Names.slug("")).isNotEqualTo(Names.slug("//"));
  }

  @ParameterizedTest
  @CsvSource({"core-a, core_a", "7zip, c_7zip", "default, c_default", "int, c_int"})
  void packages_are_identifiers_of_java(String slug, String part) {
    assertThat(Names.packagePart(slug)).isEqualTo(part);
  }

  @ParameterizedTest
  @ValueSource(strings = {"class", "_", "true", "1a", "a b", "a-b", "", "a\0", "a\u200eb", "a`b"})
  void what_java_cannot_call_is_known(String name) {
    assertThat(Names.isJava(name)).isFalse();
    assertThat(Names.isPackage("com." + name)).isFalse();
  }

  /** The oracle is the name that javac writes into a header of C. */
  @Test
  void names_for_jni_are_those_of_javac(@TempDir Path folder) throws Exception {
    for (Map.Entry<String, String> one :
        Map.of("a_b.größe", "X_1", "", "Plain$Inner", "p.q", "Ä$_ß").entrySet()) {
      String type = one.getValue();
      String line = one.getKey().isEmpty() ? "" : "package " + one.getKey() + "; ";
      Path source = folder.resolve("S.java");
      Files.writeString(source, line + "class " + type + " { native int call(); }");
      Path headers = Files.createTempDirectory(folder, "headers");
      var messages = new ByteArrayOutputStream();
      int status =
          ToolProvider.getSystemJavaCompiler()
              .run(
                  null,
                  messages,
                  messages,
                  "-encoding",
                  "UTF-8",
                  "-d",
                  folder.toString(),
                  "-h",
                  headers.toString(),
                  source.toString());
      assertThat(status).as(messages.toString(StandardCharsets.UTF_8)).isZero();
      String name = one.getKey().isEmpty() ? type : one.getKey() + "." + type;
      try (Stream<Path> made = Files.list(headers)) {
        assertThat(made.toList())
            .singleElement()
            .satisfies(
                header ->
                    assertThat(Files.readString(header))
                        .contains(" Java_" + Names.jni(name) + "_call\n"));
      }
    }
  }

  @Test
  void overloads_and_namesakes_get_names_of_their_own() {
    List<Kernel> kernels =
        Kernel.of(
            Stream.of(
                    Methods.method("a.Stats", "sum", "int", "int[]"),
                    Methods.method("b.Stats", "sum", "int", "int[]"),
                    Methods.method("a.Stats", "sum", "long", "long[]"),
                    Methods.method("a.STATS", "SUM", "int", "int[]"))
                .map(method -> method.flat().orElseThrow())
                .toList());
    assertThat(kernels.stream().map(Kernel::module))
        .containsExactly("stats_sum", "stats_sum_2", "stats_sum_3", "stats_sum_4");
    assertThat(kernels.stream().map(kernel -> kernel.binding().toLowerCase(Locale.ROOT)))
        .doesNotHaveDuplicates();
  }
}
