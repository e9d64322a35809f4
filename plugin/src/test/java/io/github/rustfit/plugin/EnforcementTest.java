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

  @Test
  @InjectMojo(goal = "check")
  void with_it_the_check_passes(CheckMojo mojo) throws Exception {
    strict().with("rustfit-baseline.yaml", accepted("0.79", "0.77", "0.81"));
    mojo.execute();
    assertThat(infos).anyMatch(line -> line.endsWith("(1 by the baseline)."));
  }

  /** 79.5 % (77.9–81.0) of 2,468 samples now, 70 % (68–72) then: the intervals do not even meet. */
  @Test
  @InjectMojo(goal = "check")
  void what_is_worse_than_the_baseline_fails(CheckMojo mojo) {
    strict().with("rustfit-baseline.yaml", accepted("0.7", "0.68", "0.72"));
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("the baseline accepts then, and this is worse beyond noise");
  }

  private String accepted(String value, String low, String high) {
    String figure = "value: " + value + ", low: " + low + ", high: " + high + ", samples: 2468}\n";
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
