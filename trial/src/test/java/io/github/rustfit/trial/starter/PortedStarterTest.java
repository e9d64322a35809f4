package io.github.rustfit.trial.starter;

import static io.github.rustfit.rules.testing.Given.file;
import static io.github.rustfit.rules.testing.Given.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustfit.rules.component.Member;
import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.trial.portability.Code;
import io.github.rustfit.trial.portability.StraightPort;
import io.github.rustfit.trial.portability.StraightPorts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A starter whose bodies were ported by machine builds as it stands, and Rust gives what Java
 * gives.
 */
class PortedStarterTest {

  private static final String FILE = "src/com/acme/Sums.java";

  private static final String JAVA =
      """
      package com.acme;

      final class Sums {
        // The first line of the method below is line 5.
        static long total(int[] values, byte from, String text) {
          long sum = 0;
          for (int i = from & 3; i < values.length; i++) {
            // Wraps around.
            sum += values[i] * 31L + (i < text.length() ? text.charAt(i) : -1);
            values[i] = i / (values[i] & 7);
          }
          return sum;
        }

        static double[] scaled(double[] a, float by) {
          double[] b = a.clone();
          for (int i = 0; i < b.length; i++) b[i] = Math.min(b[i] * by, a[0]);
          return by > 3 ? a : b;
        }

        static boolean wild(double a) {
          return Math.tan(a) > 1;
        }

        static int last(int[] a) {
          return a[a.length - 1];
        }
      }
      """;

  private static final int STATIC = 0x0008;

  private static final SourceMethod TOTAL =
      new SourceMethod(
          "total",
          5,
          13,
          Optional.of(new Signature(STATIC, "long", List.of("int[]", "byte", "java.lang.String"))));
  private static final SourceMethod SCALED =
      new SourceMethod(
          "scaled",
          15,
          19,
          Optional.of(new Signature(STATIC, "double[]", List.of("double[]", "float"))));
  private static final SourceMethod WILD =
      new SourceMethod(
          "wild", 21, 23, Optional.of(new Signature(STATIC, "boolean", List.of("double"))));

  private static final SourceMethod LAST =
      new SourceMethod("last", 25, 27, Optional.of(new Signature(STATIC, "int", List.of("int[]"))));

  @TempDir Path root = Path.of("");

  @Test
  void it_builds_and_is_equal_and_an_untouched_body_is_known() throws Exception {
    Path source = root.resolve(FILE);
    Files.createDirectories(source.getParent());
    Files.writeString(source, JAVA);
    List<EntryMethod> methods = new ArrayList<>();
    for (SourceMethod one : List.of(TOTAL, SCALED, LAST, WILD)) {
      methods.add(EntryMethod.of(new Member("com.acme.Sums", FILE, one)));
    }
    Code code =
        new Code(
            root,
            StandardCharsets.UTF_8,
            List.of(
                file(
                    "app",
                    FILE,
                    "com.acme",
                    type("com.acme.Sums", 3, 28, TOTAL, SCALED, WILD, LAST))),
            List.of(root.resolve("src")),
            List.of(),
            List::of);
    List<StraightPort> ports =
        new StraightPorts(code)
            .of(
                methods.stream()
                    .map(one -> new StraightPorts.Wanted(one.member(), one.function()))
                    .toList());
    assertThat(ports.get(3).refusals()).containsExactly(FILE + ":22: the call of Math.tan");
    Map<String, String> bodies = new LinkedHashMap<>();
    for (int i = 0; i < 3; i++) {
      assertThat(ports.get(i).refusals()).isEmpty();
      bodies.put(methods.get(i).id(), ports.get(i).code());
      methods.set(i, methods.get(i).onlyReading(ports.get(i).onlyRead()));
    }
    StarterFolder starter = StarterFolder.of(root, "sums");
    starter.write(methods, bodies);
    Path folder = starter.path();
    assertThat(folder.resolve("core/src/sums_total.rs"))
        .content()
        .contains("A straight port by machine", "// Wraps around.", "pub fn total(");
    assertThat(folder.resolve("core/src/sums_wild.rs")).content().contains("Err(Refused::Open)");
    assertThat(folder.resolve("README.md"))
        .content()
        .contains("It can prove a gain, not refute one");
    assertThat(folder.resolve("CONTRACT.md")).content().contains("straight port by machine");
    assertThat(StarterFolder.of(root, "sums").straightPorts())
        .containsExactly("sums_last", "sums_scaled", "sums_total");
    assertThat(folder.resolve("core/src/sums_last.rs")).content().contains("fn last(a: &[i32])");

    assumeTrue(Runs.run(folder, "cargo", "--version").isPresent(), "cargo is not here");
    String tests = Runs.run(folder, "cargo", "test", "--offline").orElseThrow();
    assertThat(tests).contains("the_body_is_open ... ok", "fractions_are_as_in_java ... ok");
    assertThat(tests).doesNotContain("warning");
    String built = Runs.run(folder, "cargo", "build", "--release", "--offline").orElseThrow();
    assertThat(built).doesNotContain("warning");
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    assertThat(Runs.run(root, java + "/javac", "-d", "classes", FILE)).isPresent();
    assertThat(
            Runs.run(folder, java + "/javac", "-d", "out", "-cp", "../classes", "@java/sources-17"))
        .isPresent();
    String library = "target/release/" + System.mapLibraryName("rustfit_sums");
    String compared =
        Runs.run(
                folder,
                java + "/java",
                "-Drustfit.sums.library=" + library,
                "-Drustfit.sums.folder=loaded",
                "-cp",
                "out" + System.getProperty("path.separator") + "../classes",
                "rustfit.sums.Differential",
                "--cases=400")
            .orElseThrow();
    assertThat(compared.lines().filter(line -> line.contains(": EQUAL in "))).hasSize(3);
    assertThat(compared).contains("Sums.wild(double) through Jni: OPEN").doesNotContain("FAULT");

    Files.writeString(folder.resolve("core/src/sums_total.rs"), "// mine\n");
    assertThat(StarterFolder.of(root, "sums").straightPorts())
        .containsExactly("sums_last", "sums_scaled");
    assertThat(StarterFolder.of(root, "sums").straightPort("sums_total")).isFalse();
  }
}
