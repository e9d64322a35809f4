package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustfit.plugin.report.flame.DrawnGraph;
import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Locale;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

@MojoTest
class ReportMojoTest extends GoalTest {

  private JsonNode report() throws IOException {
    return new ObjectMapper().readTree(project.text("target/rustfit/report.json"));
  }

  @Test
  @InjectMojo(goal = "report")
  void writes_all_files_from_real_recordings(ReportMojo mojo) throws Exception {
    project.withSource().withRecordings();
    mojo.execute();
    assertThat(report().at("/components/0/name").asText()).isEqualTo("shop");
    // gzip -dc gc.log.gz | grep -cE '\[gc +\].* Pause .*ms$' counts 87
    assertThat(report().at("/runtime/gc/pauses/count").asInt()).isEqualTo(87);
    assertThat(report().at("/components/0/hotMethods/0/method").asText()).isEqualTo("update");
    assertThat(project.text("target/rustfit/index.html")).contains("MarkerShard");
    assertThat(project.has("target/rustfit/evidence.json")).isTrue();
    assertThat(warnings).isEmpty();
    assertThat(infos).anySatisfy(line -> assertThat(line).contains("COMPONENT"));
  }

  @Test
  @InjectMojo(goal = "report")
  void files_of_operations_and_a_catalogue_of_ones_own_are_read(ReportMojo mojo) throws Exception {
    project
        .withSource()
        .withRecordings()
        .with("src/main/java/a/A.java", "package a; class A { com.vendor.Sdk sdk; }")
        .with("Dockerfile", "FROM eclipse-temurin:21\nENTRYPOINT [\"java\", \"-Xmx2g\"]\n")
        .with(
            "deploy/app.yaml",
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: shop}
            spec:
              containers:
                - name: app
                  image: registry/shop:1
                  resources: {limits: {memory: 2Gi}}
            """)
        .with("rustfit.yaml", "crates: ours.yaml\ncomponents: [{name: a, packages: [a]}]\n")
        .with(
            "ours.yaml",
            """
            crates:
              - {imports: [com.vendor], artifacts: [], crates: [vendor], grade: mature,
                 scope: runtime, wire: "yes", confidence: recall, reason: They ship a crate}
            """);
    mojo.execute();

    JsonNode report = report();
    assertThat(report.at("/operations/0/path").asText()).isEqualTo("Dockerfile");
    assertThat(report.at("/operations/1/facts/1/number").asLong()).isEqualTo(2L << 30);
    assertThat(report.at("/components/0/name").asText()).isEqualTo("a");
    assertThat(report.at("/components/0").toString())
        .contains("com.vendor → vendor; They ship a crate (ours.yaml).");
    // The image is called like the module, so -Xmx2g of its build file meets the limit of 2 GiB.
    assertThat(report.findValuesAsText("rule")).contains("container-heap");
    assertThat(project.text("target/rustfit/index.html"))
        .contains("deploy/app.yaml")
        .contains("Files of operations");
  }

  @Test
  @InjectMojo(goal = "report")
  void two_runs_give_the_same_bytes(ReportMojo mojo) throws Exception {
    project.withSource().withRecordings();
    mojo.execute();
    String json = project.text("target/rustfit/report.json");
    String evidence = project.text("target/rustfit/evidence.json");
    String html = project.text("target/rustfit/index.html");
    mojo.execute();
    assertThat(project.text("target/rustfit/report.json")).isEqualTo(json);
    assertThat(project.text("target/rustfit/evidence.json")).isEqualTo(evidence);
    assertThat(project.text("target/rustfit/index.html")).isEqualTo(html);
    assertThat(json + evidence + html).doesNotContain(project.path("").toString());
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "cache", value = "ci cache")
  void a_cache_of_ones_own_survives_the_build_folder_and_changes_no_byte(ReportMojo mojo)
      throws Exception {
    project.withSource().with("src/main/java/Broken.java", "class Broken { void (");
    mojo.execute();
    String first = project.text("target/rustfit/evidence.json");
    String page = project.text("target/rustfit/index.html");
    assertThat(project.has("ci cache/sources.bin")).isTrue();
    assertThat(project.has("target/rustfit/cache")).isFalse();
    Files.delete(project.path("target/rustfit/evidence.json"));
    mojo.execute();
    assertThat(project.text("target/rustfit/evidence.json")).isEqualTo(first);
    assertThat(project.text("target/rustfit/index.html")).isEqualTo(page);
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "cache", value = "taken/cache")
  void a_cache_that_cannot_be_written_is_one_warning_and_no_part_of_the_report(ReportMojo mojo)
      throws Exception {
    project.withSource().withRecordings().with("taken", "no folder");
    mojo.execute();
    assertThat(warnings)
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .contains("taken/cache: The cache cannot be written")
                    .contains("rustfit.cache"));
    assertThat(report().at("/problems")).isEmpty();
    assertThat(report().at("/components/0/name").asText()).isEqualTo("shop");
  }

  @Test
  @InjectMojo(goal = "report")
  void flame_graphs_weigh_what_the_report_says(ReportMojo mojo) throws Exception {
    String folder = "target/rustfit/flamegraphs/";
    project.withSource().withRecordings().with(folder + "left-over-cpu.html", "old");
    mojo.execute();
    ProfileSummary profile;
    try (InputStream in = Files.newInputStream(project.path("target/rustfit/evidence.json"))) {
      profile = EvidenceJson.read(in).profile();
    }
    long cpu = profile.total(SampleKind.CPU).amount();
    assertThat(DrawnGraph.of(project.text(folder + "all-cpu.html")).total()).isEqualTo(cpu);
    double share = report().at("/components/0/cpu/share").asDouble();
    assertThat((double) DrawnGraph.of(project.text(folder + "shop-cpu.html")).total() / cpu)
        .isCloseTo(share, within(1e-4));
    long bytes = report().at("/components/0/allocation/bytes").asLong();
    assertThat(DrawnGraph.of(project.text(folder + "shop-allocation.html")).total())
        .isEqualTo(bytes)
        .isPositive();
    assertThat(project.has(folder + "left-over-cpu.html")).isFalse();
    String cpuPage = project.text(folder + "shop-cpu.html");
    mojo.execute();
    assertThat(project.text(folder + "shop-cpu.html")).isEqualTo(cpuPage);
    assertThat(project.text("target/rustfit/index.html"))
        .contains("href=\"flamegraphs/all-cpu.html\"")
        .contains("href=\"flamegraphs/shop-cpu.html\"")
        .contains("href=\"flamegraphs/shop-allocation.html\"");
  }

  @Test
  @InjectMojo(goal = "report")
  void without_a_recording_it_warns_and_judges_nothing(ReportMojo mojo) throws Exception {
    project.withSource();
    mojo.execute();
    assertThat(warnings)
        .anySatisfy(line -> assertThat(line).contains("no recording with CPU samples was found"));
    assertThat(report().at("/components/0/verdict").asText()).isEqualTo("not-enough-evidence");
    assertThat(report().at("/components/0/cpu/share").isNull()).isTrue();
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "candidates", value = "true")
  void lists_candidates_on_request_also_without_a_recording(ReportMojo mojo) throws Exception {
    project.withSource();
    mojo.execute();
    JsonNode component = report().at("/components/0");
    // grep -c synchronized of the source gives 3
    assertThat(component.at("/patterns/0/pattern").asText()).isEqualTo("contended-lock");
    assertThat(component.at("/patterns/0/matches").asInt()).isEqualTo(3);
    assertThat(component.at("/candidates")).hasSize(3);
    assertThat(component.at("/candidates/0/message").asText()).contains("not judged");
    assertThat(component.at("/candidates/0/confirmed").asBoolean()).isFalse();
    assertThat(component.at("/verdict").asText()).isEqualTo("not-enough-evidence");
    assertThat(project.text("target/rustfit/index.html")).contains("Candidates, not judged");
  }

  @Test
  @InjectMojo(goal = "report")
  void lists_no_candidates_unless_asked(ReportMojo mojo) throws Exception {
    project.withSource();
    mojo.execute();
    assertThat(report().at("/components/0/candidates")).isEmpty();
    assertThat(project.text("target/rustfit/index.html")).doesNotContain("Candidates, not judged");
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "onMissingRecording", value = "fail")
  void without_a_recording_it_fails_if_told_so(ReportMojo mojo) {
    project.withSource();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("-XX:StartFlightRecording");
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "onMissingRecording", value = "panic")
  void an_unknown_way_to_treat_missing_recordings_is_an_error(ReportMojo mojo) {
    project.withSource();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("'panic'; use fail, warn or skip");
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "skip", value = "true")
  void does_nothing_when_skipped(ReportMojo mojo) throws Exception {
    project.withSource();
    mojo.execute();
    assertThat(project.has("target")).isFalse();
  }

  @Test
  @InjectMojo(goal = "report")
  void is_quiet_where_there_are_no_sources(ReportMojo mojo) throws Exception {
    mojo.execute();
    assertThat(project.has("target")).isFalse();
    assertThat(warnings).isEmpty();
    assertThat(mojo.canGenerateReport()).isFalse();
  }

  @Test
  @InjectMojo(goal = "report")
  void joins_the_site_as_an_external_report(ReportMojo mojo) throws Exception {
    project.withSource().withRecordings();
    mojo.setReportOutputDirectory(project.path("target/site").toFile());
    assertThat(mojo.canGenerateReport()).isTrue();
    assertThat(mojo.isExternalReport()).isTrue();
    assertThat(mojo.getOutputName()).isEqualTo("rustfit/index");
    mojo.generate(mock(Sink.class), Locale.ROOT);
    assertThat(project.text("target/site/rustfit/index.html"))
        .isEqualTo(project.text("target/rustfit/index.html"));
    assertThat(project.text("target/site/rustfit/flamegraphs/shop-cpu.html"))
        .isEqualTo(project.text("target/rustfit/flamegraphs/shop-cpu.html"));
  }

  @Test
  @InjectMojo(goal = "report")
  void a_project_without_code_reports_its_plans(ReportMojo mojo) throws Exception {
    project.with(
        "rustfit.yaml", "planned: [{name: gateway}]\nteam: {size: 2, systemsExperienced: 1}\n");
    mojo.execute();

    assertThat(project.text("target/rustfit/report.json"))
        .contains("\"name\": \"gateway\"", "\"verdict\": \"keep-in-java\"")
        .contains("The team has 2 developers.");
  }
}
