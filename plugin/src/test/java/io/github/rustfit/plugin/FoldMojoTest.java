package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustfit.engine.runs.RecordedRuns;
import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.readers.input.InputReaders;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/** The three runs of the sample tune-me that its README lists, and their logs. */
@MojoTest
class FoldMojoTest extends GoalTest {

  private static final String FOLDED = "target/rustfit/folded/evidence.json";

  private Evidence evidence(String file) throws Exception {
    try (InputStream in = Files.newInputStream(project.path(file))) {
      return EvidenceJson.read(in);
    }
  }

  /** {@code jfr summary} counts 563, 605 and 471 execution samples; a log each beside it. */
  @Test
  @InjectMojo(goal = "fold")
  void three_runs_are_sums_that_hold_all_of_them(FoldMojo mojo) throws Exception {
    project.withTuneMeRuns("rustfit", "cured");
    mojo.execute();

    Evidence folded = evidence(FOLDED);
    assertThat(folded.inputs()).hasSize(6);
    assertThat(folded.sources()).isEmpty();
    assertThat(folded.inputsOf(folded.folds().keySet())).hasSize(6);
    assertThat(folded.profile().total(SampleKind.CPU).samples()).isBetween(1600L, 1639L);
    assertThat(RecordedRuns.of(folded).count()).isBetween(1, 3);
    assertThat(infos).anyMatch(line -> line.startsWith("rustfit: 6 inputs are known as "));
    assertThat(warnings).isEmpty();
    Evidence whole =
        new Inputs(
                project.path("."), InputReaders.load(FoldMojoTest.class.getClassLoader()).readers())
            .read(List.of("rustfit"))
            .evidence();
    assertThat(sums(folded)).isEqualTo(sums(whole));
    for (SampleKind kind : SampleKind.values()) {
      assertThat(folded.profile().total(kind)).isEqualTo(whole.profile().total(kind));
    }
  }

  /** What is known of collections, but for runs over time, of which a sum keeps the longest. */
  private static String sums(Evidence evidence) {
    return evidence.gc().toString().replaceAll(", runs=GcRuns.*", "");
  }

  @Test
  @InjectMojo(goal = "fold")
  @MojoParameter(name = "evidence", value = FOLDED)
  void what_was_folded_before_is_added_to_and_counts_once(FoldMojo mojo) throws Exception {
    project.withTuneMeRuns("rustfit", "cured").with(FOLDED, empty());
    mojo.execute();
    byte[] first = Files.readAllBytes(project.path(FOLDED));
    mojo.execute();

    assertThat(Files.readAllBytes(project.path(FOLDED))).isEqualTo(first);
  }

