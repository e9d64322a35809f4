package io.github.rustfit.readers.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.repository.FixClass;
import io.github.rustfit.rules.evidence.repository.FixCommit;
import io.github.rustfit.rules.evidence.repository.FolderHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fixes show, in repositories made by hand; what each of them shows is by hand. */
@SuppressWarnings("NullAway") // JUnit sets the folder
class FixClassesTest {

  private static final String A = "src/main/java/a/A.java";
  private static final String B = "src/main/java/b/B.java";

  private static final String PLAIN =
      """
      package a;

      class A {
        private int count;

        int next() {
          return ++count;
        }

        void send(ByteBuf buffer) {
          write(buffer);
        }
      }
      """;

  @TempDir Path directory;
  private Git git;

  @BeforeEach
  void init() throws IOException {
    git = Git.init(directory.resolve("repo"));
    git.write(A, PLAIN).write(B, PLAIN).commit(9, "Add A and B");
  }

  private SortedSet<FixCommit> fixes(String folder) {
    Evidence evidence = new HistoryReader(git.folder, Optional.empty()).read(Git.sources(A, B));
    assertThat(evidence.problems()).isEmpty();
    FolderHistory history =
        evidence.repository().histories().values().iterator().next().folders().get(folder);
    return Objects.requireNonNull(history, folder).fixes();
  }

  private SortedSet<FixClass> only() {
    assertThat(fixes("src/main/java/a")).hasSize(1);
    return fixes("src/main/java/a").first().classes();
  }

  private void fix(String before, String after) throws IOException {
    assertThat(PLAIN).contains(before);
    git.write(A, PLAIN.replace(before, after)).commit(1, "Fix the count of what was sent");
  }

  /** The histories that words alone told wrong: forty fixes, of them 37 races. */
  @Test
  void words_of_bodies_and_names_of_encodings_tell_nothing() throws IOException {
    for (int i = 1; i <= 20; i++) {
      change(
          i,
          "Add a metric for region "
              + i
              + "\n\nThe map is a ConcurrentHashMap, so looking it up is thread-safe."
              + " Names are written as UTF-8.");
    }
    for (int i = 21; i <= 37; i++) {
      change(
          i,
          "Fix the wording of a log line ("
              + i
              + ")\n\nReview: print the value once, not to race with the reset.");
    }
    for (int i = 38; i <= 40; i++) {
      change(i, "Fix memory leak of duplicate blocks: release the Netty ByteBuf (" + i + ")");
    }

    SortedSet<FixCommit> fixes = fixes("src/main/java/a");

    assertThat(fixes).hasSize(20);
    assertThat(fixes).filteredOn(fix -> fix.classes().contains(FixClass.RACE)).isEmpty();
    assertThat(fixes).filteredOn(fix -> fix.classes().contains(FixClass.NATIVE)).hasSize(3);
  }

  private void change(int i, String message) throws IOException {
    git.write(A, "package a;\n\nclass A {\n  int a = " + i + ";\n}\n").commit(1, message);
  }

  @Test
  void a_lock_that_was_not_there_is_a_race() throws IOException {
    fix("  int next() {", "  synchronized int next() {");
    assertThat(only()).containsExactly(FixClass.RACE);
  }

  @Test
  void so_is_a_volatile_field() throws IOException {
    fix("private int count;", "private volatile int count;");
    assertThat(only()).containsExactly(FixClass.RACE);
  }

  @Test
  void a_buffer_that_is_released_is_native_memory() throws IOException {
    fix("    write(buffer);", "    write(buffer);\n    buffer.release();");
    assertThat(only()).containsExactly(FixClass.NATIVE);
  }

  @Test
  void so_are_an_atomic_in_place_of_a_number_and_a_lock_around_what_was_there() throws IOException {
    fix("private int count;", "private final AtomicInteger count = new AtomicInteger();");
    assertThat(only()).containsExactly(FixClass.RACE);
    git.write(
            A,
            PLAIN.replace(
                "    return ++count;", "    synchronized (this) {\n      return ++count;\n    }"))
        .commit(0, "Fix the count");
    assertThat(fixes("src/main/java/a").first().classes()).as("the atomic went").isEmpty();
    git.write(A, PLAIN).commit(0, "Start again");
    git.write(
            A,
            PLAIN.replace(
                "    return ++count;",
                "    lock.lock();\n    try {\n      return ++count;\n    } finally {\n      lock.unlock();\n    }"))
        .commit(0, "Fix the next number");
    assertThat(fixes("src/main/java/a"))
        .filteredOn(fix -> fix.classes().contains(FixClass.RACE))
        .hasSize(2);
  }

  @Test
  void a_guard_in_new_code_shows_nothing_nor_does_the_word_race() throws IOException {
    fix(
        "  void send",
        """
          private volatile boolean closed;

          synchronized void close() {
            closed = true;
          }

          void send\
        """);
    git.write(A, PLAIN).commit(1, "Start again");
    git.write(A, PLAIN.replace("++count", "count++")).commit(1, "Fix a race of two requests");
    assertThat(fixes("src/main/java/a"))
        .hasSize(2)
        .allSatisfy(fix -> assertThat(fix.classes()).isEmpty());
  }

  @Test
  void a_ticket_alone_does_not_make_a_guard_a_fix_of_a_race() throws IOException {
    git.write(A, PLAIN.replace("private int", "private volatile int"))
        .commit(1, "ABC-12: count while reading");
    assertThat(only()).isEmpty();
  }

