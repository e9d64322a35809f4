package io.github.rustfit.trial.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustfit.rules.evidence.trial.TrialFigures;
import io.github.rustfit.rules.evidence.trial.TrialOutputs;
import io.github.rustfit.trial.pairs.StopRule;
import io.github.rustfit.trial.starter.EntryMethod;
import io.github.rustfit.trial.starter.Methods;
import io.github.rustfit.trial.starter.StarterFolder;
import io.github.rustfit.trial.starter.StarterKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A trial from the build to the figures, with what can go wrong on the way, on one small method.
 */
class TrialRunTest {

  private static final String JAVA =
      """
      package p;

      final class Sums {
        static long sum(long[] values) {
          long sum = 0;
          for (long value : values) {
            sum += value * value;
          }
          values[0] = sum;
          return sum;
        }

        static long twice(long[] values) {
          long sum = 0;
          for (int round = 0; round < 2; round++) {
            sum = 0;
            for (long value : values) {
              sum += value * value;
            }
          }
          values[0] = sum;
          return sum;
        }
      }
      """;

  private static final String RIGHT =
      """
      use crate::Refused;

      pub fn sum(p1: &mut [i64]) -> Result<i64, Refused> {
          let sum = p1.iter().fold(0i64, |sum, v| sum.wrapping_add(v.wrapping_mul(*v)));
          *p1.first_mut().ok_or(Refused::ToJava)? = sum;
          Ok(sum)
      }
      """;

  @TempDir Path folder = Path.of("");

  private final List<String> said = new ArrayList<>();

  private record Begun(StarterFolder starter, StarterKernel kernel) {}

  private static boolean cargo() {
    try {
      return new ProcessBuilder("cargo", "--version").start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private Begun begin() throws Exception {
    assumeTrue(cargo(), "no cargo");
    Path source = Files.createDirectories(folder.resolve("src/p")).resolve("Sums.java");
    Files.writeString(source, JAVA);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), source.toString()))
        .isZero();
    StarterFolder starter = StarterFolder.of(folder.resolve("rust"), "app");
    List<EntryMethod> methods = List.of(Methods.method("p.Sums", "sum", "long", "long[]"));
    starter.write(methods, Map.of());
    return new Begun(starter, starter.kernels(methods).get(0));
  }

  private static void body(Begun begun, String text) throws IOException {
    Files.writeString(
        begun.starter().path().resolve("core/src/" + begun.kernel().module() + ".rs"), text);
  }

  private TrialPlan plan(Begun begun, Optional<TrialPlan.OtherCode> other) {
    StarterKernel kernel = begun.kernel();
    return new TrialPlan(
        begun.starter().path(),
        new TrialPlan.TrialKernel(
            kernel.method(),
            kernel.binding(),
            kernel.module(),
            kernel.key(),
            kernel.part(),
            kernel.library()),
        List.of(folder.resolve("classes")),
        folder.resolve("work"),
        Path.of(System.getProperty("java.home")),
        new TrialPlan.TrialInputs(Optional.empty(), 300, 0),
        new TrialPlan.Measuring(
            new StopRule(6, 6, 0.05),
            Duration.ofMinutes(5),
            Duration.ofMillis(150),
            Duration.ofMillis(100),
            List.of()),
        other);
  }

  private TrialRun run(Begun begun, Optional<TrialPlan.OtherCode> other) throws TrialException {
    return TrialRun.of(plan(begun, other), said::add);
  }

  /**
   * The other Java does the same twice, so it takes more; how much of what is not asserted, as no
   * test depends on the machine's speed.
   */
  @Test
  void an_equal_port_is_measured_by_size_beside_other_java() throws Exception {
    Begun begun = begin();
    body(begun, RIGHT);
    TrialRun run =
        run(begun, Optional.of(new TrialPlan.OtherCode("twice", "p.Sums#twice", List.of())));
    TrialOutputs outputs = run.compare();
    assertThat(outputs.equal()).isTrue();
    assertThat(outputs.compared()).isGreaterThan(100);

    List<Integer> kept = new ArrayList<>();
    TrialRun.Measured measured = run.measure(so -> kept.add(so.figures().pairs()));

    TrialFigures figures = measured.figures();
    assertThat(kept).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(measured.technique()).isEqualTo(Runtime.version().feature() >= 22 ? "Ffm" : "Jni");
    assertThat(figures.pairs()).isEqualTo(6);
    assertThat(figures.captured()).isFalse();
    assertThat(figures.sizes()).hasSize(4);
    assertThat(figures.sizes()).allMatch(size -> size.calls() == 0);
    assertThat(figures.other().orElseThrow().name()).isEqualTo("twice");
    assertThat(figures.bars().java()).isPositive();
    assertThat(figures.bars().alone()).isPositive();
    assertThat(figures.bars().leftToJava()).isZero();
    assertThat(said).anyMatch(line -> line.startsWith("pair 6: "));
    assertThat(run.rustc()).matches("1\\.[0-9]+\\..*");
    assertThat(run.jdk()).startsWith(String.valueOf(Runtime.version().feature()));
  }

  @Test
  void what_can_go_wrong_is_said_with_what_to_do() throws Exception {
    Begun begun = begin();
    assertThatExceptionOfType(TrialException.class)
        .isThrownBy(() -> run(begun, Optional.empty()).compare())
        .withMessageContaining("Sums.sum(long[]) is not written yet")
        .withMessageContaining("sums_sum.rs");

    body(begun, RIGHT.replace("Ok(sum)", "Ok(sum + \"1\")"));
    assertThatExceptionOfType(TrialException.class)
        .isThrownBy(() -> run(begun, Optional.empty()))
        .withMessageContaining("the port does not build")
        .withMessageContaining("error[E0277]")
        .withMessageContaining("cargo-build");

    body(begun, RIGHT.replace("Ok(sum)", "Ok(if sum == 0 { 1 } else { sum })"));
    assertThat(run(begun, Optional.empty()).compare().equal()).isFalse();
    assertThat(said.get(said.size() - 1))
        .contains("FAULT", "smallest input of those that differ", "Java gives 0, Rust gives 1");

    body(begun, RIGHT.replace("Ok(sum)", "Err(Refused::ToJava)"));
    assertThatExceptionOfType(TrialException.class)
        .isThrownBy(() -> run(begun, Optional.empty()).compare())
        .withMessageContaining("Java and Rust cannot be compared")
        .withMessageContaining("not one result was compared");

    body(begun, RIGHT.replace("Ok(sum)", "if sum > 9 { std::process::abort() }\n    Ok(sum)"));
    assertThatExceptionOfType(TrialException.class)
        .isThrownBy(() -> run(begun, Optional.empty()).compare())
        .withMessageContaining("came to no end")
        .withMessageContaining("it crashed, signal 6");
  }
}
