package io.github.rustfit.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.plugin.report.fixture.CacheService;
import io.github.rustfit.plugin.report.fixture.Draft;
import io.github.rustfit.plugin.report.fixture.Hostile;
import io.github.rustfit.plugin.report.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTableTest {

  @Test
  void shows_components_by_cpu_share_then_totals_then_the_report() {
    assertThat(ConsoleTable.lines(CacheService.assessment(), "target/rustfit/index.html"))
        .containsExactly(
            "COMPONENT              VERDICT                  CPU    ALLOC  LEADING REASON",
            "cache-service/store    tune-jvm-first        41.2 %   62.5 %  There are pauses of up"
                + " to 212.4 ms under G1: 1.4 % of the",
            " ".repeat(62) + "requests meet a pause that matters.",
            "cache-service/http     keep-in-java          18.0 %   20.0 %  Its time goes into"
                + " waiting for the store, not into its own",
            " ".repeat(62) + "code.",
            "cache-service/codec    not-enough-evidence   15.0 %   15.0 %  Gate G1 (pain) is"
                + " undecided, and the verdict turns on it.",
            "cache-service/metrics  keep-in-java           8.0 %  unknown  No replacement can make"
                + " the process 1.10x as fast.",
            "cache-service/config   keep-in-java           0.1 %  < 0.1 %  Owns 0.1 % (0.1-0.2 %)"
                + " of the CPU samples.",
            "unattributed                                 17.7 %",
            "Work comes in at RequestRouter.route (HTTP request) 70.0 %, SegmentedStore.evict"
                + " (scheduled job) 12.3 % of the CPU",
            "samples.",
            "What to do first:",
            "  1. Crossed limit: Run JDK 21 or newer with -XX:+UseZGC. gcPauseP99 is 180 ms, the limit"
                + " is at most 100 ms.",
            "  2. Crossed limit,"
                + " cache-service/src/main/java/com/acme/cache/store/SegmentedStore.java:118: Reuse the"
                + " buffer instead",
            "     of copying it. cache-service/store owns 41.2 % (40.3-42.1 %) of the CPU samples, the"
                + " limit is 35.0 %.",
            "  3. Crossed limit,"
                + " cache-service/src/main/java/com/acme/cache/store/SegmentedStore.java:131: Reuse the"
                + " buffer instead",
            "     of copying it. cache-service/store owns 62.5 % (61.0-64.0 %) of the allocated bytes,"
                + " the limit is 50.0 %.",
            "rustfit: 1 component: fix or tune in Java first. 3 components: keep in Java. 1 component:"
                + " not enough evidence. 0 to review for Rust.",
            "Report: target/rustfit/index.html");
  }

  @Test
  void takes_more_columns_than_a_terminal_has_only_for_one_long_word() {
    assertThat(table(Hostile.assessment().components()))
        .allMatch(
            line ->
                line.length() <= ConsoleTable.WIDTH
                    || line.length() < ConsoleTable.WIDTH + Texts.LONGEST_WORD
                        && line.lastIndexOf(' ') < ConsoleTable.WIDTH);
  }

  @Test
  void hostile_text_cannot_steer_the_terminal() {
    assertThat(String.join("", table(Hostile.assessment().components())))
        .doesNotContain("\u001B", "\u202E", "\u0007", "\u009B")
        .contains("esc?[31m");
  }

  @Test
  void shows_the_first_twenty_of_many_components() {
    List<ComponentAssessment> many = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      many.add(new Draft("module-" + i, "com.acme", "", 1).cpu(1, 0.01, 0, 0.02).done());
    }
    assertThat(table(many))
        .startsWith("COMPONENT     VERDICT                  CPU    ALLOC  LEADING REASON")
        .satisfies(
            lines -> assertThat(lines.indexOf("What to do first:")).isEqualTo(1 + 20 + 1 + 1 + 2))
        .contains("+ 5 components more in the report");
  }

  @Test
  void without_components_says_so() {
    assertThat(ConsoleTable.lines(CacheService.empty(), "index.html"))
        .containsExactly(
            "rustfit: No component was found: there is no shipped Java source to assess.",
            "Report: index.html");
  }

  private static List<String> table(List<ComponentAssessment> components) {
    return ConsoleTable.lines(CacheService.with(components), "index.html");
  }
}
