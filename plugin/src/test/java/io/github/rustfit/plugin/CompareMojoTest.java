package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustfit.plugin.report.fixture.PublishedSchema;
import java.io.IOException;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** The sample tune-me as found and cured: two real runs at the same load of 120 requests/s. */
@MojoTest
class CompareMojoTest extends GoalTest {

  private JsonNode comparison() throws IOException {
    return new ObjectMapper().readTree(project.text("target/rustfit/compare.json"));
  }

  private static JsonNode named(JsonNode array, String key, String value) {
    return array
        .valueStream()
        .filter(one -> one.get(key).asText().equals(value))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode process(String figure) throws IOException {
    return named(comparison().at("/process/figures"), "figure", figure);
  }

  @Test
  @InjectMojo(goal = "compare")
  @MojoParameter(name = "before", value = "rustfit-before")
  @MojoParameter(name = "failOnRegression", value = "true")
  void proves_that_a_tuning_worked(CompareMojo mojo) throws Exception {
    project.withTuneMe("rustfit-before", "rustfit");
    mojo.execute();
    // awk over the two logs' heap sizes, as the sample's README does: 3,998 and 52 MiB/s between
    // the first and the last collection. The plugin counts the idle time before the first, too.
    JsonNode allocation = process("allocation-rate");
    assertThat(allocation.get("before").asDouble() / (1 << 20)).isCloseTo(3998, within(40.0));
    assertThat(allocation.get("after").asDouble() / (1 << 20)).isCloseTo(52, within(3.0));
    assertThat(allocation.get("change").asText()).isEqualTo("better");
    // grep counts 2,326 and 33 pauses of 8.58 and 0.23 s in logs of 328 s or so.
    JsonNode pauses = process("pauses");
    double ratio = pauses.at("/effect/value").asDouble();
    assertThat(ratio).isCloseTo(33.0 / 2326, within(0.002));
    assertThat(pauses.at("/effect/low").asDouble()).isLessThan(ratio);
    assertThat(pauses.at("/effect/high").asDouble()).isGreaterThan(ratio).isLessThan(0.1);
    assertThat(process("pause-time").get("change").asText()).isEqualTo("better");
    // 33 pauses are too few for their 99.9th percentile.
    assertThat(process("pause-p999").get("change").asText()).isEqualTo("unchanged");
    assertThat(process("pause-max").get("effect").isNull()).isTrue();

    JsonNode statement = named(comparison().get("components"), "name", "shop/statement");
    assertThat(statement.at("/findings/gone").findValuesAsText("rule"))
        .contains("string-concat-in-loop", "regex-per-call", "date-format-per-call");
    // Its code was replaced by that of another component: neither is better, the process is.
    assertThat(named(statement.get("figures"), "figure", "cpu-cores").get("change").asText())
        .isEqualTo("moved");
    // jfr summary counts 2,944 and 814 execution samples in 315 s each.
    assertThat(process("cpu-cores").at("/effect/value").asDouble())
        .isCloseTo(814.0 / 2944, within(0.005));
    assertThat(process("cpu-cores").get("change").asText()).isEqualTo("better");
    assertThat(named(statement.get("figures"), "figure", "cpu-share").get("change").asText())
        .isEqualTo("moved");
    assertThat(comparison().at("/process/figures").findValuesAsText("change"))
        .doesNotContain("worse");
    assertThat(infos).anySatisfy(line -> assertThat(line).contains("better").contains("worse"));
    assertThat(project.text("target/rustfit/compare.md")).contains("## rustfit: Shop");
    assertThat(project.text("target/rustfit/compare.html")).contains("shop/statement");
    assertThat(PublishedSchema.of("compare").faults(comparison())).isEmpty();
  }

  @Test
  @InjectMojo(goal = "compare")
  @MojoParameter(name = "before", value = "rustfit-before")
  @MojoParameter(name = "failOnRegression", value = "true")
  void fails_when_the_tuning_is_undone(CompareMojo mojo) {
    project.withTuneMe("rustfit", "rustfit-before");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("became worse beyond noise")
        .hasMessageContaining("process: Allocation per second ")
        .hasMessageContaining("process: CPU time per second ")
        .hasMessageContaining("rustfit.loadRatio")
        .hasMessageContaining("compare.html");
    assertThat(project.has("target/rustfit/compare.json")).isTrue();
  }

  @Test
  @InjectMojo(goal = "compare")
  @MojoParameter(name = "before", value = "main/evidence.json")
  void evidence_of_another_build_says_the_same_as_its_recordings(CompareMojo mojo)
      throws Exception {
    project.withTuneMe("rustfit-before", "rustfit");
    project.with("main/evidence.json", Evidences.of(project, "rustfit-before"));
    mojo.execute();
    assertThat(process("pauses").at("/effect/value").asDouble())
        .isCloseTo(33.0 / 2326, within(0.002));
    JsonNode statement = named(comparison().get("components"), "name", "shop/statement");
    assertThat(statement.at("/findings/gone").findValuesAsText("rule"))
        .contains("string-concat-in-loop");
    String first = project.text("target/rustfit/compare.html");
    mojo.execute();
    assertThat(project.text("target/rustfit/compare.html")).isEqualTo(first);
  }

  @Test
  @InjectMojo(goal = "compare")
  void without_a_side_before_there_is_nothing_to_do(CompareMojo mojo) {
    project.withTuneMe("rustfit-before", "rustfit");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("Let rustfit.before name evidence.json");
  }

  @Test
  @InjectMojo(goal = "compare")
  @MojoParameter(name = "before", value = "rustfit")
  void the_same_run_on_both_sides_is_an_error(CompareMojo mojo) {
    project.withTuneMe("rustfit-before", "rustfit");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("Both sides are the same recordings and logs");
  }

  @Test
  @InjectMojo(goal = "compare")
  @MojoParameter(name = "before", value = "main/evidence.json")
  void evidence_of_another_project_is_an_error(CompareMojo mojo) throws Exception {
    project.withTuneMe("rustfit-before", "rustfit");
    project.with(
        "main/evidence.json",
        Evidences.of(project, "rustfit-before")
            .replace("io.github.rustfit.samples.tuneme", "com.acme.shop"));
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("another project");
  }

  @Test
  @InjectMojo(goal = "compare")
  @MojoParameter(name = "before", value = "main/evidence.json")
  void evidence_of_a_newer_version_is_an_error(CompareMojo mojo) throws Exception {
    project.withTuneMe("rustfit-before", "rustfit");
    project.with(
        "main/evidence.json",
        Evidences.of(project, "rustfit-before")
            .replaceFirst("\"schemaVersion\": \\d+", "\"schemaVersion\": 9"));
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("main/evidence.json")
        .hasMessageContaining("schema version 9");
  }

  @Test
  @InjectMojo(goal = "compare")
  @MojoParameter(name = "before", value = "nowhere/*.json")
  void a_side_that_leads_nowhere_is_an_error(CompareMojo mojo) {
    project.withTuneMe("rustfit-before", "rustfit");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("The pattern matches no file");
  }
}
