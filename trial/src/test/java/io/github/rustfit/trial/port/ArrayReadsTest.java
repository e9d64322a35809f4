package io.github.rustfit.trial.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An array counts as only read where nobody who reads the code could find a way to write to it. */
class ArrayReadsTest {

  @TempDir Path folder = Path.of("");

  /** The places of arrays that the method m only reads. */
  private List<Integer> read(String parameters, String body, String... others) throws Exception {
    String source =
        "import java.util.*;\nclass T {\nstatic void m("
            + parameters
            + ") {\n"
            + body
            + "\n}\n"
            + String.join("\n", others)
            + "\n}\n";
    try (Ported ported = new Ported(folder, "T", source)) {
      return Objects.requireNonNull(ported.methods().get("m")).port().onlyRead();
    }
  }

  @Test
  void elements_and_lengths_are_read() throws Exception {
    assertThat(
            read(
                "int[] a, byte[] b, char[] c, long[] d",
                "int s = (a)[0]; for (byte x : b) s += x; if (c.length > 0 && c != null) s++;"
                    + " long[] copy = d.clone(); copy[0] = s; a.getClass();"))
        .as("getClass is none that is known, the others are")
        .containsExactly(1, 2, 3);
  }

  @Test
  void each_way_to_write_is_seen() throws Exception {
    assertThat(
            read(
                "int[] a, int[] b, int[] c, int[] d, int[] e, int[] f",
                "a[0] = 1; (b[1]) += 2; c[a[0]]++; --(d[0]); int x = e[f[0]] = 3;"))
        .as("only f stands for nothing but an index")
        .containsExactly(5);
  }

  @Test
  void names_and_calls_are_followed() throws Exception {
    assertThat(
            read(
                "int[] a, int[] b, int[] c, int[] d",
                "int[] p = a; int[] q = b; q[0] = p[0]; twice(c, 3); twice(d, 1); write(d);",
                "static int twice(int[] x, int n) { return n < 0 ? x[0] : twice(x, n - 1); }",
                "private static void write(int[] x) { int[] y = x; y[1]++; }"))
        .containsExactly(0, 2);
  }

  @Test
  void the_jdk_copies_from_one_array_and_sorts_another() throws Exception {
    assertThat(
            read(
                "char[] a, char[] b, char[] c, char[] d, char[] e",
                "System.arraycopy(a, 0, b, 0, 1); Arrays.sort(c); new String(d).length();"
                    + " Arrays.copyOf(e, 3)[0] = 1;"))
        .containsExactly(0, 3, 4);
  }

  @Test
  void a_private_field_is_followed_through_its_file() throws Exception {
    assertThat(
            read(
                "int[] a, int[] b, int[] c, int[] d",
                "Kept kept = new Kept(); kept.start(a); kept.all(b); kept.next(); marked = d; int[] x; x = c;"
                    + " int s = x[0];",
                "private static int read(int[] x) { return x.length; }",
                "@Deprecated private static int[] marked;",
                "static final class Kept {",
                "private int[] data = {};",
                "private int[] other;",
                "void start(int[] x) { this.data = x; }",
                "void all(int[] x) { other = x; }",
                "int[] others() { return other; }",
                "int next() { int[] in = data; data = new int[3]; return in[0] + read(data); }",
                "}"))
        .as("who asks for the other one may write to it, and who knows what reads the mark")
        .containsExactly(0, 2);
  }

  @Test
  void what_gets_away_may_be_written() throws Exception {
    assertThat(
            read(
                "int[] a, int[] b, int[] c, int[] d, int[] e, int[] f",
                "kept = a; new T().keep(b); List.of(c); int[] x = null; int[] y = x = d;"
                    + " Runnable r = () -> e[0] = 1; r.run(); mine = f;",
                "static int[] kept;",
                "private static int[] mine;",
                "void keep(int[] x) { int s = x[0]; }",
                "static class In { static void later() { T.mine[0]++; } }"))
        .isEmpty();
    assertThat(
            read(
                "int[] a, int[] b",
                "first(a, b);",
                "static int[] first(int[] x, int[] y) { int s = y[0]; return x; }"))
        .as("the one that is given back could be written to by who gets it")
        .containsExactly(1);
  }

  @Test
  void what_is_done_to_a_row_is_done_to_the_array() throws Exception {
    assertThat(
            read(
                "int[][] a, int[][] b, int[][] c, int[][] d, int[][] e, int[][] f, int[][] g",
                "int s = a[1][2] + a[0].length; b[0][0] = s; int[] row = c[1]; row[0] = 1;"
                    + " for (int[] r : d) s += r[0]; for (int[] r : e) r[0]++;"
                    + " int[][] other = f.clone(); other[0][0] = 1; last(g[2]);",
                "static int last(int[] x) { return x[x.length - 1]; }"))
        .as("b by an element, c by a row, e by each row, f by rows that a clone shares")
        .containsExactly(0, 3, 6);
  }
}