  @Test
  void nor_does_a_fix_of_a_deadlock_or_of_a_lint() throws IOException {
    git.write(A, PLAIN.replace("private int", "private volatile int"))
        .commit(2, "Fix a deadlock on close");
    assertThat(only()).containsExactly(FixClass.DEADLOCK);
    git.write(A, PLAIN).commit(1, "Start again");
    git.write(A, PLAIN.replace("private int", "private volatile int"))
        .commit(1, "Fix SonarLint warnings");
    assertThat(fixes("src/main/java/a").first().classes()).isEmpty();
  }

  @Test
  void a_commit_that_builds_something_shows_nothing() throws IOException {
    StringBuilder more = new StringBuilder("private volatile int count;\n");
    for (int i = 0; i < 101; i++) {
      more.append("  int more").append(i).append(" = ").append(i).append(";\n");
    }
    fix("private int count;", more.toString());
    assertThat(only()).isEmpty();
  }

  @Test
  void comments_alone_are_no_fix_of_a_race_whatever_the_subject_says() throws IOException {
    git.write(A, PLAIN.replace("class A {", "/** Is thread-safe. */\nclass A {"))
        .commit(1, "Fix what is said of thread-safety");
    assertThat(only()).isEmpty();
  }

  @Test
  void buffers_may_leak_on_the_heap_but_not_in_a_source_that_counts() throws IOException {
    git.write(A, PLAIN.replace("ByteBuf buffer", "byte[] buffer").replace("++count", "count++"))
        .commit(2, "Fix a leak of buffers");
    assertThat(only()).doesNotContain(FixClass.NATIVE);
    git.write(A, PLAIN.replace("++count", "2 * count")).commit(1, "Fix a leak of buffers again");
    assertThat(fixes("src/main/java/a").first().classes()).containsExactly(FixClass.NATIVE);
  }

  @Test
  void a_permit_that_is_released_is_no_buffer() throws IOException {
    fix("    write(buffer);", "    write(buffer);\n    semaphore.release();");
    assertThat(only()).isEmpty();
  }

  @Test
  void after_so_many_bytes_only_subjects_are_read_and_it_is_known_of_how_many() throws IOException {
    git.write(A, PLAIN + "// 1\n").commit(1, "Fix the end");
    try (Repository repository = WorkTree.open(git.folder);
        ObjectReader reader = repository.newObjectReader();
        TreeWalk trees = new TreeWalk(reader)) {
      List<Change> changes =
          CommitChanges.between(
                  trees, repository.resolve("HEAD~1^{tree}"), repository.resolve("HEAD^{tree}"))
              .sources();
      SourceLines lines = new SourceLines(repository, reader);
      FixDiffs diffs = new FixDiffs(2L * PLAIN.length());

      assertThat(diffs.signs(changes, lines)).as("both versions: five bytes too many").isPresent();
      assertThat(diffs.signs(changes, lines)).isEmpty();
      assertThat(diffs.signs(changes, lines)).isEmpty();
      assertThat(diffs.leftOut()).isEqualTo(2);
    }
  }

  @Test
  void comments_texts_and_imports_show_nothing() throws IOException {
    fix(
        "  int next() {",
        """
          // synchronized by the caller, which holds lock.lock()
          /* volatile
           * synchronized
           */
          static final String TEXT = "synchronized \\" volatile";

          int next() { // buffer.release()
        """);
    assertThat(only()).isEmpty();
  }

  @Test
  void nothing_is_shown_by_lines_that_were_moved_or_indented() throws IOException {
    String locked =
        PLAIN
            .replace("  int next() {", "  synchronized int next() {")
            .replace("    write(buffer);", "    write(buffer);\n    buffer.release();");
    git.write(A, locked).commit(3, "Guard A");
    String methods = locked.substring(locked.indexOf("  synchronized"), locked.lastIndexOf('}'));
    git.write(A, "package a;\n\nclass A {\n  private int count;\n}\n");
    git.write(B, "package b;\n\nclass B {\n  class C {\n" + methods.indent(2) + "  }\n}\n");
    git.commit(1, "Fix where the methods are");

    assertThat(only()).isEmpty();
    assertThat(fixes("src/main/java/b").first().classes()).isEmpty();
  }

  @Test
  void one_guard_in_place_of_another_is_no_fix_of_a_missing_one() throws IOException {
    git.write(A, PLAIN.replace("  int next() {", "  synchronized int next() {"))
        .commit(3, "Guard A");
    git.write(
            A,
            PLAIN
                .replace("private int count;", "private final AtomicInteger count = zero();")
                .replace("++count", "count.incrementAndGet()"))
        .commit(1, "Fix the pinning of virtual threads");
    assertThat(only()).isEmpty();
  }

  @Test
  void no_fix_shows_anything_nor_does_a_change_in_another_component() throws IOException {
    git.write(A, PLAIN.replace("private int", "private volatile int")).commit(3, "Guard A");
    assertThat(fixes("src/main/java/a")).isEmpty();

    git.write(A, PLAIN.replace("private int", "private volatile long"));
    git.write(B, PLAIN.replace("  int next() {", "  synchronized int next() {"));
    git.commit(1, "Fix the count");

    assertThat(only()).isEmpty();
    assertThat(fixes("src/main/java/b").first().classes()).containsExactly(FixClass.RACE);
  }

  @Test
  void a_class_that_is_renamed_and_guarded_shows_the_guard_alone() throws IOException {
    git.write(A, PLAIN.replace("  int next() {", "  synchronized int next() {"))
        .commit(3, "Guard A");
    git.move(A, "src/main/java/a/Counter.java");
    git.write("src/main/java/a/Counter.java", guarded("Counter"));
    git.write(A, "package a;\n\nclass A {}\n");
    git.commit(1, "Fix the name of A");
    assertThat(only()).isEmpty();
  }

  private static String guarded(String name) {
    return PLAIN
        .replace("class A", "class " + name)
        .replace("  int next() {", "  synchronized int next() {");
  }
}
