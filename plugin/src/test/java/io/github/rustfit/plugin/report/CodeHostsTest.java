package io.github.rustfit.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustfit.plugin.report.fixture.CacheService;
import io.github.rustfit.plugin.report.fixture.EveryFigure;
import io.github.rustfit.plugin.report.fixture.Hostile;
import io.github.rustfit.plugin.report.fixture.Rendered;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What GitLab and GitHub show beside lines; their formats are those of their documentation. */
class CodeHostsTest {

  @Test
  void gitlab_shows_each_violation_and_finding_once_at_its_line() throws IOException {
    JsonNode all =
        new ObjectMapper()
            .readTree(Rendered.text(new CodeQualityReport("svc/"), EveryFigure.assessment()));

    List<String> shown = new ArrayList<>();
    Set<String> fingerprints = new HashSet<>();
    for (JsonNode one : all) {
      shown.add(
          one.get("check_name").asText()
              + " "
              + one.get("severity").asText()
              + " "
              + one.at("/location/path").asText()
              + ":"
              + one.at("/location/lines/begin").asInt());
      assertThat(fingerprints.add(one.get("fingerprint").asText())).isTrue();
      assertThat(one.get("description").asText()).isNotBlank();
    }
    assertThat(shown).contains("cpuShare critical svc/shop/src/Price.java:17");
  }

  @Test
  void github_is_told_of_errors_and_of_what_was_not_checked(@TempDir Path folder) {
    List<String> lines = GitHubAnnotations.of(CacheService.assessment(), folder);

    assertThat(lines)
        .contains(
            "::error file=cache-service/src/main/java/com/acme/cache/store/SegmentedStore.java,"
                + "line=118,title=rustfit%3A cpuShare::cache-service/store owns 41.2 %25"
                + " (40.3-42.1 %25) of the CPU samples, the limit is 35.0 %25. Reuse the buffer"
                + " instead of copying it.")
        .anyMatch(line -> line.startsWith("::warning "));
  }

  @Test
  void hostile_names_end_no_command(@TempDir Path folder) {
    assertThat(GitHubAnnotations.of(Hostile.assessment(), folder))
        .allSatisfy(line -> assertThat(line).startsWith("::").doesNotContain("\n", "\r", "\u001B"));
  }
}
