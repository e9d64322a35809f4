package io.github.rustfit.engine.builtin;

import static io.github.rustfit.engine.builtin.Ops.JAVA;
import static io.github.rustfit.engine.builtin.Ops.cpuLimit;
import static io.github.rustfit.engine.builtin.Ops.heap;
import static io.github.rustfit.engine.builtin.Ops.manifest;
import static io.github.rustfit.engine.builtin.Ops.memoryLimit;
import static io.github.rustfit.engine.builtin.Ops.option;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.evidence.repository.OperationsFact.Kind;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerHeapTest {

  private static Outcome judge(OperationsFile... files) {
    return new ContainerHeap().judge(new Situation().operations(files).context());
  }

  /** 85 % of 2,048 MiB are 1,740.8 MiB; of 16 GiB, 1 GiB of room is more than enough. */
  @ParameterizedTest
  @CsvSource({
    "1024, 1024, NO",
    "2048, 1024, NO",
    "1741, 2048, NO",
    "1740, 2048, YES",
    "15360, 16384, YES",
    "15361, 16384, NO",
    "512, 1024, YES",
    "512, 0, YES"
  })
  void no_if_the_heap_leaves_too_little_beside_it(long heapMib, long limitMib, Answer answer) {
    assertThat(judge(manifest(JAVA, heap(heapMib), memoryLimit(limitMib))).answer())
        .isEqualTo(answer);
  }

  @Test
  void the_finding_names_both_places() {
    Outcome outcome = judge(manifest(JAVA, heap(1024), memoryLimit(1024)));

    assertThat(outcome.facts())
        .extracting(Fact::text)
        .containsExactly(
            "The heap of Deployment/app/app may grow to 1.0 GiB (-Xmx1024m, k8s/app.yaml:10) in a"
                + " container of 1.0 GiB (k8s/app.yaml:20), 100.0 % of it.");
    Finding finding = outcome.findings().get(0);
    assertThat(finding.level()).isEqualTo(Level.WARNING);
    assertThat(finding.file()).isEqualTo("k8s/app.yaml");
    assertThat(finding.line()).isEqualTo(10);
  }

  @Test
  void a_percentage_counts_of_the_limit_unless_a_size_is_given() {
    OperationsFile percent = manifest(JAVA, option("-XX:MaxRAMPercentage=90"), memoryLimit(2048));
    assertThat(judge(percent).answer()).isEqualTo(Answer.NO);
    assertThat(
            judge(manifest(JAVA, option("-XX:MaxRAMPercentage=90"), heap(512), memoryLimit(2048)))
                .answer())
        .isEqualTo(Answer.YES);
    assertThat(
            judge(manifest(JAVA, option("-XX:MaxRAMPercentage=9.9.9"), memoryLimit(2048))).answer())
        .isEqualTo(Answer.YES);
  }

  /** HotSpot's defaults: a quarter; half where that is less than 96 MiB times 1.3. */
  @Test
  void names_the_default_heap_if_nothing_is_set() {
    Outcome outcome = judge(manifest(JAVA, memoryLimit(4096)));

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.findings()).singleElement().extracting(Finding::level).isEqualTo(Level.NOTE);
    assertThat(outcome.facts().get(0).text()).contains("25 % of it, 1.0 GiB, as heap");
    assertThat(judge(manifest(JAVA, memoryLimit(200))).facts().get(0).text())
        .contains("50 % of it, 100.0 MiB, as heap");
  }

  @Test
  void what_starts_the_jvm_may_set_more_than_is_seen() {
    Outcome outcome =
        judge(manifest(Ops.of(Kind.RUNS_JAVA, "eclipse-temurin:21"), memoryLimit(4096)));

    assertThat(outcome.findings()).isEmpty();
  }

  @Test
  void the_serial_collector_and_throttling_are_noted_and_decide_nothing() {
    Outcome outcome = judge(manifest(JAVA, heap(512), memoryLimit(2048), cpuLimit(900)));

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.findings())
        .extracting(Finding::id)
        .containsExactly(
            "container-heap:collector:k8s/app.yaml:Deployment/app/app",
            "container-heap:throttling:k8s/app.yaml:Deployment/app/app");
    assertThat(judge(manifest(JAVA, heap(512), memoryLimit(1791))).findings()).hasSize(1);
    assertThat(judge(manifest(JAVA, heap(512), memoryLimit(1792))).findings()).isEmpty();
    assertThat(judge(manifest(JAVA, option("-XX:+UseG1GC"), heap(5), memoryLimit(99))).findings())
        .isEmpty();
    assertThat(judge(manifest(JAVA, heap(5), memoryLimit(2048), cpuLimit(1001))).findings())
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .contains("and the JVM counts 2:");
  }

  @Test
  void options_of_the_image_reach_the_container_that_is_called_like_the_module() {
    OperationsFile image =
        Ops.dockerfile(
            "app",
            "app/Dockerfile",
            Ops.fact(Kind.RUNS_JAVA, "stage 1", "java", -1, 5),
            Ops.fact(Kind.JVM_OPTION, "stage 1", "-Xmx4g", 4096 * Ops.MIB, 4));
    OperationsFile called =
        manifest(Ops.of(Kind.IMAGE, "registry:5000/acme/app:1@sha256:00"), memoryLimit(2048));
    OperationsFile other = manifest(Ops.of(Kind.IMAGE, "postgres:16"), memoryLimit(2048));

    assertThat(judge(image, called).answer()).isEqualTo(Answer.NO);
    assertThat(judge(image, called).findings().get(0).file()).isEqualTo("app/Dockerfile");
    assertThat(judge(image, other).answer()).isEqualTo(Answer.YES);
    assertThat(
            judge(image, manifest(Ops.of(Kind.BUILD_FILE, "app/Dockerfile"), memoryLimit(2048)))
                .answer())
        .isEqualTo(Answer.NO);
    OperationsFile overridden = manifest(Ops.of(Kind.IMAGE, "app"), heap(1024), memoryLimit(2048));
    assertThat(judge(image, overridden).answer()).isEqualTo(Answer.YES);
  }

  @Test
  void yes_without_manifests_and_with_those_of_other_modules() {
    OperationsFile elsewhere =
        Ops.file(
            OperationsFile.Kind.KUBERNETES, "lib", "lib/k8s.yaml", JAVA, heap(9), memoryLimit(1));

    assertThat(judge().answer()).isEqualTo(Answer.YES);
    assertThat(judge(elsewhere).answer()).isEqualTo(Answer.YES);
  }

  @Test
  void unknown_if_a_manifest_cannot_be_read_and_no_other_refuses() {
    OperationsFile chart =
        Ops.file(
            OperationsFile.Kind.KUBERNETES,
            "",
            "chart/templates/app.yaml",
            Ops.fact(Kind.UNREAD, "", "", -1, 0));

    assertThat(judge(chart).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(judge(chart).wouldDecide().get(0)).contains("chart/templates/app.yaml");
    assertThat(judge(chart, manifest(Ops.of(Kind.IMAGE, "app"))).answer()).isEqualTo(Answer.YES);
    assertThat(
            judge(
                    chart,
                    Ops.file(
                        OperationsFile.Kind.COMPOSE, "", "c.yaml", Ops.of(Kind.IMAGE, "postgres")))
                .answer())
        .isEqualTo(Answer.UNKNOWN);
    assertThat(judge(chart, manifest(JAVA, heap(2), memoryLimit(1))).answer()).isEqualTo(Answer.NO);
  }
}
