package io.github.rustfit.plugin.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rustfit.trial.tune.TunePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A repository whose project lies in a folder of it, with a branch and a patch. */
@DisabledOnOs(OS.WINDOWS)
class TuneVariantsTest {

  private static final String BUILD = "cp Hot.java built";

  @TempDir Path folder = Path.of("");

  private Path root = Path.of("");
  private Path work = Path.of("");
  private final List<String> said = new ArrayList<>();

  private final GoalLog log =
      new GoalLog() {
        @Override
        public void info(String line) {
          said.add(line);
        }

        @Override
        public void warn(String line) {
          said.add(line);
        }

        @Override
        public void debug(String line) {}
      };

  @BeforeEach
  void repository() throws Exception {
    root = Files.createDirectories(folder.resolve("repository/app"));
    work = Files.createDirectories(folder.resolve("work"));
    try (Git git =
        Git.init()
            .setInitialBranch("main")
            .setDirectory(folder.resolve("repository").toFile())
            .call()) {
      commit(git, "slow\n");
      git.checkout().setCreateBranch(true).setName("perf/fix").call();
      commit(git, "fast\n");
      git.checkout().setName("main").call();
    }
    Files.writeString(
        root.resolve("fix.diff"),
        """
        --- a/app/Hot.java
        +++ b/app/Hot.java
        @@ -1 +1 @@
        -slow
        +patched
        """);
  }

  private void commit(Git git, String text) throws Exception {
    Files.writeString(root.resolve("Hot.java"), text);
    git.add().addFilepattern(".").call();
    git.commit()
        .setSign(false)
        .setMessage(text)
        .setAuthor("A", "a@example.com")
        .setCommitter("A", "a@example.com")
        .call();
  }

  private List<TunePlan.Code> code(String variants, String build) throws GoalException {
    TuneVariants all = new TuneVariants(variants, build);
    all.check(root);
    return all.code(root, "run it", work, log);
  }

  private static String built(TunePlan.Code code) throws IOException {
    return Files.readString(code.folder().resolve("built"));
  }

  @Test
  void a_branch_and_a_patch_are_checked_out_beside_the_project_and_built() throws Exception {
    List<TunePlan.Code> code = code("branch=branch:perf/fix, patch=patch:fix.diff", BUILD);

    assertThat(code).extracting(TunePlan.Code::name).containsExactly("branch", "patch");
    assertThat(code).extracting(TunePlan.Code::command).containsOnly("run it");
    assertThat(built(code.get(0))).isEqualTo("fast\n");
    assertThat(built(code.get(1))).isEqualTo("patched\n");
    assertThat(code.get(0).folder()).startsWith(work).hasFileName("app");
    // The project itself stays as it was.
    assertThat(root.resolve("Hot.java")).hasContent("slow");
    assertThat(root.resolve("built")).doesNotExist();
    try (Git git = Git.open(folder.resolve("repository").toFile())) {
      assertThat(git.status().call().getUntracked()).containsExactly("app/fix.diff");
      assertThat(git.branchList().call()).hasSize(2);
    }
  }

  @Test
  void a_folder_is_taken_as_it_is() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other"));

    assertThat(code("other=../../other", ""))
        .containsExactly(new TunePlan.Code("other", "run it", other, Optional.empty()));
    assertThat(code("", "")).isEmpty();
  }

  @Test
  void an_executable_is_known_by_its_real_path() throws Exception {
    Path real = Files.copy(Path.of("/bin/sh").toRealPath(), folder.resolve("real"));
    Files.createSymbolicLink(root.resolve("app"), real);

    assertThat(code("aot=image:app", ""))
        .containsExactly(new TunePlan.Code("aot", "run it", root, Optional.of(real.toRealPath())));
  }

  @Test
  void what_cannot_be_made_is_said_with_what_git_or_the_build_said() {
    refused("a=branch:none", BUILD, "git rev-parse --verify --end-of-options none^{commit} ended");
    refused("a=branch:--output=x", BUILD, "ended with status");
    refused(
        "c=branch:perf/fix",
        "echo no compiler; exit 3",
        "rustfit.build ended with status 3",
        "no compiler");
    refused("b=patch:Hot.java", BUILD, "git apply --whitespace=nowarn ", "ended with status");
  }

  @Test
  void what_is_not_understood_is_said_before_anything_runs() {
    refused("fixed", BUILD, "rustfit.variants has 'fixed'; write name=folder");
    refused("a=", BUILD, "rustfit.variants has 'a='");
    refused("../a=branch:main", BUILD, "'../a' is no name");
    refused("present=branch:main", BUILD, "'present' is no name");
    refused("a=branch:main,a=branch:perf/fix", BUILD, "names 'a' twice");
    refused("a=branch:main", " ", "rustfit.build is needed");
    refused("a=patch:none.diff", BUILD, "none.diff is no file");
    refused("a=none", BUILD, "none is no folder");
    refused("a=image:none", BUILD, "none is no file that can be run");
    refused("a=image:Hot.java", BUILD, "Hot.java is no file that can be run");
  }

  private void refused(String variants, String build, String... parts) {
    assertThatExceptionOfType(GoalException.class)
        .isThrownBy(() -> code(variants, build))
        .satisfies(
            thrown -> {
              for (String part : parts) {
                assertThat(thrown).hasMessageContaining(part);
              }
            });
  }
}
