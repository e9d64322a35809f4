package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/** What {@code rustfit.exports} leaves in the folder of the results. */
@MojoTest
class ExportsTest extends GoalTest {

  private static final String FOLDER = "target/rustfit/exports/";

  private List<String> exported() throws Exception {
    try (var files = Files.list(project.path(FOLDER))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "exports", value = "collapsed,pprof")
  void recordings_are_exported_beside_the_report_and_not_read_again(ReportMojo mojo)
      throws Exception {
    project.withSource().withRecordings().with(FOLDER + "gone-cpu.collapsed", "a;b 1\n");
    mojo.execute();
    assertThat(exported())
        .containsExactly(
            "rustfit-recording-jfr-gz-allocation.collapsed",
            "rustfit-recording-jfr-gz-allocation.pprof",
            "rustfit-recording-jfr-gz-cpu.collapsed",
            "rustfit-recording-jfr-gz-cpu.pprof");
    assertThat(infos).anyMatch(line -> line.startsWith("rustfit: exported 4 files to "));
    assertThat(warnings).isEmpty();
    String report = project.text("target/rustfit/report.json");
    mojo.execute();
    assertThat(project.text("target/rustfit/report.json")).isEqualTo(report);
    assertThat(report).doesNotContain("exports");
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "exports", value = "heatmap")
  void what_cannot_be_exported_is_a_warning_and_the_report_is_written(ReportMojo mojo)
      throws Exception {
    project.withSource().with("rustfit/cpu.collapsed", "com/acme/A.run;com/acme/A.work 200\n");
    mojo.execute();
    assertThat(warnings)
        .anyMatch(
            line ->
                line.startsWith("rustfit: rustfit/cpu.collapsed: It is not exported as heatmap:"));
    assertThat(project.has("target/rustfit/index.html")).isTrue();
    assertThat(project.has(FOLDER)).isFalse();
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "exports", value = "svg")
  void a_format_that_does_not_exist_is_named(ReportMojo mojo) {
    project.withSource();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "rustfit: rustfit.exports: 'svg' is no format to export; use collapsed, pprof or"
                + " heatmap.");
  }
}
