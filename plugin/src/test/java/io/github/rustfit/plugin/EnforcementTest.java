package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Decisions, baseline and changes, from the goal to what it writes. */
@MojoTest
class EnforcementTest extends GoalTest {

  private static final String LIMIT = "limits:\n  cpuShare: 0.4\n";

  private ProjectFolder strict() {
    return project.withSource().withRecordings().with("rustfit.yaml", LIMIT);
  }

  private String decided(String until) {
    return LIMIT
        + "decisions:\n- {finding: '"
        + id()
        + "', decision: tune, reason: being worked on, owner: team-shop, date: 2026-01-01, until: "
        + until
        + "}\n";
  }

  /** The id as the message of the failure names it. */
  private static String id() {
    return "cpuShare:shop";
  }

  @Test
  @InjectMojo(goal = "check")
  void the_failure_names_the_id_to_decide_about(CheckMojo mojo) {
    strict();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("id:       " + id());
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "date", value = "2026-11-21")
  void a_decision_lets_the_build_pass_and_stays_visible(CheckMojo mojo) throws Exception {
    strict().with("rustfit.yaml", decided("2026-11-21"));
    mojo.execute();
    assertThat(infos)
        .contains(
            "rustfit: every limit of the policy holds; 1 violation does not count (1 by"
                + " decisions).");
    assertThat(project.text("target/rustfit/rustfit.sarif"))
        .contains("\"suppressions\"", "being worked on");
    assertThat(project.text("target/rustfit/report.json")).contains("\"in-force\"");
    assertThat(project.text("target/rustfit/index.html")).contains("being worked on");
    assertThat(project.text("target/rustfit/TEST-rustfit.xml")).contains("being worked on");
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "date", value = "2026-11-22")
  void the_day_after_it_fails_again_and_says_why(CheckMojo mojo) {
    strict().with("rustfit.yaml", decided("2026-11-21"));
    assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
    assertThat(warnings).anyMatch(line -> line.contains("rustfit.yaml:4: The decision about"));
    assertThat(warnings).anyMatch(line -> line.contains("ended on 2026-11-21"));
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "date", value = "21.11.2026")
  void a_day_that_is_none_is_an_error(CheckMojo mojo) {
    strict();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("rustfit: rustfit.date is '21.11.2026'; write a day as YYYY-MM-DD.");
  }

  @Test
  @InjectMojo(goal = "baseline")
  void a_baseline_accepts_what_is_crossed(BaselineMojo mojo) throws Exception {
    strict();
    mojo.execute();
    assertThat(project.text("rustfit-baseline.yaml"))
        .contains("id: \"" + id() + "\", component: \"shop\"");
  }

  /** 79 %, 80 % and 81 % of 1,000 samples: three runs. */
  private ProjectFolder threeRuns() {
    project.withSource().with("rustfit.yaml", LIMIT);
    for (int own : new int[] {790, 800, 810}) {
      project.with(
          "rustfit/" + own + ".collapsed",
          "Main.main;io/github/rustfit/samples/readstates/cache/MarkerShard.size "
              + own
              + "\njava/lang/Thread.run "
              + (1000 - own)
              + "\n");
    }
    return project;
  }

  /** 80 % in three runs now, 78 % in three runs then, which differ by 2 %. */
  @Test
  @InjectMojo(goal = "check")
  void with_it_the_check_passes(CheckMojo mojo) throws Exception {
    threeRuns()
        .with(
            "rustfit-baseline.yaml", accepted("0.78", ", runs: 3, mean: 0.78, deviation: 0.0156"));
    mojo.execute();
    assertThat(infos)
        .contains(
            "rustfit: every limit of the policy holds; 1 violation does not count (1 by the"
                + " baseline).");
  }

  /** 80 % in three runs now, 50 % in three runs then: 1.6 times as much. */
  @Test
  @InjectMojo(goal = "check")
  void what_is_worse_than_the_baseline_fails(CheckMojo mojo) {
    threeRuns()
        .with("rustfit-baseline.yaml", accepted("0.5", ", runs: 3, mean: 0.5, deviation: 0.01"));
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining(
            "the baseline accepts then, and this is worse beyond noise: 1.60x by 3 runs then and 3"
                + " now");
  }

  /** One recording then, or now, tells nothing; the message says what does. */
  @Test
  @InjectMojo(goal = "check")
  void a_single_run_is_not_checked(CheckMojo mojo) {
    strict().with("rustfit-baseline.yaml", accepted("0.7", ", runs: 1, mean: 0.7, deviation: 0"));
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("1 limit holds, 1 could not be checked: limits.cpuShare")
        .hasMessageContaining("It rests on one run then and one run now")
        .hasMessageContaining("-Drustfit.recordings=a.jfr,b.jfr,c.jfr")
        .hasMessageNotContaining("beyond noise");
  }

