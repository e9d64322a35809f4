package io.github.rustfit.fleet;

import static io.github.rustfit.fleet.testing.Inputs.LABEL_PATHS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.fleet.testing.Inputs;
import io.github.rustfit.fleet.testing.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job holds services against their policies and against limits over all of them. */
class LimitsTest {

  @Test
  void limits_are_checked_and_decide_how_the_job_ends(@TempDir Path scratch) throws Exception {
    Path in = scratch.resolve("in");
    Inputs.sources(in.resolve("orders/evidence.json"), scratch, "orders");
    // 900 of 1,000 samples are in orders/price.
    Inputs.stacks(in.resolve("orders/1/2026-11-01/pod.collapsed"), "orders", 50, 900, 50);
    Inputs.stacks(in.resolve("billing/1/2026-06-01/pod.collapsed"), "billing", 5, 90, 5);
    Path policy = scratch.resolve("rustfit.yaml");
    Inputs.write(policy, "version: 1\nlimits: {cpuShare: 0.5}\n");
    Path limits = scratch.resolve("limits.yaml");
    Inputs.write(
        limits, "evidenceAgeDays: {limit: 90, level: warning}\nservices: [orders, billing]\n");
    List<String> options =
        List.of("--policy=" + policy, "--limits=" + limits, "--as-of=2026-12-01");

    Run told = Jobs.run(in, scratch.resolve("told"), LABEL_PATHS, options.toArray(new String[0]));
    assertThat(told.exit()).as(told.err()).isZero();
    assertThat(told.err())
        .contains(
            "warning: limit limits.cpuShare",
            "is crossed by orders 1, orders/price: ",
            "warning: limit portfolio.evidenceAgeDays (90 days) is crossed by billing: its newest"
                + " evidence is of 2026-06-01, 183 days before 2026-12-01");
    assertThat(told.out()).contains("Limits: 2 crossed, ");
    try (Duck duck = new Duck(told.folder())) {
      assertThat(
              duck.rows(
                  "SELECT service, component, rule, level FROM limits WHERE state = 'crossed'"
                      + " ORDER BY ALL"))
          .containsExactly(
              "billing|null|portfolio.evidenceAgeDays|warning",
              "orders|orders/price|limits.cpuShare|error");
      assertThat(
              duck.rows(
                  "SELECT count(*) FROM limits WHERE state = 'held'"
                      + " AND rule = 'portfolio.services'"))
          .containsExactly("2");
    }
    assertThat(Files.readString(told.folder().resolve("portfolio.html")))
        .contains("<h2 id=\"limits-title\">Limits</h2>", "crossed (error)");

    String[] check = {options.get(0), options.get(1), options.get(2), "--check"};
    Run checked = Jobs.run(in, scratch.resolve("checked"), LABEL_PATHS, check);
    assertThat(checked.exit()).isEqualTo(1);
    assertThat(checked.err()).contains("error: limit limits.cpuShare");
    Inputs.write(
        policy,
        """
        version: 1
        limits: {cpuShare: 0.5}
        decisions:
          - finding: cpuShare:orders/price
            decision: tune
            reason: known
            owner: orders
            date: 2026-11-01
            until: 2026-12-31
        """);
    Run accepted = Jobs.run(in, scratch.resolve("accepted"), LABEL_PATHS, check);
    assertThat(accepted.exit()).as(accepted.err()).isZero();
    assertThat(accepted.out()).contains(", 1 accepted by decisions, ");
    check[2] = "--as-of=2027-01-01";
    assertThat(Jobs.run(in, scratch.resolve("expired"), LABEL_PATHS, check).exit()).isEqualTo(1);
  }

  @Test
  void limits_that_are_wrong_stop_it_before_anything_is_read(@TempDir Path scratch)
      throws Exception {
    Path in = scratch.resolve("in");
    Inputs.stacks(in.resolve("a/1/2026-06-01/pod.collapsed"), "a", 5, 90, 5);
    Path limits = scratch.resolve("limits.yaml");
    Inputs.write(limits, "services: [a]\nevidenceAgeday: 3\n");
    Run run = Jobs.run(in, scratch.resolve("out"), LABEL_PATHS, "--limits=" + limits);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("limits.yaml:2", "evidenceAgeday", "evidenceAgeDays");
    assertThat(scratch.resolve("out/portfolio.html")).doesNotExist();
  }
}