  private static byte[] empty() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EvidenceJson.write(Evidence.EMPTY, out);
    return out.toByteArray();
  }

  @Test
  void a_report_takes_it_says_so_and_judges_as_by_the_recordings(
      @InjectMojo(goal = "fold") FoldMojo fold,
      @InjectMojo(goal = "report")
          @MojoParameter(name = "recordings", value = "cured/1/recording.jfr.gz")
          @MojoParameter(name = "evidence", value = FOLDED)
          @MojoParameter(name = "outputDirectory", value = "target/by-sums")
          ReportMojo bySums,
      @InjectMojo(goal = "report")
          @MojoParameter(name = "recordings", value = "rustfit,cured/1/recording.jfr.gz")
          @MojoParameter(name = "outputDirectory", value = "target/by-runs")
          ReportMojo byRuns)
      throws Exception {
    project.withTuneMeRuns("rustfit", "cured");
    fold.execute();
    bySums.execute();
    byRuns.execute();

    assertThat(infos)
        .anyMatch(line -> line.contains("6 inputs are known as ") && line.contains("each sum"));
    assertThat(project.text("target/by-sums/index.html"))
        .contains("Rare stacks were cut and do not show all their callers: ");
    assertThat(project.text("target/by-runs/index.html")).doesNotContain("Rare stacks were cut");
    JsonNode sums = new ObjectMapper().readTree(project.text("target/by-sums/report.json"));
    JsonNode runs = new ObjectMapper().readTree(project.text("target/by-runs/report.json"));
    assertThat(sums.get("inputs")).isEqualTo(runs.get("inputs")).hasSize(7);
    assertThat(runs.get("components")).isNotEmpty();
    for (int i = 0; i < runs.get("components").size(); i++) {
      for (String same : List.of("name", "verdict", "gates", "cpu", "allocation")) {
        assertThat(sums.get("components").get(i).get(same))
            .isEqualTo(runs.get("components").get(i).get(same));
      }
    }
  }

  /** It has no sources, so those that are here tell its components. */
  @Test
  void it_can_be_compared_with_other_runs(
      @InjectMojo(goal = "fold") FoldMojo fold,
      @InjectMojo(goal = "compare")
          @MojoParameter(name = "before", value = FOLDED)
          @MojoParameter(name = "after", value = "cured")
          CompareMojo compare)
      throws Exception {
    project.withTuneMeRuns("rustfit", "cured");
    fold.execute();
    compare.execute();

    JsonNode json = new ObjectMapper().readTree(project.text("target/rustfit/compare.json"));
    assertThat(json.get("before").get("inputs").asInt()).isEqualTo(6);
    assertThat(json.get("components")).isNotEmpty();
  }

  /** A label is whatever somebody wrote; it must not lead out of the folder. */
  @Test
  @InjectMojo(goal = "fold")
  @MojoParameter(name = "recordings", value = "in")
  @MojoParameter(name = "labelList", value = "labels.csv")
  void each_service_and_version_has_a_folder_whatever_they_are_called(FoldMojo mojo)
      throws Exception {
    project.withTuneMeRuns("in", "cured");
    project.with(
        "labels.csv",
        "path,service,version\nin/1,../../orders,1.4\nin/2,carts <b>,../1\nin/3,carts <b>,..\n");
    mojo.execute();

    Path folder = project.path("target/rustfit/folded");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> folder.relativize(file).toString().replace('\\', '/')))
          .containsExactlyInAnyOrder(
              "%2E.%2F..%2Forders/1.4/evidence.json",
              "carts%20%3Cb%3E/%2E.%2F1/evidence.json", "carts%20%3Cb%3E/%2E./evidence.json");
    }
  }

  @Test
  @InjectMojo(goal = "fold")
  void what_cannot_be_read_is_named_and_the_rest_is_kept(FoldMojo mojo) throws Exception {
    project.withTuneMeRuns("rustfit", "cured").with("rustfit/4/bad.jfr", new byte[] {1, 2, 3});
    mojo.execute();

    assertThat(warnings).anyMatch(line -> line.contains("rustfit/4/bad.jfr"));
    assertThat(evidence(FOLDED).inputs().stream().map(Input::status))
        .filteredOn(status -> status == Input.Status.READ)
        .hasSize(6);
  }

  @Test
  @InjectMojo(goal = "fold")
  void nothing_to_fold_is_no_success(FoldMojo mojo) {
    project.withSource();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("there is nothing to fold");
  }

  @Test
  @InjectMojo(goal = "fold")
  @MojoParameter(name = "recordings", value = "rustfit,not-there.jfr")
  void a_name_that_finds_nothing_fails_after_the_rest_was_written(FoldMojo mojo) throws Exception {
    project.withTuneMeRuns("rustfit", "cured");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("not-there.jfr");
    assertThat(evidence(FOLDED).inputs()).hasSize(6);
  }

  @Test
  @InjectMojo(goal = "fold")
  @MojoParameter(name = "foldShare", value = "0.5")
  void a_share_that_leaves_nothing_is_refused(FoldMojo mojo) {
    project.withSource().withRecordings();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("rustfit.foldShare is 0.5");
  }

  @Test
  @InjectMojo(goal = "fold")
  @MojoParameter(name = "skipStartup", value = "true")
  void start_up_cannot_be_left_out(FoldMojo mojo) {
    project.withSource().withRecordings();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("rustfit.skipStartup cannot be had with fold");
  }
}
