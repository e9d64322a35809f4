package io.github.rustfit.plugin.report;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.plugin.report.text.Texts;
import io.github.rustfit.plugin.report.text.Wording;
import io.github.rustfit.rules.evidence.base.Input;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why {@code check} fails: for each violation the component, what was measured against which limit,
 * where, and what to do. Safe for a terminal: see {@link Texts#terminal}.
 */
public final class LimitCheckMessage {

  private static final int MOST = 10;
  private static final int MOST_IN_HEADLINE = 3;

  private final Assessment assessment;
  private final String reportPath;

  /**
   * A message about the limit check of this assessment.
   *
   * @param reportPath where the HTML report is, shown as given
   */
  public LimitCheckMessage(Assessment assessment, String reportPath) {
    this.assessment = assessment;
    this.reportPath = reportPath;
  }

  /** One line: how many violations of which policy, and of what. */
  public String headline() {
    List<Violation> errors = assessment.limitCheck().errors();
    boolean trialsOnly =
        errors.stream().allMatch(one -> one.rule().equals(Violation.TAKE_BACK))
            && !errors.isEmpty();
    String policy =
        trialsOnly ? "what was agreed in rustfit/trials" : Wording.policy(assessment.policy());
    String what =
        errors.stream()
            .limit(MOST_IN_HEADLINE)
            .map(LimitCheckMessage::subject)
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

  /**
   * The headline, then what fails the build in detail, how to accept it, and where the report is.
   *
   * @param today the day from which a decision would hold
   */
  public String text(LocalDate today) {
    List<Violation> errors = assessment.limitCheck().errors();
    List<String> lines = new ArrayList<>();
    lines.add(headline());
    errors.stream().limit(MOST).forEach(violation -> add(lines, violation));
    if (errors.size() > MOST) {
      lines.add("  + " + (errors.size() - MOST) + " more");
    }
    int warnings = assessment.limitCheck().violations().size() - errors.size();
    if (warnings > 0) {
      lines.add(
          "  and " + Show.plural(warnings, "warning") + ", not failing the build; see the report");
    }
    if (!assessment.limitCheck().excuses().isEmpty()) {
      lines.add("  " + Wording.excused(assessment.limitCheck()).substring(2));
    }
    errors.stream().findFirst().ifPresent(first -> lines.addAll(accepting(first, today)));
    lines.add("  report: " + Texts.terminal(reportPath));
    return String.join("\n", lines);
  }

  /** A decision to copy, about the first violation; the others go the same way. */
  private static List<String> accepting(Violation first, LocalDate today) {
    return List.of(
        "  to accept one, add your decision to rustfit.yaml (or accept all as they are: mvn"
            + " rustfit:baseline):",
        "    decisions:",
        Texts.terminal("      - finding: '" + first.id().replace("'", "''") + "'"),
        "        decision: tune          # or keep-in-java, rewrite",
        "        reason: WHY",
        "        owner: WHO",
        "        date: " + today,
        "        until: " + today.plusMonths(6));
  }

  /** What is measured of the process comes from its GC logs, or from recordings without these. */
  private String logs() {
    List<String> all = assessment.inputs().stream().map(Input::path).toList();
    List<String> logs = assessment.inputs().stream().filter(Input::gcLog).map(Input::path).toList();
    List<String> shown = logs.isEmpty() ? all : logs;
    return shown.isEmpty()
        ? ""
        : shown.get(0) + (shown.size() > 1 ? " and " + (shown.size() - 1) + " more" : "");
  }

  private static String subject(Violation violation) {
    return violation.component().isEmpty()
        ? violation.rule()
        : violation.rule() + " of " + violation.component();
  }

  private void add(List<String> lines, Violation violation) {
    String who = violation.component().isEmpty() ? "process" : violation.component();
    lines.add(Texts.terminal("  " + who + ": " + violation.message()));
    String evidence = violation.location().isEmpty() ? logs() : violation.location();
    if (!evidence.isEmpty()) {
      lines.add(Texts.terminal("    evidence: " + evidence));
    }
    lines.add(Texts.terminal("    id:       " + violation.id()));
    lines.add(Texts.terminal("    remedy:   " + violation.remedy()));
  }
}
