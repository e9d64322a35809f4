package io.github.rustfit.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.plugin.report.fixture.CacheService;
import io.github.rustfit.plugin.report.fixture.Draft;
import io.github.rustfit.plugin.report.fixture.EveryFigure;
import io.github.rustfit.plugin.report.fixture.Rendered;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people read of {@link EveryFigure} line by line, worked out by hand. */
class TextFiguresTest {

  @Test
  void the_summary_has_each_figure_in_its_column() throws IOException {
    assertThat(Rendered.text(new MarkdownReport("shop"), EveryFigure.assessment()))
        .isEqualTo(
            """
            ## rustfit: shop

            1 component: fix or tune in Java first. 2 components: not enough evidence. 0 to review for Rust. \
            Measured on a recording of benchmarks.

            **Limit check failed.** rustfit: 1 violation of the policy in rustfit.yaml: cpuShare of shop/price.
            - shop/price: owns 21.1 % of the CPU samples, the limit is 18.1 % (shop/src/Price.java:17) Cache it.

            **What to do first**

            1. Waiting: Look at what is waited for: 33.1 % for the database, first of all in Tax.load (Tax.java:43), \
            33.1 %. p99.5 is 61.5 ms and 45.3 ms are wanted.
            1. Fix in Java, 5.3 % of CPU, 9.1 % of allocated bytes, 2.0 s of waiting, shop/src/Price.java:47: Slice.
            1. Tune the JVM: Enlarge it. It is full.
            1. Missing input: Declare serviceLevel in rustfit.yaml.

            | Component | Verdict | CPU | Allocation | Leading reason |
            |---|---|--:|--:|---|
            | shop/price | Fix or tune in Java first | 21.1 % | 30.7 % | It pauses. |
            | shop/basket | Not enough evidence | 8.5 % | 15.1 % | G1 is open. |
            | shop/edge | Not enough evidence | unknown | unknown | unknown |

            Start-up is 941.0 ms (cold starts of a week), the target is 821.0 ms: missed.

            Resident memory is at least 1.6 GiB (heap in use at a collection, and metadata of classes), the target is \
            127.0 MiB: missed.

            Work comes in at Price.quote (HTTP request) 52.3 %, Tax.load (scheduled job) 26.9 % of the CPU samples.

            Time of service: 50-75 % is waiting, 33.1 % for the database, first of all in Tax.load (Tax.java:43), 33.1 %; \
            measured by 10,007 wall clock samples of its code.

            **shop/price**: It owns a fifth. G3 fails. Tune it.

            - Native: BasketSumInRust of shop/price, 23.1 % of the CPU samples: take it back. The boundary takes too much. \
            Memory is not checked. It gains enough.
            - Native: packer, CPU share not seen: nothing agreed.

            3 inputs, 2 read in full; 2 problems. The whole report is `index.html` beside this file.
            - rustfit.yaml:61: A key is unknown. Remove it.
            - rustfit/one.jfr: It is cut off. Copy it again.
            """);
  }

  /** Sixteen components and fifteen rows: the one with the least CPU is left out. */
  @Test
  void the_summary_counts_what_it_leaves_out() throws IOException {
    List<ComponentAssessment> many = new ArrayList<>();
    for (int i = 1; i <= 16; i++) {
      many.add(
          new Draft("part-" + i, "com.acme", "", 1)
              .cpu(i, i / 100.0, i / 100.0, i / 100.0)
              .gates("PPPF??")
              .done());
    }

    List<String> lines =
        Rendered.text(new MarkdownReport("x"), CacheService.with(many)).lines().toList();

    assertThat(lines.stream().filter(line -> line.startsWith("| part-"))).hasSize(15);
    assertThat(lines).contains("| and 1 more | | | | |");
    assertThat(lines).noneMatch(line -> line.startsWith("| part-1 "));
    assertThat(lines.stream().filter(line -> line.startsWith("**part-")))
        .containsExactly(
            "**part-16**: It owns some. It stops somewhere. Do something.",
            "**part-15**: It owns some. It stops somewhere. Do something.",
            "**part-14**: It owns some. It stops somewhere. Do something.");
  }

  @Test
  void the_console_has_each_figure_in_its_column() {
    assertThat(ConsoleTable.lines(EveryFigure.assessment(), "target/index.html"))
        .containsExactly(
            "COMPONENT     VERDICT                  CPU    ALLOC  LEADING REASON",
            "shop/price    tune-jvm-first        21.1 %   30.7 %  It pauses.",
            "shop/basket   not-enough-evidence    8.5 %   15.1 %  G1 is open.",
            "shop/edge     not-enough-evidence  unknown  unknown",
            "unattributed                        17.3 %",
            "Work comes in at Price.quote (HTTP request) 52.3 %, Tax.load (scheduled job) 26.9 % of"
                + " the CPU samples.",
            "Time of service: 50-75 % is waiting, 33.1 % for the database, first of all in Tax.load"
                + " (Tax.java:43), 33.1 %",
            "Native: BasketSumInRust of shop/price, 23.1 % of the CPU samples: take it back. The"
                + " boundary takes too much. Memory is",
            "not checked. It gains enough.",
            "Native: packer, CPU share not seen: nothing agreed.",
            "What to do first:",
            "  1. Crossed limit, shop/src/Price.java:17: Cache it. shop/price owns 21.1 % of the CPU samples,"
                + " the limit is 18.1 %.",
            "  2. Crossed limit: Use ZGC. gcPauseP99 is 41 ms, the limit is 37 ms.",
            "  3. Crossed limit, shop/src/Tax.java:73: Record it. shop/basket comes out as"
                + " not-enough-evidence.",
            "rustfit: 1 component: fix or tune in Java first. 2 components: not enough evidence."
                + " 0 to review for Rust. Measured on a recording of benchmarks.",
            "Report: target/index.html");
  }

  @Test
  void the_message_of_a_failed_build_counts_errors_warnings_and_what_is_excused() {
    assertThat(
            new LimitCheckMessage(EveryFigure.assessment(), "target/index.html")
                .text(LocalDate.of(2026, 11, 29)))
        .isEqualTo(
            """
            rustfit: 1 violation of the policy in rustfit.yaml: cpuShare of shop/price.
              shop/price: owns 21.1 % of the CPU samples, the limit is 18.1 %
                evidence: shop/src/Price.java:17
                id:       cpuShare:shop/price
                remedy:   Cache it.
              and 2 warnings, not failing the build; see the report
              2 violations do not count (1 by decisions, 1 by the baseline)
              to accept one, add your decision to rustfit.yaml (or accept all as they are: mvn rustfit:baseline):
                decisions:
                  - finding: 'cpuShare:shop/price'
                    decision: tune          # or keep-in-java, rewrite
                    reason: WHY
                    owner: WHO
                    date: 2026-11-29
                    until: 2027-05-29
              report: target/index.html\
            """);
  }
}
