package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/**
 * The sample tune-me allocates 3,614, 3,258 and 3,641 MiB/s in its three runs (awk over the logs'
 * heap sizes, as in CompareMojoTest), more than its limit of 100, held against histories that were
 * written by hand.
 */
@MojoTest
class HistoryCheckTest extends GoalTest {

  private static final String LIMIT = "limits:\n  allocationRate: 100\n";
  private static final double[] AS_NOW = {
    3400, 3600, 3500, 3450, 3550, 3500, 3400, 3600, 3500, 3500
  };
  private static final double[] LESS = {1000, 1010, 990, 1000, 1005, 995, 1000, 1010, 990, 1000};

  private void given(Histories histories) {
    project
        .withTuneMeRuns("rustfit", "cured")
        .with("rustfit.yaml", LIMIT)
        .with("ci/history.jsonl", histories.text());
  }

  private static Histories rates(double... rates) {
    return new Histories().process("allocationRate", rates);
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "runHistory", value = "ci/history.jsonl")
  void what_is_as_it_was_does_not_fail(CheckMojo mojo) throws Exception {
    given(rates(AS_NOW));
    mojo.execute();
    assertThat(project.text("target/rustfit/report.json"))
        .contains("in the mean of 10 builds since 0010010010 of 2026-01-02")
        .contains("10 builds then and 3 runs now");
    assertThat(infos)
        .anySatisfy(
            it ->
                assertThat(it)
                    .isEqualTo("rustfit: held against ci/history.jsonl: the last 10 builds."));
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "runHistory", value = "ci/history.jsonl")
  void what_is_worse_than_the_last_level_fails(CheckMojo mojo) {
    given(rates(LESS));
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("worse beyond noise")
        .hasMessageContaining("in the mean of 10 builds");
  }

  /** It was less once; the level that lasts now is what counts, and that is said. */
  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "runHistory", value = "ci/history.jsonl")
  void only_builds_since_the_last_shift_count(CheckMojo mojo) throws Exception {
    given(rates(LESS).process("allocationRate", AS_NOW));
    mojo.execute();
    assertThat(project.text("target/rustfit/report.json"))
        .contains("in the mean of 10 builds since 0110110110 of 2026-01-12");
    assertThat(infos)
        .anySatisfy(it -> assertThat(it).contains("1 figure since the last shift of it"));
  }

  /** A level below the limit accepts nothing: crossing it is new. */
  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "runHistory", value = "ci/history.jsonl")
  void what_crosses_its_limit_for_the_first_time_fails(CheckMojo mojo) {
    given(rates(50, 51, 49, 50, 50, 51));
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("1 violation")
        .hasMessageNotContaining("baseline accepts");
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "runHistory", value = "ci/history.jsonl")
  @MojoParameter(name = "recordings", value = "rustfit/1/recording.jfr.gz")
  @MojoParameter(name = "gcLogs", value = "rustfit/1/gc.log.gz")
  void a_single_run_is_not_checked(CheckMojo mojo) {
    given(rates(AS_NOW));
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("1 could not be checked")
        .hasMessageContaining("It rests on 10 builds then and one run now");
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "runHistory", value = "ci/nowhere.jsonl")
  void without_a_history_a_crossed_limit_counts(CheckMojo mojo) {
    given(rates(AS_NOW));
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("1 violation");
    assertThat(warnings)
        .anySatisfy(it -> assertThat(it).contains("ci/nowhere.jsonl: There is no such history"));
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "runHistory", value = "ci")
  void a_history_that_cannot_be_read_is_an_error(CheckMojo mojo) {
    given(rates(AS_NOW));
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("ci: The history cannot be read");
  }
}
