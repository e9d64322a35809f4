package io.github.rustfit.plugin.report;

import io.github.rustfit.engine.advice.NextStep;
import io.github.rustfit.engine.advice.NextSteps;
import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.engine.production.NativePart;
import io.github.rustfit.engine.promise.Kept;
import io.github.rustfit.engine.promise.Promise;
import io.github.rustfit.plugin.report.output.ReportWriter;
import io.github.rustfit.plugin.report.text.Canonical;
import io.github.rustfit.plugin.report.text.EntryText;
import io.github.rustfit.plugin.report.text.LimitsState;
import io.github.rustfit.plugin.report.text.Markdown;
import io.github.rustfit.plugin.report.text.NativeText;
import io.github.rustfit.plugin.report.text.ServiceText;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.plugin.report.text.Wording;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.verdict.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code summary.md}: what a job summary or a comment on a pull request shows, at most {@value
 * #MOST_LINES} lines of GitHub Flavored Markdown. Text from outside is escaped, so that none of it
 * is taken for markup.
 *
 * @param project name of the assessed project
 */
record MarkdownReport(String project) implements ReportWriter {

  /** Most lines of the whole file. */
  static final int MOST_LINES = 60;

  private static final int MOST_COMPONENTS = 15;
  private static final int MOST_VIOLATIONS = 10;
  private static final int MOST_STEPS = 5;
  private static final int MOST_EXPLAINED = 3;
  private static final int MOST_PROBLEMS = 3;
  private static final int MOST_NATIVE = 3;

  @Override
  public String fileName() {
    return "summary.md";
  }

  @Override
  public void write(Assessment assessment, OutputStream out) throws IOException {
    String text = String.join("\n", lines(Canonical.of(assessment))) + "\n";
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private List<String> lines(Assessment assessment) {
    List<String> lines = new ArrayList<>();
    lines.add("## rustfit: " + Markdown.escaped(project));
    lines.add("");
    lines.add(Markdown.escaped(Wording.summary(assessment)));
    lines.add("");
    limitCheck(lines, assessment);
    steps(lines, NextSteps.of(assessment));
    components(lines, assessment);
    explanations(lines, assessment);
    nativeParts(lines, assessment);
    read(lines, assessment);
    return lines;
  }

  private static void limitCheck(List<String> lines, Assessment assessment) {
    List<Violation> errors = assessment.limitCheck().errors();
    lines.add(
        "**"
            + LimitsState.of(assessment.limitCheck()).title()
            + ".** "
            + Markdown.escaped(
                errors.isEmpty()
                    ? Wording.limitCheck(assessment.limitCheck(), assessment.policy())
                    : new LimitCheckMessage(assessment, "").headline()));
    errors.stream()
        .limit(MOST_VIOLATIONS)
        .forEach(
            one ->
                lines.add(
                    "- "
                        + Markdown.escaped(one.component().isEmpty() ? "process" : one.component())
                        + ": "
                        + Markdown.escaped(one.message())
                        + (one.location().isEmpty()
                            ? ""
                            : " (" + Markdown.escaped(one.location()) + ")")
                        + " "
                        + Markdown.escaped(one.remedy())));
    if (errors.size() > MOST_VIOLATIONS) {
      lines.add("- and " + (errors.size() - MOST_VIOLATIONS) + " more");
    }
    lines.add("");
  }

  /** What to do first but for crossed limits, which stand above. */
  private static void steps(List<String> lines, List<NextStep> all) {
    List<NextStep> steps =
        all.stream().filter(step -> step.kind() != NextStep.Kind.LIMIT).limit(MOST_STEPS).toList();
    if (steps.isEmpty()) {
      return;
    }
    lines.add("**What to do first**");
    lines.add("");
    steps.forEach(step -> lines.add("1. " + Markdown.escaped(Wording.step(step))));
    lines.add("");
  }

  private static void components(List<String> lines, Assessment assessment) {
    List<ComponentAssessment> all =
        assessment.components().stream().sorted(Canonical.BY_CPU).toList();
    if (all.isEmpty()) {
      return;
    }
    lines.add("| Component | Verdict | CPU | Allocation | Leading reason |");
    lines.add("|---|---|--:|--:|---|");
    for (ComponentAssessment one : all.subList(0, Math.min(MOST_COMPONENTS, all.size()))) {
      lines.add(
          "| "
              + Markdown.escaped(one.component().name())
              + " | "
              + one.verdict().title()
              + " | "
              + share(one.cpu())
              + " | "
              + share(one.allocation())
              + " | "
              + Markdown.escaped(one.reasons().isEmpty() ? Show.UNKNOWN : one.reasons().get(0))
              + " |");
    }
    if (all.size() > MOST_COMPONENTS) {
      lines.add("| and " + (all.size() - MOST_COMPONENTS) + " more | | | | |");
    }
    lines.add("");
    List<Kept> targets =
        Kept.of(assessment.policy(), assessment.profile(), assessment.gc()).stream()
            .filter(kept -> kept.promise() != Promise.LATENCY)
            .toList();
    for (Kept kept : targets) {
      lines.add(
          Markdown.escaped(
              kept.fact()
                  .map(Fact::text)
                  .orElse(
                      kept.promise().title()
                          + " is unknown, the target is "
                          + kept.promise().text(kept.limit())
                          + ".")));
      lines.add("");
    }
    Stream.of(EntryText.brief(assessment.unattributed().entries()), ServiceText.program(assessment))
        .flatMap(Optional::stream)
        .forEach(
            text -> {
              lines.add(Markdown.escaped(text));
              lines.add("");
            });
  }

  private static String share(Share share) {
    return Markdown.escaped(Show.share(share));
  }

  /** Those to act on, in three sentences each. */
  private static void explanations(List<String> lines, Assessment assessment) {
    List<ComponentAssessment> act =
        assessment.components().stream()
            .filter(
                one ->
                    one.verdict() != Verdict.KEEP_IN_JAVA
                        && one.verdict() != Verdict.NOT_ENOUGH_EVIDENCE)
            .sorted(Canonical.BY_CPU)
            .limit(MOST_EXPLAINED)
            .toList();
    for (ComponentAssessment one : act) {
      lines.add(
          "**"
              + Markdown.escaped(one.component().name())
              + "**: "
              + one.explanation().sentences().stream()
                  .map(Markdown::escaped)
                  .collect(Collectors.joining(" ")));
      lines.add("");
    }
  }

  private static void nativeParts(List<String> lines, Assessment assessment) {
    List<NativePart> parts = assessment.nativeParts().parts();
    parts.stream()
        .limit(MOST_NATIVE)
        .forEach(part -> lines.add("- " + Markdown.escaped(NativeText.line(part))));
    if (parts.size() > MOST_NATIVE) {
      lines.add("- and " + (parts.size() - MOST_NATIVE) + " more native parts");
    }
    if (!parts.isEmpty()) {
      lines.add("");
    }
  }

  private static void read(List<String> lines, Assessment assessment) {
    List<Input> inputs = assessment.inputs();
    long whole = inputs.stream().filter(input -> input.status() == Input.Status.READ).count();
    lines.add(
        Show.plural(inputs.size(), "input")
            + ", "
            + whole
            + " read in full; "
            + Show.plural(assessment.problems().size(), "problem")
            + ". The whole report is `index.html` beside this file.");
    Stream<String> unread =
        inputs.stream()
            .filter(input -> input.status() != Input.Status.READ && !input.problem().isEmpty())
            .filter(
                input ->
                    assessment.problems().stream()
                        .noneMatch(problem -> problem.where().equals(input.path())))
            .map(input -> input.path() + ": " + input.problem());
    Stream.concat(unread, assessment.problems().stream().map(Problem::text))
        .limit(MOST_PROBLEMS)
        .forEach(text -> lines.add("- " + Markdown.escaped(text)));
  }
}
