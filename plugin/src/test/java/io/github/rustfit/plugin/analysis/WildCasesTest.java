package io.github.rustfit.plugin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Real programs whose frames have an owner that is hard to tell; {@code jfr print} of the JDK
 * counted the samples.
 */
class WildCasesTest {

  private static Path wild(String name) {
    String cases = System.getProperty("rustfit.cases", "");
    Path folder = Path.of(cases).resolve("wild").resolve(name);
    Assumptions.assumeTrue(
        !cases.isEmpty() && Files.isDirectory(folder), "needs cases: -Drustfit.cases=DIR");
    return folder;
  }

  private static AnalysisResult analysed(Path root) throws IOException {
    List<SourceRoot> roots;
    try (Stream<Path> folders = Files.walk(root, 4)) {
      roots =
          folders
              .filter(folder -> folder.toString().matches(".*src.main.(java|kotlin)"))
              .sorted()
              .map(
                  folder -> {
                    Path module = folder.resolve("../../..").normalize();
                    return new SourceRoot(
                        String.valueOf(module.getFileName()), folder, SourceFile.Role.MAIN);
                  })
              .toList();
    }
    return new Analysis(WildCasesTest.class.getClassLoader())
        .run(
            new AnalysisRequest(
                root,
                new Checkout(
                    roots, StandardCharsets.UTF_8, List::of, false, Optional.empty(), true),
                NamedInputs.NONE.lookingInto(List.of(root.resolve("rustfit"))),
                Judging.BY_THE_ROOTS_POLICY));
  }

  private static ComponentAssessment component(AnalysisResult result, String name) {
    return result.assessment().components().stream()
        .filter(one -> one.component().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(result.assessment().components().toString()));
  }

  @Test
  void a_kotlin_module_owns_what_its_java_caller_does_not() throws IOException {
    AnalysisResult result = analysed(wild("kotlin-beside-java"));
    // 351 + 1 of the 354 samples with a Java frame end in com.acme.ko.Price.run
    assertThat(component(result, "ko").usage().cpu().value()).isCloseTo(0.994, within(0.0005));
    assertThat(component(result, "app").usage().cpu().value()).isCloseTo(0.006, within(0.0005));
  }

  @Test
  void a_program_of_kotlin_alone_is_judged() throws IOException {
    AnalysisResult result = analysed(wild("kotlin-gate-green"));
    assertThat(component(result, "kotlin-gate-green/price").usage().cpu().value())
        .isCloseTo(1403.0 / 1425, within(0.0005));
    assertThat(result.assessment().limitCheck().passed()).isFalse();
  }

  @Test
  void the_method_decides_which_of_two_modules_has_the_class() throws IOException {
    AnalysisResult result = analysed(wild("same-class-two-modules"));
    assertThat(component(result, "shim-b").usage().cpu().value())
        .isCloseTo(850.0 / 853, within(0.002));
    assertThat(component(result, "shim-a").usage().cpu().value()).isZero();
  }

  @Test
  void lombok_is_no_mismatch() throws IOException {
    AnalysisResult result = analysed(wild("generated-and-lombok"));
    assertThat(component(result, "generated-and-lombok/model").conclusion().topics())
        .hasEntrySatisfying(
            Topic.EVIDENCE,
            answer ->
                assertThat(answer.toString())
                    .contains("100.0 % (98.7–100.0 %) of its CPU samples fit"));
    assertThat(result.evidence().profile().total(SampleKind.CPU).samples()).isPositive();
  }
}
