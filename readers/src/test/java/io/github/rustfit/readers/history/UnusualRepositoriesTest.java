package io.github.rustfit.readers.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.repository.FolderHistory;
import io.github.rustfit.rules.evidence.repository.History;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories that lack something or hold too much; {@code git} tells what is right. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class UnusualRepositoriesTest {

  private static final String MAIN = "src/main/java/a";
  private static final String FILE = MAIN + "/A.java";

  @TempDir Path directory;
  private Git git;

  @BeforeEach
  void init() throws IOException {
    git = Git.init(directory.resolve("repo"));
  }

  private static Evidence read(Path root) {
    return new HistoryReader(root, Optional.empty()).read(Git.sources(FILE));
  }

  private static History history(Evidence evidence) {
    return evidence.repository().histories().values().iterator().next();
  }

  private static FolderHistory folder(Evidence evidence) {
    return Objects.requireNonNull(history(evidence).folders().get(MAIN));
  }

  private void commits(int count) throws IOException {
    for (int i = count; i > 0; i--) {
      git.write(FILE, "class A { int x = " + i + "; }\n").commit(i, "Change " + i);
    }
  }

  @Test
  void people_are_those_that_git_shortlog_lists() throws IOException {
    String[] people = {
      "Ann <ann@old.example>",
      "Ann <ann@new.example>",
      "Bob <bob@x.example>",
      "Me <root@local>",
      "Carl <root@local>",
      "Dora <dora@x.example>"
    };
    for (int i = 0; i < people.length; i++) {
      git.by(people[i]).write(FILE, "class A { int x = " + i + "; }\n").commit(10 - i, "Change");
    }
    assertThat(folder(read(git.folder)).authors()).hasSize(5); // by address alone
    git.write(
            ".mailmap",
            """
            # who is who
            Ann <ann@new.example> <ann@old.example>
            Ann <ann@new.example> <Bob@x.example>
            Carl <carl@x.example> Carl <root@local>
            Dora D. <dora@x.example>
            """)
        .commit(1, "Say who is who");

    String[] lines = git.run("shortlog", "-se", "HEAD", "--", FILE).split("\n");

    assertThat(lines).hasSize(4); // Ann thrice, Me, Carl, Dora
    assertThat(folder(read(git.folder)).authors()).hasSize(lines.length).containsValue(3L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"blob:none", "tree:0"})
  void the_remedy_for_a_partial_clone_works(String filter) throws IOException {
    commits(4);
    git.run("config", "uploadpack.allowFilter", "true");
    Git above = new Git(directory.resolve("clones"));
    above.run("clone", "-q", "--filter=" + filter, "file://" + git.folder, "partial");
    Git partial = new Git(directory.resolve("clones").resolve("partial"));

    assertThat(read(partial.folder).problems())
        .extracting(Problem::text)
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("partial clone", "git fetch --refetch --no-filter")
                    .doesNotContain("unshallow"));

    partial.run("fetch", "-q", "--refetch", "--no-filter", "origin");

    Evidence evidence = read(partial.folder);
    assertThat(evidence.problems()).isEmpty();
    assertThat(folder(evidence)).isEqualTo(folder(read(git.folder)));
  }

  @Test
  void a_missing_object_of_a_whole_repository_asks_for_no_deeper_clone() throws IOException {
    commits(2);
    String tree = git.run("rev-parse", "HEAD~1^{tree}");
    Files.delete(
        git.folder.resolve(".git/objects/" + tree.substring(0, 2) + "/" + tree.substring(2)));

    assertThat(ChangedFiles.since(git.folder, "HEAD~1").problems())
        .singleElement()
        .extracting(Problem::text)
        .asString()
        .contains("git fsck")
        .doesNotContain("unshallow", "partial");
  }

  @Test
  void names_of_objects_by_sha_256_are_said_to_be_unread() throws IOException {
    Git other = new Git(directory.resolve("sha256"));
    other.run("init", "-q", "-b", "main", "--object-format=sha256");
    other.write(FILE, "class A {}\n").commit(1, "Start");

    assertThat(read(other.folder).problems())
        .singleElement()
        .extracting(Problem::text)
        .asString()
        .contains("SHA-256")
        .doesNotContain("fsck");
    assertThat(ChangedFiles.since(other.folder, "HEAD").problems())
        .singleElement()
        .extracting(Problem::text)
        .asString()
        .contains("SHA-256", "Leave rustfit.since out");
  }

  /** A commit with the tree of the newest one at that time, which git itself refuses to write. */
  private void commitAt(long seconds) throws IOException {
    String raw =
        "tree "
            + git.run("rev-parse", "HEAD^{tree}")
            + "\nparent "
            + git.run("rev-parse", "HEAD")
            + "\nauthor a <a@b> "
            + seconds
            + " +0000\ncommitter a <a@b> "
            + seconds
            + " +0000\n\nLate\n";
    Files.write(directory.resolve("commit"), raw.getBytes(StandardCharsets.UTF_8));
    String id =
        git.run("hash-object", "-t", "commit", "-w", directory.resolve("commit").toString());
    git.run("update-ref", "HEAD", id);
  }

  @Test
  void dates_after_2038_are_read_as_git_shows_them() throws IOException {
    commits(1);
    commitAt(2_200_000_000L); // 2039-09-18
    Evidence evidence = read(git.folder);
    assertThat(evidence.problems()).isEmpty();
    assertThat(history(evidence).headSeconds())
        .isEqualTo(Long.parseLong(git.run("log", "-1", "--format=%ct")));
  }

  @Test
  void a_date_that_no_clock_showed_moves_nothing_and_is_said() throws IOException {
    commits(3);
    commitAt(4_300_000_000L); // 2106-04-06

    Evidence evidence = read(git.folder);

    assertThat(history(evidence).headSeconds()).isEqualTo(Git.NOW - Git.DAY);
    assertThat(folder(evidence).authors()).containsValue(3L);
    assertThat(evidence.problems())
        .singleElement()
        .extracting(Problem::text)
        .asString()
        .contains(git.run("rev-parse", "--short=12", "HEAD"), "2106-04-06");
  }

  @Test
  void names_are_found_as_git_finds_them_loose_and_packed() throws IOException {
    commits(4);
    git.run("tag", "-a", "v1", "-m", "One", "HEAD~2");
    git.run("tag", "light", "HEAD~1");
    git.run("branch", "feature/a", "HEAD~3");
    git.run("update-ref", "refs/remotes/origin/main", "HEAD~1");
    git.run("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
    for (int packed = 0; packed < 2; packed++) {
      for (String name :
          new String[] {
            "HEAD",
            "@",
            "v1",
            "tags/v1",
            "light",
            "feature/a",
            "origin",
            "origin/main",
            "refs/heads/main",
            "main~1",
            "main^",
            "HEAD~1^",
            "v1^{commit}",
            "v1~1",
            "main^0",
            git.run("rev-parse", "HEAD~2"),
            git.run("rev-parse", "--short", "HEAD~1"),
            git.run("describe", "--long", "HEAD")
          }) {
        assertThat(ChangedFiles.since(git.folder, name).problems()).as(name).isEmpty();
        boolean same =
            git.run("rev-parse", name + "^{tree}").equals(git.run("rev-parse", "HEAD^{tree}"));
        assertThat(ChangedFiles.since(git.folder, name).paths().isEmpty()).as(name).isEqualTo(same);
      }
      for (String name : new String[] {"none", "HEAD~9", "HEAD^2", "../config", "x y", "main~x"}) {
        assertThat(ChangedFiles.since(git.folder, name).problems()).as(name).hasSize(1);
      }
      git.run("pack-refs", "--all");
    }
  }

  /** In long runs 200 megabytes: as objects they would take more than the tests have. */
  @Test
  void a_file_of_very_many_names_is_passed_over() throws IOException {
    int count = "long".equals(System.getProperty("rustfit.laws")) ? 3_200_000 : 50_000;
    commits(2);
    git.run("tag", "zz-last", "HEAD~1");
    git.run("pack-refs", "--all");
    Path packed = git.folder.resolve(".git/packed-refs");
    String head = git.run("rev-parse", "HEAD");
    String names = Files.readString(packed);
    try (var out = Files.newBufferedWriter(packed)) {
      out.write("# pack-refs with: peeled fully-peeled sorted \n");
      for (int i = 0; i < count; i++) {
        out.write(head);
        out.write(" refs/builds/b");
        out.write(String.valueOf(10_000_000 + i));
        out.write('\n');
      }
      out.write(names.substring(names.indexOf('\n') + 1));
    }
    assertThat(Files.size(packed)).isGreaterThan(60L * count);

    assertThat(ChangedFiles.since(git.folder, "zz-last~0").paths()).containsExactly(FILE);
    assertThat(ChangedFiles.since(git.folder, "gone").problems()).hasSize(1);
    assertThat(read(git.folder).problems()).isEmpty();
    assertThat(folder(read(git.folder)).commits()).isEqualTo(2);
  }
}
