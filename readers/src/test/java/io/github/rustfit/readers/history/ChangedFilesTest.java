package io.github.rustfit.readers.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories are made by {@code git}; what differs is counted by hand. */
@SuppressWarnings("NullAway") // JUnit sets the folder before anything else runs
class ChangedFilesTest {

  @TempDir private Path temp;
  private Git git;

  @BeforeEach
  void history() throws IOException {
    git = Git.init(temp.resolve("repo"));
    git.write("app/A.java", "a").write("app/B.java", "b").write("app/C.java", "c");
    git.write("other/D.java", "d").write(".gitignore", "target/\n").commit(9, "first");
    git.run("checkout", "-q", "-b", "work");
    git.write("app/A.java", "a2").move("app/B.java", "app/B2.java").commit(8, "work");
    git.run("checkout", "-q", "main");
    git.write("app/C.java", "c2").commit(7, "meanwhile on main");
    git.run("checkout", "-q", "work");
  }

  private ChangedFiles since(String ref) {
    return ChangedFiles.since(git.folder, ref);
  }

  @Test
  void counts_from_where_the_branches_parted() {
    ChangedFiles changed = since("main");

    assertThat(changed.problems()).isEmpty();
    assertThat(changed.paths()).containsExactly("app/A.java", "app/B.java", "app/B2.java");
  }

  @Test
  void what_is_not_committed_yet_counts_but_not_what_git_ignores() throws IOException {
    git.write("app/E.java", "new").write("app/C.java", "edited").write("target/F.java", "x");
    git.write("other/G.java", "staged").run("add", "other/G.java");
    Files.delete(git.folder.resolve("other/D.java"));

    assertThat(since("HEAD").paths())
        .containsExactly("app/C.java", "app/E.java", "other/D.java", "other/G.java");
  }

  @Test
  void paths_are_relative_to_a_project_below_the_repository_s_root() {
    assertThat(ChangedFiles.since(git.folder.resolve("app"), "main").paths())
        .containsExactly("A.java", "B.java", "B2.java");
  }

  @Test
  void a_commit_that_is_not_there_is_a_problem_with_what_to_do() {
    assertThat(since("origin/main").problems())
        .singleElement()
        .extracting(Problem::text)
        .asString()
        .startsWith(
            "rustfit.since: What changed since 'origin/main' is not known: there is no such commit"
                + " here. Name a branch, tag or commit that is fetched");
    assertThat(since("HEAD^^{nonsense").problems()).hasSize(1);
    assertThat(since("--upload-pack=x").problems()).hasSize(1);
    assertThat(since("HEAD:app/A.java").problems()).hasSize(1);
  }

  @Test
  void a_shallow_clone_says_to_fetch_more() throws IOException {
    Git clone = new Git(temp.resolve("clone"));
    clone.run(
        "clone", "-q", "--depth", "1", "--no-single-branch", "file://" + git.folder, "shallow");

    ChangedFiles changed =
        ChangedFiles.since(temp.resolve("clone").resolve("shallow"), "origin/main");

    assertThat(changed.problems())
        .singleElement()
        .extracting(Problem::remedy)
        .asString()
        .contains("git fetch --unshallow");
  }

  @Test
  void without_a_repository_it_is_a_problem() throws IOException {
    Path plain = Files.createDirectories(temp.resolve("plain"));

    assertThat(ChangedFiles.since(plain, "main").problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .contains("no git work tree");
  }

  /** A filter of the repository's configuration would be a program to run. */
  @Test
  void runs_no_program_of_the_repository_s_configuration() throws IOException {
    Path mark = temp.resolve("mark");
    git.run("config", "filter.evil.clean", "touch " + mark);
    git.write(".gitattributes", "*.java filter=evil\n").write("app/A.java", "a3");

    assertThat(since("HEAD").paths()).contains("app/A.java");
    assertThat(mark).doesNotExist();
  }
}
