package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.evidence.repository.OperationsFact.Kind;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;

class OperationsCostTest {

  private static Outcome judge(OperationsFile... files) {
    return new OperationsCost().judge(new Situation().operations(files).context());
  }

  private static OperationsFile ci(
      io.github.rustfit.rules.evidence.repository.OperationsFact... facts) {
    return Ops.file(OperationsFile.Kind.CI, "", ".gitlab-ci.yml", facts);
  }

  @Test
  void unknown_without_files() {
    assertThat(judge().answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void names_each_cost_with_its_places() {
    Outcome outcome =
        judge(
            Ops.manifest(
                Ops.option("-javaagent:otel.jar"),
                Ops.option("-Dcom.sun.management.jmxremote"),
                Ops.option("-XX:+HeapDumpOnOutOfMemoryError"),
                Ops.option("-XX:HeapDumpPath"),
                Ops.option("-XX:StartFlightRecording"),
                Ops.option("-XX:+UseG1GC")),
            Ops.dockerfile(
                "",
                "Dockerfile",
                Ops.fact(Kind.BASE_IMAGE, "stage 1", "eclipse-temurin:21-alpine", -1, 1),
                Ops.fact(Kind.RUNS_JAVA, "stage 1", "java", -1, 2)),
            ci(
                Ops.fact(Kind.PLATFORM, "", "linux/arm64", -1, 8),
                Ops.fact(Kind.PLATFORM, "", "linux/amd64", -1, 8)));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts()).hasSize(7);
    assertThat(outcome.facts())
        .allMatch(fact -> fact.provenance() == Provenance.REPOSITORY)
        .extracting(Fact::text)
        .anyMatch(text -> text.contains("-javaagent:otel.jar (k8s/app.yaml:11)"))
        .anyMatch(
            text ->
                text.contains(
                    "-XX:+HeapDumpOnOutOfMemoryError (k8s/app.yaml:11), -XX:HeapDumpPath"
                        + " (k8s/app.yaml:11)"))
        .anyMatch(text -> text.contains("eclipse-temurin:21-alpine (Dockerfile:1)"))
        .anyMatch(text -> text.endsWith("musl on Alpine."))
        .anyMatch(text -> text.contains("linux/amd64, linux/arm64"))
        .anyMatch(text -> text.contains("no Rust toolchain (.gitlab-ci.yml)"));
  }

  @Test
  void yes_if_rust_is_built_already_and_nothing_costs() {
    Outcome outcome =
        judge(
            ci(
                Ops.fact(Kind.RUST, "", "cargo", -1, 4),
                Ops.fact(Kind.NATIVE_IMAGE, "", "native-image", -1, 5)));

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.facts().get(0).text()).contains("cargo (.gitlab-ci.yml:4)");
    assertThat(outcome.facts()).hasSize(2);
  }

  @Test
  void files_of_other_modules_and_options_of_maven_do_not_count() {
    assertThat(
            judge(
                    Ops.file(
                        OperationsFile.Kind.MAVEN,
                        "",
                        ".mvn/jvm.config",
                        Ops.option("-javaagent:x.jar")),
                    Ops.file(
                        OperationsFile.Kind.KUBERNETES,
                        "lib",
                        "lib/k8s.yaml",
                        Ops.option("-javaagent:x.jar")))
                .answer())
        .isEqualTo(Answer.UNKNOWN);
  }
}
