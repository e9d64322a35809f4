package io.github.rustfit.trial.starter;

import static io.github.rustfit.trial.starter.Methods.PRIVATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A method that is called on an object crosses with the fields that it needs, and with nothing
 * else: what it needs was read off the source by hand.
 */
class ObjectStarterTest {

  private static final String FILE = "src/com/acme/Walk.java";

  private static final String JAVA =
      """
      package com.acme;

      import java.util.List;

      class Walk {
        private static final int MOST = 7;
        private final int[] cells;
        private final byte[] steps;
        private final String name;
        private long state;
        private final int width;
        private boolean up;
        private double level;
        private int[] other = {1};
        private List<String> log = List.of();

        Walk(int[] cells, byte[] steps, String name, int width) {
          this.cells = cells;
          this.steps = steps;
          this.name = name;
          this.width = width;
          steps[0] = 1;
        }

        int walk(int by, short[] into) {
          for (int i = 0; i < cells.length; i++) {
            cells[i] += mixed(i) + by;
            into[i % into.length] = (short) this.state;
          }
          this.up = !up;
          return (int) (state >>> 33) % MOST + name.length();
        }

        private int mixed(int i) {
          state = state * 6364136223846793005L + width;
          return steps[i % steps.length] ^ (int) state;
        }

        private void lift(double by) {
          level += by;
        }

        int swap() {
          int[] before = other;
          other = cells;
          return before.length;
        }

        int logged(int a) {
          return a + log.size();
        }

        boolean is(Object one) {
          return one == this;
        }

        private final int constant = 3;

        int constant(int a) {
          return a * constant;
        }

        int inherited(int a) {
          return a + this.hashCode();
        }

        int shown(int a) {
          return a + (first(1.5).length() + toString().length());
        }

        private String first(double by) {
          return "" + level * by;
        }

        int inner(int a) {
          return new Far().at(a);
        }

        int many(int... all) {
          return all.length + width;
        }

        int lambda(int a) {
          java.util.function.IntSupplier twice = () -> 2 * width;
          return twice.getAsInt() + a;
        }

        class Far {
          int at(int a) {
            return a + width;
          }
        }

        record Pair(int a, int b) {
          int sum(int c) {
            return a + b + c;
          }
        }

        static class More extends Inner {
          int more(int a) {
            return a;
          }
        }

        static class Inner {
          private float at;
          float far(float a) {
            return a * at;
          }
        }
      }
      """;

  @TempDir Path root = Path.of("");

  private PortProject project() throws Exception {
    return new PortProject(root, "Walk", JAVA);
  }

  private PortProject crossing() throws Exception {
    return project()
        .with("com.acme.Walk", 0, "int walk(", "int", "walk", "int", "short[]")
        .with("com.acme.Walk", PRIVATE, "private void lift(", "void", "lift", "double")
        .with("com.acme.Walk$Inner", 0, "float far(", "float", "far", "float");
  }

  @Test
  void what_is_more_than_its_fields_is_refused_by_line() throws Exception {
    PortProject project =
        project()
            .with("com.acme.Walk", 0, "int swap(", "int", "swap")
            .with("com.acme.Walk", 0, "int logged(", "int", "logged", "int")
            .with("com.acme.Walk", 0, "boolean is(", "boolean", "is", "int");
    List<EntryMethod> methods = project.judged();

    assertThat(methods.get(0).refusal())
        .contains(FILE + ":14: the field other, which gets another array");
    assertThat(methods.get(1).refusal()).contains(FILE + ":15: the field log of type List<String>");
    assertThat(methods.get(2).refusal())
        .contains(FILE + ":54: the object itself, which is more than its fields");
  }

  @Test
  void what_is_hidden_in_an_object_is_seen() throws Exception {
    PortProject project =
        project()
            .with("com.acme.Walk", 0, "int constant(", "int", "constant", "int")
            .with("com.acme.Walk", 0, "int lambda(", "int", "lambda", "int")
            .with("com.acme.Walk", 0, "int many(", "int", "many", "int[]")
            .with("com.acme.Walk", 0, "int inherited(", "int", "inherited", "int")
            .with("com.acme.Walk", 0, "int shown(", "int", "shown", "int")
            .with("com.acme.Walk", 0, "int inner(", "int", "inner", "int")
            .with("com.acme.Walk$Pair", 0, "int sum(", "int", "sum", "int")
            .with("com.acme.Walk$More", 0, "int more(", "int", "more", "int");
    List<EntryMethod> methods = project.judged();

    assertThat(methods.subList(0, 3)).allMatch(one -> one.obstacles().isEmpty());
    assertThat(project.bodies()).containsOnlyKeys("com.acme.Walk#constant(int)");
    StarterFolder.of(root, "walk").write(methods.subList(0, 3), project.bodies());
    assertThat(root.resolve("walk/core/src/walk_constant.rs"))
        .as("javac writes the value of a constant in its place")
        .content()
        .contains("pub fn constant(a: i32) -> Result<i32, Refused>");
    assertThat(root.resolve("walk/core/src/walk_lambda.rs"))
        .content()
        .contains("pub fn lambda(p1: i32, p2: i32) -> Result<i32, Refused>");
    assertThat(methods.get(3).refusal()).contains("the call of hashCode(), which its class");
    assertThat(methods.get(4).refusal()).contains("the call of toString(), which its class");
    assertThat(methods.get(5).refusal()).contains("a new Far, which belongs to the object");
    assertThat(methods.get(6).refusal()).contains("objects of Pair, which is no class but");
    assertThat(methods.get(7).refusal()).contains("objects of More, which extends");
  }

