package io.github.rustfit.plugin.report;

import io.github.rustfit.engine.advice.NextStep;
import io.github.rustfit.engine.advice.NextSteps;
import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.plugin.report.text.Canonical;
import io.github.rustfit.plugin.report.text.EntryText;
import io.github.rustfit.plugin.report.text.NativeText;
import io.github.rustfit.plugin.report.text.ServiceText;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.plugin.report.text.Texts;
import io.github.rustfit.plugin.report.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The table at the end of the build's log: no borders, no colours, at most {@value #WIDTH} columns
 * but where one word (a path) is longer, safe for a terminal (see {@link Texts#terminal}). Reasons
 * go on below themselves; none is cut in the middle of a word.
 */
public final class ConsoleTable {

  static final int WIDTH = 120;

  private static final int MOST_ROWS = 20;
  private static final int LONGEST_NAME = 30;
  private static final int LEAST_ROOM = 30;
  private static final int MOST_LINES = 5;
  private static final int MOST_STEPS = 3;
  private static final int MOST_NATIVE = 5;
  private static final String NAME_HEAD = "COMPONENT";
  private static final String UNATTRIBUTED = "unattributed";

  private ConsoleTable() {}

  /**
   * The table, line by line: a head, the components by CPU share, what no component owns, what to
   * do first, and where the report is.
   *
   * @param reportPath where the HTML report is, shown as given
   */
  public static List<String> lines(Assessment assessment, String reportPath) {
    List<ComponentAssessment> shown =
        assessment.components().stream().sorted(Canonical.BY_CPU).limit(MOST_ROWS).toList();
    int nameWidth =
        shown.stream().mapToInt(one -> name(one).length()).reduce(UNATTRIBUTED.length(), Math::max);
    List<String> lines = new ArrayList<>();
    if (!shown.isEmpty()) {
      lines.add(figures(nameWidth, NAME_HEAD, "VERDICT", "CPU", "ALLOC") + "  LEADING REASON");
      for (ComponentAssessment one : shown) {
        String reason = one.reasons().isEmpty() ? "" : one.reasons().get(0);
        lines.addAll(
            rows(
                figures(
                    nameWidth,
                    name(one),
                    one.verdict().id(),
                    Show.share(one.cpu()),
                    Show.share(one.allocation())),
                reason));
      }
      int more = assessment.components().size() - shown.size();
      if (more > 0) {
        lines.add("+ " + Show.plural(more, "component") + " more in the report");
      }
      lines.add(
          figures(nameWidth, UNATTRIBUTED, "", Show.share(assessment.unattributedCpu()), "")
              .stripTrailing());
    }
    EntryText.brief(assessment.unattributed().entries())
        .ifPresent(text -> lines.addAll(Texts.wrap(Texts.terminal(text), WIDTH, MOST_LINES)));
    ServiceText.brief(assessment)
        .ifPresent(text -> lines.addAll(Texts.wrap(Texts.terminal(text), WIDTH, MOST_LINES)));
    assessment.nativeParts().parts().stream()
        .limit(MOST_NATIVE)
        .forEach(
            part ->
                lines.addAll(Texts.wrap(Texts.terminal(NativeText.line(part)), WIDTH, MOST_LINES)));
    lines.addAll(steps(NextSteps.of(assessment)));
    lines.add("rustfit: " + Wording.summary(assessment));
    lines.add("Report: " + Texts.terminal(reportPath));
    return lines;
  }

  /** What to do first, each thing on lines of its own. */
  private static List<String> steps(List<NextStep> steps) {
    List<String> lines = new ArrayList<>();
    if (!steps.isEmpty()) {
      lines.add("What to do first:");
    }
    for (int i = 0; i < Math.min(MOST_STEPS, steps.size()); i++) {
      String before = "  " + (i + 1) + ". ";
      String text = Texts.terminal(Wording.step(steps.get(i)));
      for (String line : Texts.wrap(text, WIDTH - before.length(), MOST_LINES)) {
        lines.add(before + line);
        before = " ".repeat(before.length());
      }
    }
    return lines;
  }

  private static String name(ComponentAssessment one) {
    return Texts.cut(Texts.terminal(one.component().name()), LONGEST_NAME);
  }

  private static String figures(
      int nameWidth, String name, String verdict, String cpu, String allocation) {
    return String.format(
        Locale.ROOT, "%-" + nameWidth + "s  %-19s  %7s  %7s", name, verdict, cpu, allocation);
  }

  private static List<String> rows(String figures, String reason) {
    List<String> lines = new ArrayList<>();
    String before = figures + "  ";
    int room = Math.max(LEAST_ROOM, WIDTH - before.length());
    for (String line : Texts.wrap(Texts.terminal(reason), room, MOST_LINES)) {
      lines.add((before + line).stripTrailing());
      before = " ".repeat(before.length());
    }
    return lines;
  }
}
