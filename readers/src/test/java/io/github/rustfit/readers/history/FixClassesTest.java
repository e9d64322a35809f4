package io.github.rustfit.readers.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.repository.FixClass;
import io.github.rustfit.rules.evidence.repository.FixCommit;
import io.github.rustfit.rules.evidence.repository.FolderHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
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
