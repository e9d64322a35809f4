package io.github.rustfit.readers.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.cache.CacheFolder;
import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.repository.FixClass;
import io.github.rustfit.rules.evidence.repository.FixCommit;
import io.github.rustfit.rules.evidence.repository.FolderHistory;
import io.github.rustfit.rules.evidence.repository.History;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against repositories that git makes; expected figures are git's own or counted by hand. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class HistoryReaderTest {

  private static final String MAIN = "src/main/java/a";

  @TempDir Path directory;
  private Git git;

  @BeforeEach
  @SuppressWarnings("NullAway") // as above
  void init() throws IOException {
    git = Git.init(directory.resolve("repo"));
  }

  private static Evidence read(Path root, String... paths) {
    return new HistoryReader(root, Optional.empty()).read(Git.sources(paths));
  }

  private static History only(Evidence evidence) {
    assertThat(evidence.problems()).isEmpty();
    return evidence.repository().histories().values().iterator().next();
  }

  private static FolderHistory folder(History history, String folder) {
    return Objects.requireNonNull(history.folders().get(folder), () -> history + "");
  }

  private FolderHistory a() {
    return folder(only(read(git.folder, MAIN + "/A.java")), MAIN);
  }

  /** A hundred commits at random; commits, authors and lines as git counts them. */
  @Test
  void it_counts_what_git_log_counts() throws IOException {
    Random random = new Random(7);
    for (int i = 100; i > 0; i--) {
      git.by("P" + i % 4 + " <p" + i % 4 + "@example.org>");
      String file = (i % 3 == 0 ? "src/test/java/a/" : MAIN + "/") + "C" + random.nextInt(5);
      StringBuilder text = new StringBuilder();
      for (int line = 0; line < 30; line++) {
        text.append(line).append(' ').append(random.nextInt(3)).append('\n');
      }
      git.write(file + ".java", text.toString());
      git.commit(i * 7L, "Change " + i);
    }

    FolderHistory history = a();

    String year = "--since=" + (Git.NOW - 7 * Git.DAY - History.YEAR_SECONDS + 1);
    assertThat(history.commits())
        .isEqualTo(git.run("log", "--no-merges", "--format=%H", "--", MAIN).lines().count());
    assertThat(history.authors().values().stream().mapToLong(n -> n).sum())
        .isEqualTo(git.run("log", year, "--no-merges", "--format=%H", "--", MAIN).lines().count());
    assertThat(history.authors()).hasSize(4);
    List<String[]> lines =
        git.run("log", year, "--no-merges", "-w", "--numstat", "--format=", "--", MAIN)
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> line.split("\t"))
            .toList();
    assertThat(lines).hasSizeGreaterThan(20);
    assertThat((double) history.linesAdded())
        .as("histogram and Myers diff may differ by a line here and there")
        .isCloseTo(
            lines.stream().mapToLong(line -> Long.parseLong(line[0])).sum(),
            org.assertj.core.api.Assertions.withinPercentage(5));
    assertThat(history.linesAdded() - history.linesDeleted())
        .isEqualTo(
            lines.stream()
                .mapToLong(line -> Long.parseLong(line[0]) - Long.parseLong(line[1]))
                .sum());
    assertThat(history.lines()).isEqualTo(git.run("ls-files", MAIN).lines().count() * 30);
  }

  @Test
  void fixes_are_those_of_24_months_that_touch_shipped_sources_and_few_files() throws IOException {
    git.write(MAIN + "/A.java", "1").commit(800, "Fix a data race, too long ago");
    git.write(MAIN + "/A.java", "2");
    String race = git.commit(700, "Fix a data race in A");
    git.write("src/test/java/a/T.java", "1").commit(600, "Fix a data race in a test");
    for (int i = 0; i < 21; i++) {
      git.write(MAIN + "/B" + i + ".java", "" + i);
    }
    git.commit(500, "Fix everything, double free too");
    git.write(MAIN + "/A.java", "3").commit(400, "Revert \"Fix a data race in A\"");
    git.write(MAIN + "/A.java", "4");
    String npe = git.commit(300, "ABC-12: NPE on start\n\nand a leaked stream leak");
    git.write(MAIN + "/A.java", "5").commit(0, "Add a feature");

    assertThat(a().fixes())
        .extracting(FixCommit::id)
        .containsExactly(npe.substring(0, 12), race.substring(0, 12));
    assertThat(a().fixes().first().classes())
        .as("the body names a leaked stream")
        .containsExactly(FixClass.NULL);
    assertThat(a().fixes().last().classes()).containsExactly(FixClass.RACE);
  }

  @Test
  void a_moved_package_keeps_its_history() throws IOException {
    git.write("old/main/x/A.java", "package x;\nclass A {}\n");
    git.write("old/main/x/B.java", "package x;\nclass B {}\n").commit(900, "First");
    git.write("old/main/x/Gone.java", "package x;\nclass Gone {}\n").commit(800, "Second");
    Files.delete(git.folder.resolve("old/main/x/Gone.java"));
    git.commit(700, "Third");
    git.move("old/main/x/A.java", MAIN + "/A.java");
    git.move("old/main/x/B.java", MAIN + "/B.java");
    git.write(MAIN + "/A.java", "package a;\nclass A {}\n");
    git.write(MAIN + "/B.java", "package a;\nclass B {}\n").commit(100, "Move");
    git.write(MAIN + "/A.java", "package a;\nclass A { int i; }\n").commit(0, "Last");

    assertThat(a().commits()).as("all five, by hand").isEqualTo(5);
    assertThat(a().firstSeconds()).isEqualTo(Git.NOW - 900 * Git.DAY);
    assertThat(a().linesAdded()).as("two package lines and one changed line").isEqualTo(3);
  }

  @Test
  void a_renamed_class_counts_only_what_changed_in_it() throws IOException {
    String body = "line\n".repeat(3) + "a\nb\nc\nd\ne\nf\ng\n";
    git.write(MAIN + "/A.java", body).commit(900, "First");
    git.move(MAIN + "/A.java", MAIN + "/Renamed.java");
    git.write(MAIN + "/Renamed.java", body.replace("g\n", "h\n")).commit(10, "Rename");

    assertThat(a().linesAdded()).isEqualTo(1);
    assertThat(a().linesDeleted()).isEqualTo(1);
  }

  @Test
  void merges_and_automatic_committers_are_left_out() throws IOException {
    git.write(MAIN + "/A.java", "1").commit(50, "First");
    git.run("checkout", "-q", "-b", "side");
    git.by("dependabot[bot] <49+dependabot[bot]@users.noreply.github.com>");
    git.write(MAIN + "/B.java", "1").commit(40, "Side");
    git.run("checkout", "-q", "main");
    git.by("Ann <ANN@example.org>").write(MAIN + "/A.java", "2").commit(30, "Main");
    git.run("merge", "-q", "--no-ff", "-m", "Fix merge", "side");

    assertThat(a().commits()).isEqualTo(3);
    assertThat(a().authors().values()).as("Ann twice, however she spells it").containsExactly(2L);
    assertThat(a().authors().firstKey())
        .as("printf ann@example.org | sha256sum")
        .isEqualTo("438c4c7afe600cdf");
  }

  @Test
  void other_languages_are_counted_in_the_whole_repository() throws IOException {
    git.write("native/src/lib.rs", "").write("native/Cargo.toml", "");
    git.write("src/main/c/jni_bridge.c", "").write("src/main/c/x.c", "").write("x.hpp", "");
    git.write(MAIN + "/A.java", "1").commit(0, "First");

    assertThat(only(read(git.folder, MAIN + "/A.java")).otherLanguages())
        .hasToString("{c=1, cargo=1, header=1, jni=1, rust=1}");
  }

  @Test
  void the_root_may_be_a_folder_of_the_work_tree_and_head_detached() throws IOException {
    git.write("mod/src/A.java", "1").commit(9, "First");
    git.run("checkout", "-q", "--detach");
    git.run("gc", "-q");

    History history = only(read(git.folder.resolve("mod"), "src/A.java"));

    assertThat(history.folders()).containsOnlyKeys("src");
    assertThat(history.head()).isEqualTo(git.run("rev-parse", "HEAD"));
  }

  @Test
  void linked_work_trees_submodules_and_borrowed_objects_are_read() throws IOException {
    git.write("src/A.java", "1").commit(9, "First");
    Path linked = directory.resolve("linked");
    git.run("worktree", "add", "-q", "--detach", linked.toString());
    assertThat(folder(only(read(linked, "src/A.java")), "src").commits()).isEqualTo(1);

    git.run("clone", "-q", "--shared", ".", directory.resolve("borrowed").toString());
    assertThat(folder(only(read(directory.resolve("borrowed"), "src/A.java")), "src").commits())
        .isEqualTo(1);

    Git outer = Git.init(directory.resolve("outer"));
    outer.write("B.java", "1");
    outer.run("submodule", "--quiet", "add", git.folder.toString(), "sub");
    outer.commit(1, "With a submodule");
    Evidence both = read(outer.folder, "sub/src/A.java", "B.java");
    assertThat(both.problems()).isEmpty();
    assertThat(both.repository().histories().values())
        .flatExtracting(history -> history.folders().keySet())
        .containsExactlyInAnyOrder("sub/src", "");
  }

  @Test
  void a_shallow_clone_says_how_far_it_reaches() throws IOException {
    for (int i = 5; i > 0; i--) {
      git.write(MAIN + "/A.java", "" + i).commit(i * 100L, "Fix " + i);
    }
    Git clone = new Git(directory.resolve("clone"));
    clone.run("clone", "-q", "--depth", "3", git.folder.toUri().toString(), ".");

    History history = only(read(clone.folder, MAIN + "/A.java"));

    assertThat(history.shallow()).isTrue();
    assertThat(history.completeAfter()).isEqualTo(Git.NOW - 300 * Git.DAY);
    assertThat(folder(history, MAIN).commits()).as("not the one without parents").isEqualTo(2);
    assertThat(history.covers(History.YEAR_SECONDS)).isFalse();
  }

  @Test
  void without_a_commit_or_a_repository_there_is_no_history_and_no_problem() throws IOException {
    assertThat(read(git.folder, MAIN + "/A.java")).isEqualTo(Evidence.EMPTY);
    assertThat(read(Files.createDirectory(directory.resolve("none")), "A.java"))
        .isEqualTo(Evidence.EMPTY);
    git.write("x", "1").commit(0, "First");
    assertThat(only(read(git.folder, MAIN + "/A.java")).folders()).as("untracked").isEmpty();
  }

  private HistoryReader cached(Path folder) {
    return new HistoryReader(git.folder, Optional.of(new CacheFolder(git.folder, folder)));
  }

  @Test
  void a_cache_changes_no_byte_and_damage_to_it_is_mended() throws IOException {
    git.write(MAIN + "/A.java", "1").commit(9, "Fix JNI crash");
    Path cache = directory.resolve("cache");
    HistoryReader cached = cached(cache);
    List<SourceFile> sources = Git.sources(MAIN + "/A.java");
    byte[] without = bytes(read(git.folder, MAIN + "/A.java"));

    assertThat(bytes(cached.read(sources))).isEqualTo(without);
    Path entry = files(cache).get(0);
    byte[] kept = Files.readAllBytes(entry);
    assertThat(bytes(cached.read(sources))).as("from the cache").isEqualTo(without);
    for (int at : new int[] {0, 40, kept.length - 2}) {
      byte[] damaged = kept.clone();
      damaged[at] ^= 1;
      Files.write(entry, damaged);
      assertThat(bytes(cached.read(sources))).as("damaged at %s", at).isEqualTo(without);
      assertThat(Files.readAllBytes(entry)).as("written again").isEqualTo(kept);
    }
    Files.write(entry, new byte[3]);
    assertThat(bytes(cached.read(sources))).isEqualTo(without);
    assertThat(files(cache)).containsExactly(entry);

    git.write(MAIN + "/A.java", "2").commit(0, "Second");
    assertThat(cached.read(sources))
        .as("another commit")
        .isEqualTo(read(git.folder, MAIN + "/A.java"));
  }

  @Test
  void what_was_kept_is_used() throws IOException {
    git.write(MAIN + "/A.java", "1").commit(9, "First");
    HistoryReader cached = cached(directory.resolve("cache"));
    Evidence first = cached.read(Git.sources(MAIN + "/A.java"));
    String tree = git.run("rev-parse", "HEAD^{tree}");
    Files.delete(
        git.folder.resolve(".git/objects/" + tree.substring(0, 2) + "/" + tree.substring(2)));

    assertThat(cached.read(Git.sources(MAIN + "/A.java"))).isEqualTo(first);
    assertThat(read(git.folder, MAIN + "/A.java").problems()).isNotEmpty();
  }

  @Test
  void what_is_missing_is_a_problem_and_the_rest_is_read() throws IOException {
    git.write(MAIN + "/A.java", "1").commit(30, "First");
    git.write(MAIN + "/A.java", "2").commit(20, "Second");
    String tree = git.run("rev-parse", "HEAD^{tree}");
    git.write(MAIN + "/A.java", "3").commit(10, "Third");
    git.write(MAIN + "/A.java", "4").commit(0, "Fourth");
    Files.delete(
        git.folder.resolve(".git/objects/" + tree.substring(0, 2) + "/" + tree.substring(2)));

    Evidence evidence = read(git.folder, MAIN + "/A.java");

    assertThat(evidence.problems())
        .extracting(problem -> problem.where() + ": " + problem.message())
        .hasSize(2)
        .allSatisfy(text -> assertThat(text).startsWith(".git: What ").contains("cannot be read"));
    History history = evidence.repository().histories().values().iterator().next();
    assertThat(folder(history, MAIN).commits()).as("first and fourth").isEqualTo(2);
    assertThat(history.completeAfter()).isEqualTo(Git.NOW - 10 * Git.DAY);
  }

  @Test
  void a_missing_commit_ends_the_history_there() throws IOException {
    String first = git.write(MAIN + "/A.java", "1").commit(30, "First");
    git.write(MAIN + "/A.java", "2").commit(20, "Second");
    git.write(MAIN + "/A.java", "3").commit(0, "Third");
    Files.delete(
        git.folder.resolve(".git/objects/" + first.substring(0, 2) + "/" + first.substring(2)));

    Evidence evidence = read(git.folder, MAIN + "/A.java");

    assertThat(evidence.problems())
        .singleElement()
        .asString()
        .contains("ends early")
        .doesNotContain(directory.toString());
    assertThat(evidence.repository().histories()).hasSize(1);
  }

  @Test
  void no_repository_behind_a_git_file_is_a_problem() throws IOException {
    Path broken = Files.createDirectory(directory.resolve("broken"));
    Files.writeString(broken.resolve(".git"), "gitdir: ../nowhere\n");

    assertThat(read(broken, "A.java").problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.where()).isEqualTo(".git"));
  }

  @Test
  void hostile_messages_names_and_paths_harm_nobody() throws IOException {
    git.by("\u202e\u0007x <<>evil\u0001@x>").write(MAIN + "/A.java", "1");
    git.commit(3, "fix " + "a-".repeat(3_000) + " race".repeat(2_000));
    git.by("Ann <a>").write("we ird/\u00e9 {}.java", "1").write(MAIN + "/A.java", "\u0000\u0001");
    git.commit(2, "Z".repeat(100_000) + "-1 fix");
    String tree = git.run("rev-parse", "HEAD^{tree}");
    Path raw = directory.resolve("raw");
    Files.writeString(
        raw,
        "tree "
            + tree
            + "\nparent "
            + git.run("rev-parse", "HEAD")
            + "\nauthor \ncommitter x <y> "
            + "99999999999999999999 +9999\n\n\u00ff",
        StandardCharsets.ISO_8859_1);
    String odd = git.run("hash-object", "--literally", "-t", "commit", "-w", raw.toString());
    git.run("update-ref", "HEAD", odd);

    Evidence evidence = read(git.folder, MAIN + "/A.java");

    assertThat(evidence.repository().histories()).containsOnlyKeys(odd);
  }

  @Test
  void neither_the_users_configuration_nor_the_repository_is_touched() throws IOException {
    git.write(MAIN + "/A.java", "1").commit(3, "First");
    Path home = Files.createDirectory(directory.resolve("home"));
    Files.writeString(home.resolve(".gitconfig"), "[broken\n");
    String before = System.getProperty("user.home");
    List<String> files = names(git.folder);
    System.setProperty("user.home", home.toString());
    try {
      assertThat(a().commits()).isEqualTo(1);
    } finally {
      System.setProperty("user.home", before);
    }
    assertThat(names(home)).containsExactlyInAnyOrder("", ".gitconfig");
    assertThat(names(git.folder)).isEqualTo(files);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(path -> folder.relativize(path).toString()).sorted().toList();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  private static byte[] bytes(Evidence evidence) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EvidenceJson.write(evidence, out);
    return out.toByteArray();
  }
}
