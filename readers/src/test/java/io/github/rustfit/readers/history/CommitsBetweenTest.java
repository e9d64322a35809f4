package io.github.rustfit.readers.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories are made by {@code git}, whose own count is the expected one. */
@SuppressWarnings("NullAway") // JUnit sets the folder before anything else runs
class CommitsBetweenTest {

  @TempDir private Path temp;
  private Git git;

  @BeforeEach
  void history() throws IOException {
    git = Git.init(temp.resolve("repo"));
    git.write("A.java", "1").commit(9, "first");
    git.run("checkout", "-q", "-b", "work");
    git.write("B.java", "2").commit(8, "on a branch");
    git.run("checkout", "-q", "main");
    git.write("A.java", "3").commit(7, "on main");
    git.run("merge", "-q", "--no-ff", "-m", "merge", "work");
  }

  private static String name(Git git, String ref) throws IOException {
    return git.run("rev-parse", ref).strip();
  }

  @Test
  void counts_what_git_counts() throws IOException {
    String from = name(git, "HEAD~2");
    String to = name(git, "HEAD");
    CommitsBetween between = CommitsBetween.of(git.folder, from, to);
    assertThat(git.run("rev-list", "--count", from + ".." + to).strip()).isEqualTo("3");
    assertThat(between.count()).hasValue(3);
    assertThat(between.why()).isEmpty();
    assertThat(CommitsBetween.of(git.folder, to, to).count()).hasValue(0);
  }

  @Test
  void a_shallow_clone_says_so_and_still_knows_what_is_checked_out() throws IOException {
    Git clone = new Git(temp.resolve("clone"));
    clone.run("clone", "-q", "--depth", "1", "file://" + git.folder, "shallow");
    Path shallow = temp.resolve("clone/shallow");
    String to = name(git, "HEAD");
    CommitsBetween between = CommitsBetween.of(shallow, name(git, "HEAD~2"), to);
    assertThat(between.count()).isEmpty();
    assertThat(between.why()).startsWith("This is a shallow clone");

    CheckedOut checkedOut = CheckedOut.at(shallow);
    assertThat(checkedOut.commit()).isEqualTo(to);
    assertThat(checkedOut.problems()).isEmpty();
  }

  @Test
  void the_day_of_the_commit_is_its_committers() throws IOException {
    long seconds = Long.parseLong(git.run("log", "-1", "--format=%ct").strip());
    LocalDate day = Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC).toLocalDate();
    assertThat(CheckedOut.at(git.folder).date()).contains(day);
    assertThat(CheckedOut.at(git.folder).commit()).isEqualTo(name(git, "HEAD"));
  }

  @Test
  void commits_that_are_not_there_or_none_are_no_exception() throws IOException {
    assertThat(CommitsBetween.of(git.folder, "f".repeat(40), name(git, "HEAD")).why())
        .isEqualTo("A commit of them is not here");
    assertThat(CommitsBetween.of(git.folder, "r4711", "r4712").why())
        .isEqualTo("They are no full names of commits");
    Files.createDirectories(temp.resolve("plain"));
    assertThat(CommitsBetween.of(temp.resolve("plain"), "a", "b").count()).isEmpty();
    assertThat(CheckedOut.at(temp.resolve("plain")).commit()).isEmpty();
  }

  @Test
  void before_the_first_commit_nothing_is_checked_out() throws IOException {
    Git empty = Git.init(temp.resolve("empty"));
    CheckedOut checkedOut = CheckedOut.at(empty.folder);
    assertThat(checkedOut.commit()).isEmpty();
    assertThat(checkedOut.problems())
        .singleElement()
        .satisfies(it -> assertThat(it.text()).contains("nothing is committed yet"));
  }
}
