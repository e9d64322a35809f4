package io.github.rustfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands as users call them, on a small project of Gradle with a profile of 100 samples. */
class CommandsTest {

  private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void project(@TempDir Path temporary) throws IOException {
    folder = temporary;
    write("settings.gradle", "include 'core'");
    write(
        "core/src/main/java/org/acme/Parser.java",
        """
        package org.acme;
        class Parser {
          static int parse(String text) {
            int sum = 0;
            for (int i = 0; i < text.length(); i++) {
              sum += text.charAt(i);
            }
            return sum;
          }
        }
        """);
    write(
        "rustfit/cpu.collapsed",
        "java/lang/Thread.run;org/acme/Parser.parse 60\njava/lang/Thread.run;java/util/HashMap.get 40\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (!arguments[0].startsWith("-")) {
      all.add("--root=" + folder);
    }
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Rustfit.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
  }

  @Test
  void a_report_is_written_where_gradle_writes() {
    assertThat(run("report")).isZero();
    assertThat(out.toString())
        .contains("core", "60.0 %", folder.resolve("build/rustfit/index.html").toString());
    assertThat(folder.resolve("build/rustfit/report.json")).content().contains("\"core\"");
  }

  @Test
  void a_crossed_limit_ends_with_one() throws IOException {
    write("rustfit.yaml", "limits:\n  cpuShare: 0.9\n");
    assertThat(run("check")).as(err.toString()).isZero();
    write("rustfit.yaml", "limits:\n  cpuShare: 0.3\n");
    assertThat(run("check")).isEqualTo(1);
    assertThat(err.toString())
        .contains("error: 1 violation", "core: owns 60.0 %", "rustfit baseline")
        .doesNotContain("\tat ");
    assertThat(run("check", "--fail-on-violation=false")).isZero();
    assertThat(err.toString()).contains("--fail-on-violation is false");
    assertThat(run("baseline")).as(err.toString()).isZero();
    assertThat(out.toString()).contains("rustfit check fails");
    assertThat(folder.resolve("rustfit-baseline.yaml")).exists();
  }

  /** What was not checked is never passed over. */
  @Test
  void without_a_recording_a_check_fails() throws IOException {
    Files.delete(folder.resolve("rustfit/cpu.collapsed"));
    assertThat(run("check")).isEqualTo(1);
    assertThat(err.toString()).contains("no recording with CPU samples", "--recordings");
    assertThat(run("check", "--on-missing-recording=skip")).isZero();
  }

  @Test
  void without_sources_nothing_is_passed_either() throws IOException {
    Files.delete(folder.resolve("core/src/main/java/org/acme/Parser.java"));
    Files.delete(folder.resolve("core/src/main/java/org/acme"));
    Files.delete(folder.resolve("core/src/main/java/org"));
    Files.delete(folder.resolve("core/src/main/java"));
    assertThat(run("check")).isEqualTo(2);
    assertThat(err.toString()).contains("nothing was looked at", "--sources");
  }

  @Test
  void bad_options_and_input_end_with_two_and_no_trace() throws IOException {
    assertThat(run("report", "--recording=a")).isEqualTo(2);
    assertThat(err.toString()).contains("--recordings", "rustfit report --help");
    assertThat(run("report", "--recordings=gone.jfr")).isEqualTo(2);
    assertThat(err.toString()).contains("gone.jfr").doesNotContain("\tat ");
    assertThat(run("report", "--from=yesterday", "-X")).isEqualTo(2);
    assertThat(err.toString()).contains("yesterday", "\tat ");
    assertThat(run("report", "--extensions=gone.jar")).isEqualTo(2);
    assertThat(err.toString()).contains("gone.jar");
    assertThat(run("compare")).isEqualTo(2);
    assertThat(err.toString()).contains("--before");
    assertThat(run("record")).isEqualTo(2);
  }

  @Test
  void sides_are_compared() throws IOException {
    write(
        "before.collapsed",
        "java/lang/Thread.run;org/acme/Parser.parse 30\njava/lang/Thread.run;java/util/HashMap.get 70\n");
    assertThat(run("compare", "-Drustfit.before=before.collapsed")).as(err.toString()).isZero();
    assertThat(folder.resolve("build/rustfit/compare.html")).exists();
    assertThat(run("compare", "--before=before.collapsed", "--fail-on-regression")).isEqualTo(1);
  }

  @Test
  void builds_make_a_history() {
    assertThat(run("add-run", "--commit=c0ffee", "--date=2026-01-02")).as(err.toString()).isZero();
    assertThat(run("trend", "--date=2026-01-03")).as(err.toString()).isZero();
    assertThat(folder.resolve("build/rustfit/trend.html")).exists();
  }

  @Test
  void a_policy_to_start_from_is_written_once() {
    assertThat(run("init")).isZero();
    assertThat(folder.resolve("rustfit.yaml")).exists();
    assertThat(run("init")).isEqualTo(2);
    assertThat(err.toString()).contains("--force");
    assertThat(run("init", "--force")).isZero();
  }

  @Test
  void a_port_is_begun_where_a_method_is_named() {
    assertThat(run("starter", "--component=core", "--entry=Parser#parse"))
        .as(err.toString())
        .isZero();
    assertThat(folder.resolve("rust/core/core/src/parser_parse.rs"))
        .content()
        .contains("pub fn parse(text: &[u16]) -> Result<i32, Refused>");
    assertThat(run("starter", "--component=cor", "--entry=Parser#parse")).isEqualTo(2);
    assertThat(err.toString()).contains("Did you mean 'core'?");
  }

  @Test
  void a_trial_says_what_it_cannot_try() {
    assertThat(run("trial", "--component=core", "--entry=Parser#parse", "--seconds=0"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("seconds is 0; it is 1 to 86400");
  }

  @Test
  void help_and_version_are_told() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("report", "check", "record");
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).contains("rustfit " + Version.current(), "Java ");
    assertThat(Version.current()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }
}
