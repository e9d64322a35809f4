package io.github.rustfit.plugin.report;

import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.plugin.report.text.Texts;
import io.github.rustfit.plugin.report.text.Wording;
import io.github.rustfit.rules.assessment.Assessment;
import io.github.rustfit.rules.assessment.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why {@code check} fails: for each violation the component, what was measured against which limit,
 * where, and what to do. Safe for a terminal: see {@link Texts#terminal}.
 */
public final class GateMessage {

  private static final int MOST = 10;
  private static final int MOST_IN_HEADLINE = 3;

  private final Assessment assessment;
  private final String reportPath;

  /**
   * A message about the gate of this assessment.
   *
   * @param reportPath where the HTML report is, shown as given
   */
  public GateMessage(Assessment assessment, String reportPath) {
    this.assessment = assessment;
    this.reportPath = reportPath;
  }

  /** One line: how many violations of which policy, and of what; also when there are none. */
  public String headline() {
    List<Violation> errors = assessment.gate().errors();
    String policy = Wording.policy(assessment.policy());
    if (errors.isEmpty()) {
      return Texts.terminal("rustfit: no violation of " + policy + ".");
    }
    String what =
        errors.stream()
            .limit(MOST_IN_HEADLINE)
            .map(GateMessage::subject)
            .collect(Collectors.joining(", "));
    int more = errors.size() - MOST_IN_HEADLINE;
    return Texts.terminal(
        "rustfit: "
            + Show.plural(errors.size(), "violation")
            + " of "
            + policy
            + ": "
            + what
            + (more > 0 ? " and " + more + " more" : "")
            + ".");
  }

  /** The headline, then what fails the build in detail, then where the report is. */
  public String text() {
    List<Violation> errors = assessment.gate().errors();
    List<String> lines = new ArrayList<>();
    lines.add(headline());
    errors.stream().limit(MOST).forEach(violation -> add(lines, violation));
    if (errors.size() > MOST) {
      lines.add("  + " + (errors.size() - MOST) + " more");
    }
    int warnings = assessment.gate().violations().size() - errors.size();
    if (warnings > 0) {
      lines.add(
          "  and " + Show.plural(warnings, "warning") + ", not failing the build; see the report");
    }
    lines.add("  report: " + Texts.terminal(reportPath));
    return String.join("\n", lines);
  }

  private static String subject(Violation violation) {
    return violation.component().isEmpty()
        ? violation.rule()
        : violation.rule() + " of " + violation.component();
  }

  private static void add(List<String> lines, Violation violation) {
    String who = violation.component().isEmpty() ? "process" : violation.component();
    lines.add(Texts.terminal("  " + who + ": " + violation.message()));
    if (!violation.location().isEmpty()) {
      lines.add(Texts.terminal("    evidence: " + violation.location()));
    }
    lines.add(Texts.terminal("    remedy:   " + violation.remedy()));
  }
}
