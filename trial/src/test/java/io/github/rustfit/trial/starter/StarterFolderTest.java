package io.github.rustfit.trial.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person did to a starter stays. */
class StarterFolderTest {

  private static final EntryMethod SUM = Methods.method("a.Stats", "sum", "int", "int[]");
  private static final EntryMethod WIDER = Methods.method("a.Stats", "sum", "long", "int[]");
  private static final String BODY = "core/src/stats_sum.rs";

  @TempDir Path root = Path.of("");

  private StarterReport write(EntryMethod... methods) throws StarterException {
    return StarterFolder.of(root, "core/a").write(List.of(methods));
  }

  private Path file(String name) {
    return root.resolve("core-a").resolve(name);
  }

  @Test
  void the_second_run_finds_all_as_it_is() throws Exception {
    StarterReport first = write(SUM);
    assertThat(first.created()).contains("Cargo.toml", BODY, "README.md", "CONTRACT.md");
    StarterReport second = write(SUM);
    assertThat(second.unchanged()).isEqualTo(first.created().size());
    assertThat(second.created()).isEmpty();
    assertThat(second.updated()).isEmpty();
    assertThat(StarterFolder.of(root, "core/a").entries()).containsExactly("a.Stats#sum(int[])");
  }

  @Test
  void what_nobody_touched_is_written_anew() throws Exception {
    write(SUM);
    StarterReport second = write(WIDER);
    assertThat(second.updated()).contains(BODY);
    assertThat(second.offered()).isEmpty();
    assertThat(file(BODY)).content().contains("Result<i64, Refused>");
  }

  @Test
  void what_a_person_changed_stays_and_the_new_stands_beside_it_once() throws Exception {
    write(SUM);
    Files.writeString(file(BODY), "// mine\n");
    assertThat(write(SUM).offered()).isEmpty();
    assertThat(file(BODY + ".new")).doesNotExist();

    StarterReport second = write(WIDER);
    assertThat(second.offered()).containsExactly(BODY);
    assertThat(second.updated()).doesNotContain(BODY);
    assertThat(file(BODY)).hasContent("// mine");
    assertThat(file(BODY + ".new")).content().contains("Result<i64, Refused>");
    assertThat(write(WIDER).offered()).isEmpty();
    assertThat(file(BODY)).hasContent("// mine");

    Files.move(file(BODY + ".new"), file(BODY), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(write(SUM).updated()).contains(BODY);
  }

  @Test
  void what_was_there_before_is_nobodys_but_its_owners() throws Exception {
    Files.createDirectories(file("core"));
    Files.writeString(file("Cargo.toml"), "# mine\n");
    assertThat(write(SUM).offered()).containsExactly("Cargo.toml");
    assertThat(file("Cargo.toml")).hasContent("# mine");
  }

  @Test
  void what_a_person_deleted_stays_away_and_that_is_said() throws Exception {
    write(SUM);
    Files.delete(file("CONTRACT.md"));
    assertThat(write(SUM).deleted()).containsExactly("CONTRACT.md");
    assertThat(file("CONTRACT.md")).doesNotExist();
  }

  @Test
  void files_of_a_method_that_is_gone_stay_and_are_named() throws Exception {
    EntryMethod other = Methods.method("a.Stats", "max", "int", "int[]");
    write(SUM, other);
    StarterReport second = write(SUM);
    assertThat(second.left()).contains("core/src/stats_max.rs");
    assertThat(file("core/src/stats_max.rs")).exists();
    assertThat(file("core/src/lib.rs")).content().doesNotContain("stats_max");
  }

  @Test
  void nothing_is_written_through_a_link(@TempDir Path elsewhere) throws Exception {
    Files.createDirectories(file(""));
    try {
      Files.createSymbolicLink(file("core"), elsewhere);
    } catch (IOException | UnsupportedOperationException e) {
      org.junit.jupiter.api.Assumptions.abort("no links here");
    }
    assertThatThrownBy(() -> write(SUM))
        .isInstanceOf(StarterException.class)
        .hasMessageContaining("core is a link");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void another_components_folder_and_a_damaged_list_are_refused() throws Exception {
    write(SUM);
    assertThatThrownBy(() -> StarterFolder.of(root, "core.a"))
        .hasMessageContaining("holds the starter of 'core/a'")
        .hasMessageContaining("rustfit.starterDirectory");
    Files.writeString(file(Manifest.NAME), "component: core/a\nnonsense\n");
    assertThatThrownBy(() -> write(SUM))
        .isInstanceOf(StarterException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("Restore it");
  }

  @Test
  void a_method_that_does_not_cross_is_never_half_written() {
    assertThatThrownBy(() -> write(SUM, Methods.method("a.B", "m", "int", "a.C")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(root).isEmptyDirectory();
  }
}
