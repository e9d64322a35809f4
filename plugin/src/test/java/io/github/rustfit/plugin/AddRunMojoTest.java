package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustfit.plugin.report.fixture.PublishedSchema;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** The sample tune-me, three runs under a load of 120 requests/s. */
@MojoTest
class AddRunMojoTest extends GoalTest {

  private static final String FILE = "rustfit-history.jsonl";

  private JsonNode line(int number) throws Exception {
    return new ObjectMapper().readTree(project.text(FILE).lines().toList().get(number));
  }

  @Test
  @InjectMojo(goal = "add-run")
  @MojoParameter(name = "commit", value = "0123456789abcdef0123456789abcdef01234567")
  @MojoParameter(name = "date", value = "2026-03-01")
  void a_build_is_a_line_with_the_means_of_its_runs(AddRunMojo mojo) throws Exception {
    project.withTuneMeRuns("rustfit", "cured");
    mojo.execute();
    JsonNode line = line(0);
    assertThat(PublishedSchema.of("history").faultsToReaders(line)).isEmpty();
    assertThat(line.get("project").asText()).isEqualTo("it:shop");
    assertThat(line.get("commit").asText()).startsWith("0123456789abcdef");
    assertThat(line.get("date").asText()).isEqualTo("2026-03-01");
    assertThat(line.get("runs").asInt()).isEqualTo(3);
    assertThat(line.get("inputs")).hasSize(6);
    // awk over the logs' heap sizes and grep over their pauses, as in CompareMojoTest.
    assertThat(line.at("/process/allocationRate").asDouble()).isCloseTo(3504, within(20.0));
    assertThat(line.at("/process/pauses").asDouble()).isCloseTo(349.9, within(2.0));
    // jfr summary counts 563, 605 and 471 execution samples.
    assertThat(line.at("/setup/cpuSamples").asInt()).isCloseTo(1639, within(40));
    assertThat(line.at("/setup/facts/jvm")).isNotEmpty();
    JsonNode components = line.get("components");
    double shares = 0;
    for (JsonNode one : components) {
      shares += one.get("cpuShare").asDouble();
    }
    assertThat(components.has("shop/statement")).isTrue();
    assertThat(shares).isBetween(0.5, 1.0);
    assertThat(infos)
        .anySatisfy(
            it ->
                assertThat(it)
                    .isEqualTo(
                        "rustfit: added 0123456789 of 2026-03-01 to rustfit-history.jsonl, which"
                            + " holds 1 build."));
    assertThat(project.has("target/rustfit/index.html")).isTrue();

    mojo.execute();
    assertThat(project.text(FILE).lines()).hasSize(1);
    assertThat(warnings)
        .anySatisfy(it -> assertThat(it).contains("these very recordings are in " + FILE));
  }

  @Test
  @InjectMojo(goal = "add-run")
  @MojoParameter(name = "mostRuns", value = "2")
  void without_a_commit_and_a_day_both_are_unknown_and_the_oldest_go(AddRunMojo mojo)
      throws Exception {
    project.withTuneMe("rustfit", "cured");
    project.with(FILE, new Histories().process("pauses", 1, 2).text());
    mojo.execute();
    assertThat(project.text(FILE).lines()).hasSize(2);
    assertThat(line(0).at("/process/pauses").asDouble()).isEqualTo(2);
    assertThat(line(1).get("commit").isNull()).isTrue();
    // Where the machine that tests sets SOURCE_DATE_EPOCH, that is the day.
    assertThat(line(1).get("date").isNull()).isEqualTo(System.getenv("SOURCE_DATE_EPOCH") == null);
    assertThat(warnings)
        .anySatisfy(it -> assertThat(it).contains("the commit is not known", "rustfit.commit"));
    assertThat(infos).anySatisfy(it -> assertThat(it).contains("the oldest went (1)"));
  }

  @Test
  @InjectMojo(goal = "add-run")
  void without_a_recording_nothing_is_added(AddRunMojo mojo) {
    project.withSource();
    assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
    assertThat(project.has(FILE)).isFalse();
  }

  @Test
  @InjectMojo(goal = "add-run")
  void a_recording_of_another_program_is_not_added(AddRunMojo mojo) {
    project.withTuneMe("elsewhere", "cured").withRecordings();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("nothing is added to the history");
    assertThat(project.has(FILE)).isFalse();
  }

  @Test
  @InjectMojo(goal = "add-run")
  @MojoParameter(name = "commit", value = "--upload-pack=x")
  void a_name_that_is_no_commit_is_refused(AddRunMojo mojo) {
    project.withTuneMe("rustfit", "cured");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("rustfit.commit is '--upload-pack=x'");
  }

  @Test
  @InjectMojo(goal = "add-run")
  @MojoParameter(name = "mostRuns", value = "0")
  void a_history_of_no_builds_is_refused(AddRunMojo mojo) {
    project.withTuneMe("rustfit", "cured");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("rustfit.mostRuns is 0");
  }

  @Test
  @InjectMojo(goal = "add-run")
  @MojoParameter(name = "runHistory", value = "src/main/java")
  void a_history_that_cannot_be_written_is_an_error(AddRunMojo mojo) {
    project.withTuneMe("rustfit", "cured");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("nothing was added to the history src/main/java");
    assertThat(List.of(project.path("src/main").toFile().list())).doesNotContain("java.tmp");
  }
}
