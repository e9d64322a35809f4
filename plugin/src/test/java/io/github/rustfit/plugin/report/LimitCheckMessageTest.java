package io.github.rustfit.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.LimitCheckResult;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.engine.production.NativeParts;
import io.github.rustfit.plugin.report.fixture.CacheService;
import io.github.rustfit.plugin.report.fixture.Hostile;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.policy.Level;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LimitCheckMessageTest {

  private static final String REPORT = "target/rustfit/index.html";
  private static final LocalDate TODAY = LocalDate.of(2026, 8, 31);

  @Test
  void says_what_crossed_which_limit_where_and_what_to_do() {
    assertThat(new LimitCheckMessage(CacheService.assessment(), REPORT).text(TODAY))
        .isEqualTo(
            """
            rustfit: 2 violations of the policy in rustfit.yaml: gcPauseP99, cpuShare of cache-service/store.
              process: gcPauseP99 is 180 ms, the limit is at most 100 ms
                evidence: rustfit/gc.log.gz
                id:       gcPauseP99
                remedy:   Run JDK 21 or newer with -XX:+UseZGC.
              cache-service/store: owns 41.2 % (40.3-42.1 %) of the CPU samples, the limit is 35.0 %
                evidence: cache-service/src/main/java/com/acme/cache/store/SegmentedStore.java:118
                id:       cpuShare:cache-service/store
                remedy:   Reuse the buffer instead of copying it.
              and 1 warning, not failing the build; see the report
              to accept one, add your decision to rustfit.yaml (or accept all as they are: mvn rustfit:baseline):
                decisions:
                  - finding: 'gcPauseP99'
                    decision: tune          # or keep-in-java, rewrite
                    reason: WHY
                    owner: WHO
                    date: 2026-08-31
                    until: 2027-02-28
              report: target/rustfit/index.html\
            """);
  }

  @Test
  void shows_ten_violations_and_counts_the_rest() {
    Violation one =
        new Violation(
            "a",
            "verdict",
            Level.ERROR,
            Optional.empty(),
            "review-for-rust",
            OptionalDouble.empty(),
            "not review-for-rust",
            "",
            "comes out as review-for-rust",
            "Record a decision.");
    LimitCheckMessage message = new LimitCheckMessage(gated(Collections.nCopies(12, one)), REPORT);
    assertThat(message.headline())
        .isEqualTo(
            "rustfit: 12 violations of the policy in rustfit.yaml: verdict of a, verdict of a,"
                + " verdict of a and 9 more.");
    assertThat(message.text(TODAY)).contains("  + 2 more\n");
    assertThat(message.text(TODAY).lines().filter(line -> line.startsWith("  a: "))).hasSize(10);
  }

  @Test
  void hostile_text_cannot_steer_the_terminal() {
    assertThat(new LimitCheckMessage(Hostile.assessment(), "a\u001Bb").text(TODAY))
        .doesNotContain("\u001B", "\u202E", "\u0007", "\u009B", "\r");
  }

  private static Assessment gated(List<Violation> violations) {
    Assessment calm = CacheService.assessment();
    return new Assessment(
        calm.inputs(),
        calm.policy(),
        calm.rules(),
        calm.profile(),
        calm.gc(),
        calm.unattributed(),
        calm.components(),
        new LimitCheckResult(violations, List.of(), List.of(), List.of(), Map.of(), Map.of()),
        calm.problems(),
        RepositoryEvidence.EMPTY,
        NativeParts.NONE);
  }
}
