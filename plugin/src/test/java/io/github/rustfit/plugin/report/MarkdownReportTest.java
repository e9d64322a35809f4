package io.github.rustfit.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.plugin.report.fixture.CacheService;
import io.github.rustfit.plugin.report.fixture.Hostile;
import io.github.rustfit.plugin.report.fixture.Rendered;
import io.github.rustfit.plugin.report.text.Markdown;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {

  private static List<String> lines(Assessment assessment) throws IOException {
    return Rendered.text(new MarkdownReport("cache-service"), assessment).lines().toList();
  }

  @Test
  void fits_a_comment_and_names_verdicts_gate_and_what_to_do() throws IOException {
    List<String> lines = lines(CacheService.assessment());

    assertThat(lines).hasSizeLessThanOrEqualTo(MarkdownReport.MOST_LINES);
    assertThat(lines.get(0)).isEqualTo("## rustfit: cache-service");
    assertThat(lines)
        .anyMatch(line -> line.startsWith("**Limit check "))
        .anyMatch(line -> line.startsWith("| ") && line.contains("| Fix or tune in Java first |"));
  }

  /** A job's summary is read instead of the log: nothing checked is not "passed". */
  @Test
  void a_policy_without_limits_is_not_said_to_have_passed() throws IOException {
    assertThat(String.join("\n", lines(CacheService.empty())))
        .contains("**No limit declared.** The default policy declares no limit")
        .doesNotContain("passed");
  }

  /** The log of a job has its error; who reads the summary instead would not see it. */
  @Test
  void an_input_of_which_nothing_was_read_is_named() throws IOException {
    Assessment empty = CacheService.empty();
    Assessment unread =
        new Assessment(
            List.of(
                new Input(
                    "e/r.jfr",
                    "jfr",
                    "aa",
                    Input.Status.FAILED,
                    "It is empty.",
                    LineCounts.NONE,
                    Labels.NONE)),
            empty.policy(),
            empty.rules(),
            empty.profile(),
            empty.gc(),
            empty.unattributed(),
            empty.components(),
            empty.limitCheck(),
            empty.problems(),
            empty.repository(),
            empty.nativeParts());

    assertThat(lines(unread)).endsWith("- e/r.jfr: It is empty.");
  }

  @Test
  void stays_short_however_much_there_is() throws IOException {
    assertThat(lines(Hostile.assessment())).hasSizeLessThanOrEqualTo(MarkdownReport.MOST_LINES);
  }

  @Test
  void hostile_text_is_no_markup() throws IOException {
    String text = String.join("\n", lines(Hostile.assessment()));

    assertThat(text).doesNotContain("<script", "<img", "](http");
    assertThat(Markdown.escaped("a|b `c` [d](https://e.org) @f <g>\nh"))
        .isEqualTo("a\\|b \\`c\\` \\[d\\](https:&#47;&#47;e.org) &#64;f &lt;g&gt; h");
  }
}