  @Test
  void the_fields_cross_and_come_back() throws Exception {
    PortProject project = crossing();
    List<EntryMethod> methods = project.judged();
    assertThat(methods).allMatch(one -> one.obstacles().isEmpty());
    StarterFolder starter = StarterFolder.of(root, "walk");
    starter.write(methods, Map.of());
    Path folder = starter.path();
    assertThat(folder.resolve("core/src/walk_walk.rs"))
        .content()
        .contains(
            """
            pub fn walk(
                p1: i32,
                p2: &mut [i16],
                p3: &mut [i32],
                p4: &[i8],
                p5: &[u16],
                p6: i32,
                p7: &mut i64,
                p8: &mut bool,
            ) -> Result<i32, Refused> {
            """);
    assertThat(folder.resolve("CONTRACT.md"))
        .content()
        .contains(
            "## `Walk.walk(int, short[])`",
            "- `p4`: the field `steps` of the object, the elements of the `byte[]`",
            "- `p7`: the field `state` of the object, the `long`; what the body writes to it, the",
            "- result: nothing; the arrays and fields are what changes");

    assumeTrue(Runs.run(folder, "cargo", "--version").isPresent(), "cargo is not here");
    String tests = Runs.run(folder, "cargo", "test", "--offline").orElseThrow();
    assertThat(tests).contains("the_body_is_open ... ok").doesNotContain("warning");
    project.build(folder);
    assertThat(differential(folder)).contains("Walk.walk(int, short[]) through Jni: OPEN");

    PortProject.fill(
        folder,
        "walk_walk",
        """
            for i in 0..p3.len() {
                *p7 = p7.wrapping_mul(6364136223846793005).wrapping_add(i64::from(p6));
                if p4.is_empty() || p2.is_empty() {
                    return Err(Refused::ToJava);
                }
                let mixed = i32::from(p4[i % p4.len()]) ^ *p7 as i32;
                p3[i] = p3[i].wrapping_add(mixed.wrapping_add(p1));
                let at = i % p2.len();
                p2[at] = *p7 as i16;
            }
            *p8 = !*p8;
            Ok((((*p7 as u64) >> 33) as i32 % 7).wrapping_add(p5.len() as i32))
        """);
    PortProject.fill(folder, "walk_lift", "    *p2 += p1;\n    Ok(())\n");
    PortProject.fill(folder, "walk_inner_far", "    Ok(p1 * p2)\n");
    assertThat(Runs.run(folder, "cargo", "build", "--release", "--offline")).isPresent();
    String equal = differential(folder, "--complete", "--leaves-nothing");
    assertThat(equal.lines().filter(line -> line.contains(" through Jni: EQUAL in "))).hasSize(3);

    CaptureFile capture = new CaptureFile(1);
    DataOutputStream out =
        capture.method("com.acme.Walk$Inner", "far", "(F)F", 1, 1, "other", "at");
    out.writeByte(3);
    out.writeByte(0);
    for (float value : new float[] {2, 99, 3, 6}) { // argument, fields, result
      out.writeByte('F');
      out.writeFloat(value);
    }
    Path captured = Files.createDirectories(folder.resolve("captured"));
    Files.write(captured.resolve("one.rustfit-capture"), capture.bytes());
    assertThat(differential(folder, "--complete", "--captured=captured"))
        .contains("Walk.Inner.far(float): 1 captured calls are tried first\n");

    Path body = folder.resolve("core/src/walk_walk.rs");
    Files.writeString(body, Files.readString(body).replace("*p8 = !*p8;", "*p8 |= !*p8;"));
    assertThat(Runs.run(folder, "cargo", "build", "--release", "--offline")).isPresent();
    assertThat(Runs.failed(folder, PortProject.differential(folder)))
        .contains("Walk.walk(int, short[]): FAULT: afterwards argument 8 is false in Java, true");
  }

  @Test
  void a_straight_port_takes_the_fields() throws Exception {
    PortProject project = crossing();
    List<EntryMethod> methods = project.judged();
    assertThat(project.bodies()).hasSize(3);
    StarterFolder starter = StarterFolder.of(root, "walk");
    starter.write(methods, project.bodies());
    Path folder = starter.path();

    assumeTrue(Runs.run(folder, "cargo", "--version").isPresent(), "cargo is not here");
    assertThat(Runs.run(folder, "cargo", "test", "--offline").orElseThrow())
        .doesNotContain("warning");
    project.build(folder);
    String equal = differential(folder, "--complete", "--leaves-nothing");
    assertThat(equal.lines().filter(line -> line.contains(" through Jni: EQUAL in "))).hasSize(3);
  }

  private static String differential(Path folder, String... options) throws Exception {
    return Runs.run(folder, PortProject.differential(folder, options)).orElseThrow();
  }
}
