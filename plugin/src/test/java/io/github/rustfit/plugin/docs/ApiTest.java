package io.github.rustfit.plugin.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What others compile against changes on purpose only: the committed signatures are those of the
 * last agreed state. With {@code -Drustfit.api=write} this test writes them anew, and the page.
 */
class ApiTest {

  private static final Path PAGE = Markdown.ROOT.resolve("docs/reference/api.md");

  private static final String REMEDY =
      """
      The API that rules and readers of others are compiled against is no longer that of %s.
      If that is not on purpose, undo it. If it is, tell users in CHANGELOG.md and run
        mvn -pl rules,engine,readers,trial,capture,plugin test -Dtest=ApiTest -Dsurefire.failIfNoSpecifiedTests=false -Drustfit.api=write\
      """;

  private static List<Class<?>> types(String module) {
    return module.equals("rules") ? Api.ofRules() : Api.ofReaders();
  }

  private static void hold(Path file, String expected) throws IOException {
    if ("write".equals(System.getProperty("rustfit.api"))) {
      Files.writeString(file, expected, UTF_8);
    }
    assertThat(Files.readString(file, UTF_8))
        .as(REMEDY, Markdown.ROOT.relativize(file))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules", "readers"})
  void signatures_are_the_committed_ones(String module) throws IOException {
    hold(Markdown.ROOT.resolve(module).resolve("api.txt"), Signatures.of(types(module)));
  }

  @Test
  void the_page_lists_every_type_with_the_first_sentence_of_its_javadoc() throws IOException {
    List<Class<?>> all = new ArrayList<>(Api.ofRules());
    assertThat(all).hasSizeGreaterThan(50);
    all.addAll(Api.ofReaders());
    hold(PAGE, ApiPage.of(all));
  }

  /** A rule cannot meet a type that is not promised. */
  @ParameterizedTest
  @ValueSource(strings = {"rules", "readers"})
  void signatures_name_no_type_outside_of_the_api(String module) {
    assertThat(Signatures.of(types(module)))
        .doesNotContainPattern("\\b(engine|plugin)[.]")
        .doesNotContainPattern("\\breaders[.](?!input[.](Content|InputReader|Reading|Window)\\b)");
  }

  /** Stands for any API: what the signatures must tell apart. */
  public abstract static class Sample<T extends Comparable<T>> implements AutoCloseable {

    /** A constant. */
    public static final List<String> NAMES = List.of();

    int hidden;

    protected Sample(int size) {
      hidden = size;
    }

    /** A method. */
    public <S extends T> S pick(List<? super S> from, String... names) throws IOException {
      throw new IOException();
    }

    void packagePrivate() {}
  }

  @Test
  void a_signature_tells_all_that_a_compiler_needs() {
    assertThat(Signatures.of(List.of(Sample.class)))
        .isEqualTo(
            """
            abstract class io.github.rustfit.plugin.docs.ApiTest$Sample<T extends Comparable<T>> : AutoCloseable
              <S extends T> S pick(List<? super S>, String[]) throws java.io.IOException
              protected new(int)
              static final List<String> NAMES
            """);
  }
}
