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
  @MojoParameter(name = "before", value = "found")
  @MojoParameter(name = "after", value = "cured")
  @MojoParameter(name = "failOnRegression", value = "true")
  void proves_that_a_tuning_worked(CompareMojo mojo) throws Exception {
    project.withTuneMeRuns("found", "cured");
    mojo.execute();
    // awk over the logs' heap sizes, as the sample's README does, from the start of the JVM to the
    // last line: 3,614, 3,258 and 3,641 MiB/s, and 41.8, 43.4 and 47.0.
    JsonNode allocation = process("allocation-rate");
    assertThat(allocation.get("before").asDouble() / (1 << 20)).isCloseTo(3504, within(20.0));
    assertThat(allocation.get("after").asDouble() / (1 << 20)).isCloseTo(44.07, within(0.3));
    assertThat(allocation.get("change").asText()).isEqualTo("better");
    assertThat(allocation.at("/effect/noise").asText()).isEqualTo("between-runs");
    // grep counts 390, 393 and 391 pauses in 65.1, 72.0 and 64.7 s, and 14, 10 and 13 in 64.5, 61.4
    // and 59.7 s: 349.9 and 12.0 a minute.
    JsonNode pauses = process("pauses");
    assertThat(pauses.get("before").asDouble()).isCloseTo(349.9, within(2.0));
    assertThat(pauses.get("after").asDouble()).isCloseTo(12.0, within(0.2));
    assertThat(pauses.get("change").asText()).isEqualTo("better");
    // The pauses that a percentile lies beyond are too few.
    assertThat(process("pause-p999").get("change").asText()).isEqualTo("unknown");
    assertThat(process("pause-max").get("effect").isNull()).isTrue();

    JsonNode statement = named(comparison().get("components"), "name", "shop/statement");
    assertThat(statement.at("/findings/gone").findValuesAsText("rule"))
        .contains("string-concat-in-loop");
    // Its code was replaced by that of another component: neither is better, the process is.
    assertThat(named(statement.get("figures"), "figure", "cpu-cores").get("change").asText())
        .isEqualTo("moved");
    assertThat(named(statement.get("figures"), "figure", "cpu-share").get("change").asText())
        .isEqualTo("moved");
    // jfr summary counts 563, 605 and 471 execution samples in 43, 41 and 41 s, and 370, 348 and
    // 297
    // in 44, 44 and 43 s: runs of one program differ by 12 % here, so that 0.62 times as many are
    // noise among that many figures.
    assertThat(process("cpu-cores").at("/effect/value").asDouble()).isCloseTo(0.59, within(0.03));
    assertThat(process("cpu-cores").get("change").asText()).isEqualTo("unchanged");
    assertThat(comparison().at("/process/figures").findValuesAsText("change"))
        .doesNotContain("worse", "untested");
    assertThat(comparison().at("/before/runs").asInt()).isEqualTo(3);
    assertThat(infos).anySatisfy(line -> assertThat(line).contains("better").contains("worse"));
    assertThat(project.text("target/rustfit/compare.md")).contains("## rustfit: Shop");
    assertThat(project.text("target/rustfit/compare.html")).contains("shop/statement");
    assertThat(PublishedSchema.of("compare").faults(comparison())).isEmpty();
  }

  @Test
  @InjectMojo(goal = "compare")
  @MojoParameter(name = "before", value = "cured")
  @MojoParameter(name = "after", value = "found")
  @MojoParameter(name = "failOnRegression", value = "true")
  void fails_when_the_tuning_is_undone(CompareMojo mojo) {
    project.withTuneMeRuns("found", "cured");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("became worse beyond noise")
        .hasMessageContaining("process: Allocation per second ")
        .hasMessageContaining("process: Pauses per minute ")
        .hasMessageContaining("rustfit.loadRatio")
        .hasMessageContaining("compare.html");
    assertThat(project.has("target/rustfit/compare.json")).isTrue();
  }

  /** However far apart: one run on each side says nothing of what another run would do. */
  @Test
  @InjectMojo(goal = "compare")
  @MojoParameter(name = "before", value = "rustfit-before")
  void a_single_run_on_each_side_claims_nothing(CompareMojo mojo) throws Exception {
    project.withTuneMe("rustfit-before", "rustfit");
    mojo.execute();
    JsonNode pauses = process("pauses");
    assertThat(pauses.get("change").asText()).isEqualTo("untested");
    assertThat(pauses.at("/effect/noise").asText()).isEqualTo("within-runs");
    assertThat(comparison().findValuesAsText("change"))
        .isNotEmpty()
        .doesNotContain("better", "worse", "moved");
    assertThat(warnings)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("There is one run before and 1 after")
                    .contains("-Drustfit.before=a.jfr,b.jfr,c.jfr"));
    assertThat(project.text("target/rustfit/compare.html"))
        .contains("shop/statement", "within the runs", "No figure was tested");
    assertThat(PublishedSchema.of("compare").faults(comparison())).isEmpty();
  }

  @Test
  @InjectMojo(goal = "compare")
  @MojoParameter(name = "before", value = "rustfit-before")
  @MojoParameter(name = "failOnRegression", value = "true")
  void a_single_run_cannot_pass_as_no_regression(CompareMojo mojo) {
    project.withTuneMe("rustfit-before", "rustfit");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("nobody can say that nothing became worse: a side has a single run");
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
