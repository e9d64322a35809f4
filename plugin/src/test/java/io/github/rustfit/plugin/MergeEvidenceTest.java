package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.plugin.analysis.Analysis;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.plugin.report.ReportWriters;
import io.github.rustfit.plugin.report.flame.FlameGraphs;
import io.github.rustfit.plugin.report.html.Excerpts;
import io.github.rustfit.plugin.report.output.Placed;
import io.github.rustfit.plugin.report.output.ReportWriter;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/** Evidence that other jobs wrote; the runs are those of the sample tune-me. */
@MojoTest
class MergeEvidenceTest extends GoalTest {

  private static final int ROUNDS = Integer.getInteger("rustfit.fuzz.rounds", 60);

  private void removeRecordings() throws Exception {
    for (String folder : new String[] {"rustfit/a", "rustfit/b"}) {
      try (Stream<Path> files = Files.list(project.path(folder))) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** {@code read(a) ⊕ read(b) = read(a, b)}, down to the last byte of every output. */
  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "evidence", value = "ci/a.json,ci/b.json")
  void two_jobs_merge_to_what_one_would_have_said(ReportMojo mojo) throws Exception {
    project.withTuneMe("rustfit/a", "rustfit/b");
    project.with("ci/a.json", Evidences.of(project, "rustfit/a"));
    project.with("ci/b.json", Evidences.of(project, "rustfit/b"));
    mojo.execute(); // with the recordings at hand, too: what is met twice counts once
    String report = project.text("target/rustfit/report.json");
    String evidence = project.text("target/rustfit/evidence.json");
    assertThat(evidence).isEqualTo(Evidences.of(project, "rustfit"));
    removeRecordings();
    mojo.execute();
    assertThat(project.text("target/rustfit/report.json")).isEqualTo(report);
    assertThat(project.text("target/rustfit/evidence.json")).isEqualTo(evidence);
    // jfr summary counts 2,944 and 814 execution samples.
    assertThat(report).contains("\"cpuSamples\": 3758,");
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "evidence", value = "ci")
  void a_source_with_another_content_is_named_with_both_builds(ReportMojo mojo) throws Exception {
    project.withTuneMe("rustfit/a", "rustfit/b");
    project.with("ci/a/evidence.json", Evidences.of(project, "rustfit/a"));
    project.with("ci/a/other.json", "no evidence");
    project.with(
        "src/main/java/io/github/rustfit/samples/tuneme/ledger/Account.java",
        "package io.github.rustfit.samples.tuneme.ledger; class Account {}");
    mojo.execute();
    assertThat(warnings)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("ci/a/evidence.json")
                    .contains("ledger/Account.java has another content here")
                    .contains("the checked-out sources"));
    assertThat(project.text("target/rustfit/evidence.json").split("ledger/Account.java\""))
        .hasSize(2);
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "evidence", value = "ci/a.json")
  void damage_is_an_error_with_its_place_and_the_rest_is_written(ReportMojo mojo) throws Exception {
    project.withTuneMe("rustfit/a", "rustfit/b");
    String whole = Evidences.of(project, "rustfit/a");
    project.with("ci/a.json", whole.substring(0, whole.length() / 2));
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("ci/a.json")
        .hasMessageContaining("line ")
        .hasMessageContaining("column ");
    assertThat(project.text("target/rustfit/report.json")).contains("\"cpuSamples\": 3758,");
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "evidence", value = "ci/a.json")
  void a_missing_file_is_an_error(ReportMojo mojo) {
    project.withTuneMe("rustfit/a", "rustfit/b");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("ci/a.json")
        .hasMessageContaining("does not exist");
  }

  /** Whatever stands for a number, the analysis ends with problems at most. */
  @Test
  void hostile_figures_never_end_the_build_with_an_exception() throws Exception {
    project.withSource().withRecordings();
    String sound = Evidences.of(project, "rustfit");
    List<MatchResult> numbers = Pattern.compile("-?[0-9]+").matcher(sound).results().toList();
    String[] others = {
      "9223372036854775807", "-1", "0", "2147483647", "99999999999999999999", "7e9"
    };
    Random random = new Random(7);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      MatchResult number = numbers.get(random.nextInt(numbers.size()));
      String hostile =
          sound.substring(0, number.start())
              + others[random.nextInt(others.length)]
              + sound.substring(number.end());
      project.with("ci/hostile.json", hostile);
      AnalysisResult result =
          new Analysis(getClass().getClassLoader())
              .run(Evidences.request(project).merging(List.of("ci/hostile.json")));
      refused += result.configurationErrors().isEmpty() ? 0 : 1;
      for (ReportWriter writer :
          ReportWriters.all(
              Placed.of("Shop"),
              FlameGraphs.of(result.evidence(), result.assessment()),
              Excerpts.NONE,
              result.whatIf())) {
        writer.write(result.assessment(), OutputStream.nullOutputStream());
      }
    }
    assertThat(refused).isPositive();
  }
}