  /** A baseline of an earlier version does not say of how many runs it is. */
  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "onMissingRecording", value = "warn")
  void an_old_baseline_is_not_checked_against(CheckMojo mojo) throws Exception {
    threeRuns().with("rustfit-baseline.yaml", accepted("0.7", ""));
    mojo.execute();
    assertThat(warnings)
        .anyMatch(
            line -> line.contains("It rests on an unknown number of runs then and 3 runs now"));
    assertThat(infos)
        .anyMatch(line -> line.contains("1 limit holds, 1 could not be checked: limits.cpuShare"));
  }

  /** The JVM of the recording is none that is called Imagined. */
  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "from", value = "1ms")
  void a_baseline_that_was_measured_otherwise_is_named(CheckMojo mojo) {
    strict()
        .with(
            "rustfit-baseline.yaml",
            accepted("0.7", ", runs: 3, mean: 0.7, deviation: 0.01")
                + "measuredWith:\n- {fact: jvm, values: [Imagined]}\n");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("1 limit holds, 1 could not be checked: limits.cpuShare")
        .hasMessageContaining("The baseline is of recordings and logs as a whole")
        .hasMessageContaining("a part of recordings and logs (from=1ms)")
        .hasMessageNotContaining("beyond noise");
    assertThat(warnings)
        .anyMatch(line -> line.contains("was not measured with the same jvm: Imagined then, "));
  }

  @Test
  @InjectMojo(goal = "baseline")
  void a_baseline_of_one_run_says_what_it_cannot_be_used_for(BaselineMojo mojo) throws Exception {
    strict();
    mojo.execute();
    assertThat(warnings)
        .anyMatch(
            line ->
                line.contains("the baseline is of one run")
                    && line.contains("-Drustfit.recordings=a.jfr,b.jfr,c.jfr"));
  }

  /** The mean of 79, 80 and 81 % is 80 %; binomial noise of 1,000 samples is 1.26 points. */
  @Test
  @InjectMojo(goal = "baseline")
  void a_baseline_of_several_runs_says_how_much_they_differ(BaselineMojo mojo) throws Exception {
    threeRuns();
    mojo.execute();
    assertThat(project.text("rustfit-baseline.yaml"))
        .containsPattern("id: \"cpuShare:shop\".*runs: 3, mean: 0\\.8[0-9]*, deviation: 0\\.0126");
    assertThat(warnings).noneMatch(line -> line.contains("of one run"));
    assertThat(project.text("rustfit-baseline.yaml"))
        .contains("measuredWith:\n- {fact: \"format\", values: [\"collapsed\"]}\naccepted:");
  }

  private String accepted(String value, String runs) {
    String figure = "value: " + value + ", low: 0.4, high: 0.9, samples: 3000" + runs + "}\n";
    return "version: 1\nproject: "
        + project.project().getGroupId()
        + ":"
        + project.project().getArtifactId()
        + "\naccepted:\n- {id: '"
        + id()
        + "', component: shop, text: then, "
        + figure
        + "figures:\n- {id: '"
        + id()
        + "', "
        + figure;
  }

  @Test
  @InjectMojo(goal = "check")
  void a_baseline_of_another_project_is_an_error(CheckMojo mojo) {
    strict().with("rustfit-baseline.yaml", "version: 1\nproject: other:app\n");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("rustfit-baseline.yaml:2: The baseline is one of another project");
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "baseline", value = "ci/accepted.yaml")
  void a_named_baseline_must_exist(CheckMojo mojo) {
    strict();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("ci/accepted.yaml: There is no such baseline.");
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "since", value = "HEAD")
  void what_a_change_does_not_touch_fails_nothing(CheckMojo mojo) throws Exception {
    strict();
    commit();
    mojo.execute();
    assertThat(infos).anyMatch(line -> line.endsWith("(1 outside the checked change)."));
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "since", value = "HEAD")
  void what_it_touches_fails(CheckMojo mojo) throws Exception {
    strict();
    commit();
    try (var files = Files.walk(root())) {
      Path shard =
          files.filter(file -> file.endsWith("MarkerShard.java")).findFirst().orElseThrow();
      Files.writeString(shard, Files.readString(shard) + "// edited\n");
    }
    assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "since", value = "origin/main")
  void a_commit_that_is_not_fetched_is_an_error(CheckMojo mojo) throws Exception {
    strict();
    commit();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("What changed since 'origin/main' is not known");
  }

  private Path root() {
    return project.project().getBasedir().toPath();
  }

  private void commit() throws IOException, InterruptedException {
    for (List<String> arguments :
        List.of(
            List.of("init", "-q"),
            List.of("add", "-A"),
            List.of("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "all"))) {
      List<String> command = new ArrayList<>(List.of("git"));
      command.addAll(arguments);
      try {
        int exit =
            new ProcessBuilder(command).directory(root().toFile()).inheritIO().start().waitFor();
        assertThat(exit).isZero();
      } catch (IOException e) {
        Assumptions.abort("git is not installed");
      }
    }
  }
}
