package io.github.rustfit.plugin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.crates.CatalogueReading;
import io.github.rustfit.rules.crates.CrateEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueLocatorTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path root;

  private static String catalogue(String prefix) {
    return """
    crates:
      - imports: [%s]
        artifacts: []
        crates: [acme]
        grade: mature
        scope: runtime
        wire: "yes"
        confidence: recall
        reason: Something comparable exists
    """
        .formatted(prefix);
  }

  /** A plugin dependency with a catalogue. */
  private static final ClassLoader RESOURCES =
      new ClassLoader(null) {
        @Override
        public @Nullable InputStream getResourceAsStream(String name) {
          return name.equals("shared/crates.yaml")
              ? new ByteArrayInputStream(catalogue("shared").getBytes(StandardCharsets.UTF_8))
              : null;
        }
      };

  private CatalogueReading read(String policy, String location) {
    return new CatalogueLocator(root, RESOURCES).read(policy, location);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void beside_the_policy_then_below_the_root_then_on_the_class_path() throws IOException {
    write("config/policy.yaml", "version: 1\n");
    write("config/crates.yaml", catalogue("beside"));
    write("crates.yaml", catalogue("root"));

    assertThat(read("config/policy.yaml", "crates.yaml").entries())
        .extracting(entry -> entry.imports().get(0))
        .containsExactly("beside");
    assertThat(read("", "crates.yaml").entries())
        .extracting(entry -> entry.imports().get(0), CrateEntry::source)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("root", "crates.yaml"));
    assertThat(read("shared/policy.yaml", "shared/crates.yaml").entries())
        .extracting(entry -> entry.imports().get(0))
        .containsExactly("shared");
    assertThat(read("", "").problems()).isEmpty();
  }

  @Test
  void what_a_resource_names_is_beside_it_whatever_the_repository_has() throws IOException {
    write("crates.yaml", catalogue("root"));
    write("own.yaml", catalogue("own"));

    assertThat(read("classpath:shared/policy.yaml", "crates.yaml").entries())
        .extracting(entry -> entry.imports().get(0), CrateEntry::source)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("shared", "classpath:shared/crates.yaml"));
    assertThat(read("classpath:policy.yaml", "shared/crates.yaml").entries())
        .extracting(entry -> entry.imports().get(0))
        .containsExactly("shared");
    assertThat(read("classpath:shared/policy.yaml", "own.yaml").entries())
        .extracting(entry -> entry.imports().get(0))
        .containsExactly("own");
  }

  @Test
  void what_is_missing_or_wrong_is_a_problem_with_its_place() throws IOException {
    write("bad.yaml", catalogue("a").replace("mature", "matur"));
    ClassLoader nothing = new ClassLoader(null) {};

    assertThat(new CatalogueLocator(root, nothing).read("", "none.yaml").problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.where()).isEqualTo("none.yaml");
              assertThat(problem.message()).startsWith("There is no such crate catalogue");
            });
    assertThat(read("", "bad.yaml").entries()).isEmpty();
    assertThat(read("", "bad.yaml").problems()).singleElement().extracting("line").isEqualTo(5);
  }
}
