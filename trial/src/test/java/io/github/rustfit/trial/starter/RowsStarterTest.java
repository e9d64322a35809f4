package io.github.rustfit.trial.starter;

import static io.github.rustfit.trial.starter.Methods.STATIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrays of arrays cross as their rows, and what is written to a row comes back. */
class RowsStarterTest {

  private static final String JAVA =
      """
      package com.acme;

      class Grid {
        private final int[][] cells = new int[3][4];
        private long steps;

        static long sum(int[][] grid, byte[][] by) {
          long sum = 0;
          for (int i = 0; i < grid.length; i++) {
            int[] row = grid[i];
            for (int j = 0; j < row.length; j++) {
              sum = sum * 31 + row[j] * by[i][j % by[i].length];
            }
          }
          return sum;
        }

        static void scale(double[][] m, boolean[][] on, double by) {
          for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m[i].length; j++) {
              m[i][j] *= on[i][j] ? by : 1;
              on[i][j] ^= true;
            }
          }
        }

        int step() {
          steps++;
          int alive = 0;
          for (int[] row : cells) {
            for (int j = 1; j < row.length; j++) {
              row[j] += row[j - 1];
              alive += row[j] & 1;
            }
          }
          return alive;
        }

        static int replace(int[][] rows) {
          rows[0] = new int[] {1};
          return rows.length;
        }
      }
      """;

  @TempDir Path root = Path.of("");

  private PortProject project() throws Exception {
    return new PortProject(root, "Grid", JAVA)
        .with("com.acme.Grid", STATIC, "static long sum(", "long", "sum", "int[][]", "byte[][]")
        .with(
            "com.acme.Grid",
            STATIC,
            "static void scale(",
            "void",
            "scale",
            "double[][]",
            "boolean[][]",
            "double")
        .with("com.acme.Grid", 0, "int step(", "int", "step")
        .with("com.acme.Grid", STATIC, "static int replace(", "int", "replace", "int[][]");
  }

  @Test
  void rows_cross_and_what_is_written_to_them_comes_back() throws Exception {
    PortProject project = project();
    List<EntryMethod> methods = project.judged();
    assertThat(methods).allMatch(one -> one.obstacles().isEmpty());
    StarterFolder starter = StarterFolder.of(root, "grid");
    starter.write(methods, Map.of());
    Path folder = starter.path();
    assertThat(folder.resolve("core/src/grid_sum.rs"))
        .content()
        .contains("pub fn sum(p1: &[Vec<i32>], p2: &[Vec<i8>]) -> Result<i64, Refused> {");
    assertThat(folder.resolve("core/src/grid_step.rs"))
        .content()
        .contains("pub fn step(p1: &mut [Vec<i32>], p2: &mut i64) -> Result<i32, Refused> {");
    assumeTrue(Runs.run(folder, "cargo", "--version").isPresent(), "cargo is not here");
    assertThat(Runs.run(folder, "cargo", "test", "--offline").orElseThrow())
        .doesNotContain("warning");

    PortProject.fill(
        folder,
        "grid_sum",
        """
            let mut sum = 0i64;
            for (i, row) in p1.iter().enumerate() {
                for (j, cell) in row.iter().enumerate() {
                    let by = p2.get(i).filter(|by| !by.is_empty()).ok_or(Refused::ToJava)?;
                    let product = cell.wrapping_mul(i32::from(by[j % by.len()]));
                    sum = sum.wrapping_mul(31).wrapping_add(i64::from(product));
                }
            }
            Ok(sum)
        """);
    PortProject.fill(
        folder,
        "grid_scale",
        """
            for (i, row) in p1.iter_mut().enumerate() {
                for (j, cell) in row.iter_mut().enumerate() {
                    let on = p2.get_mut(i).and_then(|on| on.get_mut(j)).ok_or(Refused::ToJava)?;
                    *cell *= if *on { p3 } else { 1.0 };
                    *on = !*on;
                }
            }
            Ok(())
        """);
    PortProject.fill(
        folder,
        "grid_step",
        """
            *p2 = p2.wrapping_add(1);
            let mut alive = 0i32;
            for row in p1.iter_mut() {
                for j in 1..row.len() {
                    row[j] = row[j].wrapping_add(row[j - 1]);
                    alive += row[j] & 1;
                }
            }
            Ok(alive)
        """);
    PortProject.fill(
        folder,
        "grid_replace",
        """
            let first = p1.first_mut().ok_or(Refused::ToJava)?;
            first.fill(1);
            Ok(p1.len() as i32)
        """);
    project.build(folder);
    String output = Runs.failed(folder, PortProject.differential(folder, "--complete"));
    assertThat(output.lines().filter(line -> line.contains(" through Jni: EQUAL in ")))
        .as(output)
        .hasSize(3);
    assertThat(output)
        .contains(
            "Grid.replace(int[][]): FAULT: Java puts another array into the place of a row, and"
                + " Rust can only write to the row");
  }

  @Test
  void a_straight_port_takes_rows_and_refuses_to_replace_one() throws Exception {
    PortProject project = project();
    List<EntryMethod> methods = project.judged();
    assertThat(project.bodies())
        .containsOnlyKeys(
            "com.acme.Grid#sum(int[][],byte[][])",
            "com.acme.Grid#scale(double[][],boolean[][],double)",
            "com.acme.Grid#step()");
    StarterFolder starter = StarterFolder.of(root, "grid");
    starter.write(methods.subList(0, 3), project.bodies());
    Path folder = starter.path();
    assumeTrue(Runs.run(folder, "cargo", "--version").isPresent(), "cargo is not here");
    assertThat(Runs.run(folder, "cargo", "test", "--offline").orElseThrow())
        .doesNotContain("warning");
    project.build(folder);
    String output =
        Runs.run(folder, PortProject.differential(folder, "--complete", "--leaves-nothing"))
            .orElseThrow();
    assertThat(output.lines().filter(line -> line.contains(" through Jni: EQUAL in "))).hasSize(3);
  }
}
