package io.github.rustfit.trial.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.trial.compiler.Obstacle.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in small programs, as a reader of their source says. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class ReachTest {

  @TempDir Path folder = Path.of("");

  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<String> extended = new ArrayList<>();

  private void type(String name, String source) throws IOException {
    Path file = Files.createDirectories(folder.resolve("p")).resolve(name + ".java");
    Files.writeString(file, "package p;\n" + source);
    sources.put("p." + name, file.toString());
  }

  /** The method must begin in the second line of the type's source, which is the third. */
  private Answer look(String type, String method) throws IOException {
    return new Reach(
            new Question(
                "UTF-8",
                List.of(),
                List.of(folder.toString()),
                sources,
                extended,
                List.of(new Question.Method("p." + type, method, 3))))
        .answers()
        .get(0);
  }

  private static Set<Kind> kinds(Answer answer) {
    return answer.obstacles().stream().map(Obstacle::kind).collect(Collectors.toSet());
  }

  private Answer body(String declaration) throws IOException {
    type("T", "final class T {\n" + declaration + "\n}\n");
    return look("T", "m");
  }

  @Test
  void a_loop_over_primitives_and_arrays_has_no_obstacle() throws IOException {
    Answer answer =
        body(
            """
            static long m(int[] values, int from) {
              long sum = 0;
              for (int i = from; i < values.length; i++) {
                sum = Math.floorMod(sum * 31 + values[i], 1_000_003L);
              }
              if (sum < 0) { throw new IllegalStateException("never"); }
              return sum;
            }""");

    assertThat(answer).isEqualTo(new Answer(true, true, 1, true, List.of("p.T"), List.of()));
  }

  @Test
  void methods_that_it_calls_move_with_it_also_those_of_other_files() throws IOException {
    type(
        "Other",
        "final class Other {\n static int twice(int x) { return add(x, x); }\n"
            + " static int add(int a, int b) { return Third.plus(a, b); }\n}\n");
    type(
        "Third",
        "final class Third {\n static int plus(int a, int b) { synchronized (Third.class) { return a + b; } }\n}\n");
    type(
        "T",
        "final class T {\n static int m(int n) { int s = 0; while (n > 0) { s += Other.twice(n--); } return s; }\n}\n");
    Answer answer = look("T", "m");

    assertThat(answer.loop()).isTrue();
    assertThat(answer.methods()).isEqualTo(4);
    assertThat(answer.whole()).isTrue();
    assertThat(answer.obstacles())
        .contains(new Obstacle(Kind.THREADS, "a synchronized block", "p.Third", 3, "Third.plus"));
  }

  /**
   * With classes of the others on the class path, their files are looked at one after the other.
   */
  @Test
  void what_it_calls_is_looked_at_by_and_by_where_classes_are_there() throws IOException {
    type("A", "final class A {\n static int m(int x) { return B.n(x); }\n}\n");
    type("B", "final class B {\n static int n(int x) { return C.o(x); }\n}\n");
    type("C", "final class C {\n static int o(int x) { for (;;) { if (x++ > 9) return x; } }\n}\n");
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> command = new ArrayList<>(List.of("-d", classes.toString()));
    command.addAll(sources.values());
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, command.toArray(new String[0])))
        .isZero();

    Answer answer =
        new Reach(
                new Question(
                    "UTF-8",
                    List.of(classes.toString()),
                    List.of(),
                    sources,
                    extended,
                    List.of(new Question.Method("p.A", "m", 3))))
            .answers()
            .get(0);

    assertThat(answer)
        .isEqualTo(new Answer(true, true, 3, true, List.of("p.A", "p.B", "p.C"), List.of()));
  }

  @Test
  void objects_that_own_plain_state_are_no_obstacle_and_those_that_refer_to_others_are()
      throws IOException {
    type("Plain", "final class Plain {\n int n; final long[][] rows = new long[2][];\n}\n");
    type("Node", "final class Node {\n Node next; int value;\n}\n");

    assertThat(
            body("static void m(Plain p) { for (;;) { p.n++; p.rows[0][1] = p.n; } }").obstacles())
        .isEmpty();
    type("Owner", "final class Owner {\n final Plain plain = new Plain(); byte[] bytes;\n}\n");
    type("Changer", "final class Changer {\n Plain plain = new Plain();\n}\n");
    assertThat(body("static int m(Owner o) { return o.plain.n + o.bytes.length; }").obstacles())
        .isEmpty();
    assertThat(kinds(body("static int m(Changer c) { return c.plain.n; }")))
        .containsExactly(Kind.OBJECTS);
    assertThat(kinds(body("static int m(Node n) { return n.next.value; }")))
        .containsExactly(Kind.OBJECTS);
  }

  @Test
  void each_kind_is_told() throws IOException {
    assertThat(kinds(body("static int m(String s) { return s.hashCode(); }")))
        .containsExactly(Kind.TEXT);
    assertThat(kinds(body("static int m(Integer i) { return i; }"))).containsExactly(Kind.BOX);
    assertThat(kinds(body("static int m(java.util.List<Integer> l) { return l.size(); }")))
        .containsExactly(Kind.COLLECTION);
    assertThat(kinds(body("static int n; static void m() { n++; }"))).containsExactly(Kind.STATIC);
    assertThat(kinds(body("static void m(Runnable r) { r.run(); }"))).containsExactly(Kind.LAMBDA);
    assertThat(kinds(body("static boolean m(Object o) { return o instanceof T; }")))
        .containsExactly(Kind.DISPATCH);
    assertThat(kinds(body("static int m(int a) { try { return 1 / a; } finally { a = 0; } }")))
        .containsExactly(Kind.EXCEPTION);
    assertThat(kinds(body("static synchronized void m() { }"))).containsExactly(Kind.THREADS);
    assertThat(
            kinds(
                body(
                    "static int m(java.io.InputStream in) throws java.io.IOException { return in.read(); }")))
        .containsExactly(Kind.INPUT_OUTPUT);
    assertThat(kinds(body("static void m(java.util.Date d) { d.setTime(3); }")))
        .containsExactly(Kind.JDK);
    assertThat(kinds(body("static int m() { return int[].class.getModifiers(); }")))
        .containsExactly(Kind.JDK);
    assertThat(kinds(body("static void m(org.unknown.Thing t) { t.work(); }")))
        .contains(Kind.UNRESOLVED);
  }

  @Test
  void a_call_that_another_class_may_answer_is_decided_at_run_time() throws IOException {
    type("Shape", "interface Shape {\n int area();\n}\n");
    Answer answer = body("static int m(Shape s) {\n return s.area(); }");

    assertThat(answer.obstacles())
        .extracting(Obstacle::what)
        .contains("the call of Shape.area, which is decided at run time");
    type("Base", "class Base {\n int one() { return 1; }\n}\n");
    assertThat(body("static int m(Base b) { return b.one(); }").obstacles()).isEmpty();
    extended.add("p.Base");
    assertThat(kinds(body("static int m(Base b) { return b.one(); }")))
        .containsExactly(Kind.DISPATCH);
  }

  @Test
  void what_is_shared_by_all_is_state_however_it_is_written() throws IOException {
    assertThat(
            body("static final int[] T = new int[9]; static int m(int i) { return T[i]; }")
                .obstacles())
        .isEmpty();
    type(
        "T",
        "final class T {\nstatic int m(int i) { return ++TABLE[i]; }\nstatic final int[] TABLE = {1};\n}\n");
    assertThat(look("T", "m").obstacles())
        .extracting(Obstacle::what)
        .containsExactly("the static variable TABLE, which it writes");
    type("Plain", "final class Plain {\n int n;\n}\n");
    type(
        "T",
        "final class T {\nstatic int m() { return SHARED.n++; }\nstatic final Plain SHARED = new Plain();\n}\n");
    assertThat(look("T", "m").obstacles())
        .extracting(Obstacle::what)
        .containsExactly("the static object SHARED");
  }

  /** Initial values run with the constructor, though they stand beside it. */
  @Test
  void what_a_constructor_runs_counts() throws IOException {
    type(
        "Timed",
        "final class Timed {\n long at = System.nanoTime();\n { synchronized (Timed.class) { at++; } }\n}\n");
    Answer answer = body("static long m() {\n return new Timed().at;\n}");

    assertThat(answer.methods()).isEqualTo(2);
    assertThat(kinds(answer)).containsExactlyInAnyOrder(Kind.JDK, Kind.THREADS);
  }

  /** Java allows another last bit there, and has other tables of Unicode in each version. */
  @Test
  void what_is_not_the_same_bits_everywhere_is_no_plain_call() throws IOException {
    assertThat(kinds(body("static double m(double x) { return Math.sin(x); }")))
        .containsExactly(Kind.JDK);
    assertThat(
            body("static double m(double x) { return Math.sqrt(x) + Math.rint(x); }").obstacles())
        .isEmpty();
    assertThat(kinds(body("static boolean m(char c) { return Character.isLetter(c); }")))
        .containsExactly(Kind.BOX);
    assertThat(body("static boolean m(char c) { return Character.isSurrogate(c); }").obstacles())
        .isEmpty();
  }

  @Test
  void an_enum_whose_constants_have_bodies_decides_at_run_time() throws IOException {
    type("Flat", "enum Flat {\n A, B\n}\n");
    type(
        "Op",
        "enum Op {\n ADD { int of(int a) { return a + 1; } };\n abstract int of(int a);\n}\n");
    assertThat(body("static int m(Flat f) { return f.ordinal(); }").obstacles()).isEmpty();
    assertThat(kinds(body("static int m(Op o) { return o.of(3); }")))
        .containsExactly(Kind.DISPATCH);
  }

  @Test
  void a_method_that_is_not_there_is_not_found() throws IOException {
    type("T", "final class T {\n static void m() {}\n}\n");

    assertThat(look("T", "other")).isEqualTo(Answer.NOT_FOUND);
    assertThat(look("Gone", "m")).isEqualTo(Answer.NOT_FOUND);
  }

  @Test
  void source_that_does_not_compile_is_looked_at_as_far_as_it_goes() throws IOException {
    assertThat(kinds(body("static int m(int a) { return a.b.c(d); } int broken(")))
        .contains(Kind.UNRESOLVED);
  }
}
