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
import org.junit.jupiter.api.Test;

/** Histories are written by hand; where they change is known. */
@MojoTest
class TrendMojoTest extends GoalTest {

  private static final double[] CALM = {20, 21, 19, 20, 20.5, 19.5, 21, 20, 19, 20};

  /** A fifth more, and as much noise. */
  private static final double[] MORE = {24, 25.2, 22.8, 24, 24.6, 23.4, 25.2, 24};

  private JsonNode trend() throws IOException {
    return new ObjectMapper().readTree(project.text("target/rustfit/trend.json"));
  }

  private void history(Histories histories) {
    project.with("rustfit-history.jsonl", histories.text());
  }

  @Test
  @InjectMojo(goal = "trend")
  void a_shift_is_named_with_its_levels_and_the_range_of_commits(TrendMojo mojo) throws Exception {
    history(new Histories().process("pauses", CALM).process("pauses", MORE));
    mojo.execute();
    JsonNode shift = trend().get("shifts").get(0);
    assertThat(trend().get("shifts")).hasSize(1);
    assertThat(shift.get("component").isNull()).isTrue();
    assertThat(shift.get("figure").asText()).isEqualTo("pauses");
    assertThat(shift.get("change").asText()).isEqualTo("worse");
    // The means of the ten and eight values above, and their ratio.
    assertThat(shift.at("/before/mean").asDouble()).isCloseTo(20, within(1e-6));
    assertThat(shift.at("/after/mean").asDouble()).isCloseTo(24.15, within(1e-6));
    assertThat(shift.get("ratio").asDouble()).isCloseTo(1.2075, within(1e-6));
    assertThat(shift.at("/likely/before").asInt()).isEqualTo(10);
    assertThat(shift.at("/likely/fromCommit").asText()).isEqualTo(Histories.commit(10));
    assertThat(shift.at("/likely/toCommit").asText()).isEqualTo(Histories.commit(11));
    assertThat(shift.at("/certain/before").asInt()).isLessThanOrEqualTo(10);
    assertThat(shift.at("/certain/after").asInt()).isGreaterThanOrEqualTo(11);
    assertThat(shift.get("alongside")).isEmpty();
    assertThat(PublishedSchema.of("trend").faults(trend())).isEmpty();
    assertThat(infos)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "process", "Pauses per minute", "+21 % worse", "0100100100..0110110"));
    String page = project.text("target/rustfit/trend.html");
    assertThat(page)
        .contains("Pauses per minute", "Most likely between", "<svg class=\"trend\"")
        .contains("default-src &#39;none&#39;; style-src &#39;sha256-")
        .doesNotContain("<script");
    mojo.execute();
    assertThat(project.text("target/rustfit/trend.html")).isEqualTo(page);
  }

  /** Two builds are an accident; the third at the new level makes it a shift. */
  @Test
  @InjectMojo(goal = "trend")
  void what_lasts_for_two_builds_may_become_a_shift_and_is_none_yet(TrendMojo mojo)
      throws Exception {
    history(new Histories().process("pauses", CALM).process("pauses", 40, 41));
    mojo.execute();
    assertThat(trend().get("shifts")).isEmpty();
    assertThat(trend().get("pending")).hasSize(1);
    assertThat(infos)
        .anySatisfy(line -> assertThat(line).contains("may be a shift", "1 build more"));
    assertThat(trend().at("/figures/0/level/builds").asInt()).isEqualTo(10);

    history(new Histories().process("pauses", CALM).process("pauses", 40, 41, 40));
    mojo.execute();
    assertThat(trend().get("shifts")).hasSize(1);
    assertThat(trend().get("pending")).isEmpty();
  }

  @Test
  @InjectMojo(goal = "trend")
  void one_unlike_build_in_between_is_no_shift(TrendMojo mojo) throws Exception {
    history(new Histories().process("pauses", CALM).process("pauses", 60).process("pauses", CALM));
    mojo.execute();
    assertThat(trend().get("shifts")).isEmpty();
    assertThat(trend().at("/figures/0/state").asText()).isEqualTo("stable");
  }

  @Test
  @InjectMojo(goal = "trend")
  void a_share_of_few_samples_says_nothing(TrendMojo mojo) throws Exception {
    // Of 1,000 CPU samples a build, 2 and 5.
    history(
        new Histories()
            .share("tiny", 0.002, 0.002, 0.002, 0.002)
            .share("tiny", 0.005, 0.005, 0.005, 0.005));
    mojo.execute();
    assertThat(trend().get("shifts")).isEmpty();
    assertThat(trend().at("/figures/0/state").asText()).isEqualTo("too-few-events");

    history(
        new Histories().share("big", 0.20, 0.21, 0.20, 0.21).share("big", 0.50, 0.51, 0.50, 0.51));
    mojo.execute();
    assertThat(trend().at("/shifts/0/component").asText()).isEqualTo("big");
    assertThat(trend().at("/shifts/0/change").asText()).isEqualTo("moved");
  }

  @Test
  @InjectMojo(goal = "trend")
  void too_few_builds_say_how_many_more(TrendMojo mojo) throws Exception {
    history(new Histories().process("pauses", 20, 21, 40, 41));
    mojo.execute();
    assertThat(trend().get("shifts")).isEmpty();
    assertThat(trend().at("/figures/0/state").asText()).isEqualTo("too-few-builds");
    assertThat(trend().at("/figures/0/wanted").asInt()).isEqualTo(2);
    assertThat(project.text("target/rustfit/trend.html"))
        .contains("cannot tell yet: 2 builds more");
  }

  @Test
  @InjectMojo(goal = "trend")
  void there_may_be_no_history_yet(TrendMojo mojo) throws Exception {
    mojo.execute();
    assertThat(warnings)
        .singleElement()
        .asString()
        .contains("rustfit-history.jsonl: There is no history yet", "mvn rustfit:add-run");
    assertThat(PublishedSchema.of("trend").faults(trend())).isEmpty();

    warnings.clear();
    project.with("rustfit-history.jsonl", "");
    mojo.execute();
    assertThat(warnings).singleElement().asString().contains("The history holds no build yet");
  }

  @Test
  @InjectMojo(goal = "trend")
  @MojoParameter(name = "date", value = "2026-01-05")
  void a_history_from_the_future_is_a_problem(TrendMojo mojo) throws Exception {
    history(new Histories().process("pauses", CALM));
    mojo.execute();
    assertThat(warnings)
        .singleElement()
        .asString()
        .contains("The history is from the future: builds 5, 6, 7 and 3 more are dated after")
        .contains("2026-01-05");
  }

  @Test
  @InjectMojo(goal = "trend")
  @MojoParameter(name = "date", value = "2026-12-31")
  void odd_lines_are_named_and_the_others_count(TrendMojo mojo) throws Exception {
    history(
        new Histories()
            .process("pauses", CALM)
            .process("pauses", 20, "null", "\"2025-12-24\"")
            .process("pauses", 20, "\"" + Histories.commit(12) + "\"", "null")
            .raw("{\"schemaVersion\":1,\"proj"));
    mojo.execute();
    assertThat(trend().get("builds")).hasSize(12);
    assertThat(warnings)
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).contains("jsonl:13: The last line is cut off"))
        .anySatisfy(line -> assertThat(line).contains("contradicts its dates: build 11 is"))
        .anySatisfy(line -> assertThat(line).contains("No commit is known of build 11"));
    assertThat(project.text("target/rustfit/trend.html")).contains("The last line is cut off");
  }

  /** The JVM, and then the program. */
  @Test
  @InjectMojo(goal = "trend")
  @MojoParameter(name = "date", value = "2026-12-31")
  void what_else_changed_is_said_beside_the_shift(TrendMojo mojo) throws Exception {
    history(
        new Histories()
            .process("pauses", CALM)
            .with("\"jvm\":[\"21.0.7+6\"]")
            .process("pauses", 40, 41, 40, 42));
    mojo.execute();
    assertThat(trend().at("/shifts/0/alongside/0").asText()).isEqualTo("jvm 17.0.15+6 → 21.0.7+6");
    assertThat(warnings)
        .singleElement()
        .asString()
        .contains("not all measured with the same jvm: 17.0.15+6 in 10, 21.0.7+6 in 4");

    warnings.clear();
    history(new Histories().share("shop", 0.5, 0.5).share("bank", 0.5, 0.5));
    mojo.execute();
    assertThat(warnings)
        .singleElement()
        .asString()
        .contains("Builds 2 and 3 have no component in common");
  }

  /** Several builds of one commit, of which the last ones ran on another machine. */
  @Test
  @InjectMojo(goal = "trend")
  @MojoParameter(name = "date", value = "2026-12-31")
  void a_shift_within_one_commit_is_not_the_code(TrendMojo mojo) throws Exception {
    Histories histories = new Histories();
    String commit = "\"" + Histories.commit(7) + "\"";
    for (double value : new double[] {20, 21, 20, 21, 20, 40, 41, 40, 41, 40}) {
      histories.process("pauses", value, commit, "\"2026-02-01\"");
    }
    history(histories);
    mojo.execute();
    assertThat(project.text("target/rustfit/trend.html")).contains("so that it was not the code");
  }

  @Test
  @InjectMojo(goal = "trend")
  @MojoParameter(name = "tolerance", value = "-1")
  void a_tolerance_below_zero_is_refused(TrendMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("rustfit.tolerance is -1.0");
  }

  @Test
  @InjectMojo(goal = "trend")
  @MojoParameter(name = "runHistory", value = "src")
  void a_history_that_is_none_is_an_error(TrendMojo mojo) {
    project.withSource();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("the history src cannot be read");
  }
}
