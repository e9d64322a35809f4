package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

@MojoTest
class WindowGoalTest extends GoalTest {

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "from", value = "5s")
  @MojoParameter(name = "to", value = "10s")
  void page_console_and_report_say_what_was_looked_at(ReportMojo mojo) throws Exception {
    project.withSource().withRecordings();
    mojo.execute();

    assertThat(infos)
        .contains("rustfit: Only a part of recordings and logs was looked at: from 5s to 10s.");
    assertThat(project.text("target/rustfit/report.json"))
        .contains("rustfit/recording.jfr.gz#from=5s,to=10s", "rustfit/gc.log.gz#from=5s,to=10s");
    assertThat(project.text("target/rustfit/index.html"))
        .contains("only a part: from 5s, to 10s", "of each the part that was asked for")
        .doesNotContain("read in full");
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "from", value = "ten seconds")
  void a_time_that_is_none_is_refused_with_what_is_understood(ReportMojo mojo) {
    project.withSource().withRecordings();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("rustfit.from: 'ten seconds' is neither a time since the start")
        .hasMessageContaining("90s");
  }

  /** A window with nothing in it checks nothing, and that is red. */
  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "from", value = "30d")
  void a_check_of_a_window_with_nothing_in_it_fails(CheckMojo mojo) {
    project.withSource().withRecordings().with("rustfit.yaml", "limits:\n  cpuShare: 0.4\n");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("no recording with CPU samples");
    assertThat(warnings)
        .anyMatch(
            line -> line.contains("recording.jfr.gz#from=30d: Nothing of it lies in the window"));
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "from", value = "5s")
  @MojoParameter(name = "evidence", value = "other.json")
  void evidence_cannot_be_cut(ReportMojo mojo) {
    project.withSource().withRecordings().with("other.json", "{}");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("evidence that other builds wrote (rustfit.evidence) has no times");
  }

  @Test
  @InjectMojo(goal = "report")
  void the_policy_may_leave_out_start_up(ReportMojo mojo) throws Exception {
    project.withSource().withRecordings().with("rustfit.yaml", "recording:\n  skipStartUp: true\n");
    mojo.execute();

    assertThat(infos)
        .contains("rustfit: Only a part of recordings and logs was looked at: without start-up.");
    assertThat(project.text("target/rustfit/report.json"))
        .contains("rustfit/recording.jfr.gz#skipStartup");
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "skipStartup", value = "false")
  void who_asks_for_start_up_gets_it_whatever_the_policy_says(ReportMojo mojo) throws Exception {
    project.withSource().withRecordings().with("rustfit.yaml", "recording:\n  skipStartUp: true\n");
    mojo.execute();

    assertThat(project.text("target/rustfit/report.json"))
        .contains("rustfit/recording.jfr.gz")
        .doesNotContain("#skipStartup");
  }
}
