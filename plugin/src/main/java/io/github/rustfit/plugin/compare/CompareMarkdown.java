package io.github.rustfit.plugin.compare;

import io.github.rustfit.engine.compare.Comparison;
import io.github.rustfit.engine.compare.ComponentComparison;
import io.github.rustfit.engine.compare.MetricComparison;
import io.github.rustfit.plugin.report.text.Markdown;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.rule.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code compare.md}: what a job summary or a comment on a pull request shows.
 *
 * @param project name of the project
 */
record CompareMarkdown(String project) implements CompareWriter {

  private static final int MOST_COMPONENTS = 10;
  private static final int MOST_FINDINGS = 5;
  private static final int MOST_PROBLEMS = 5;
  private static final String HEAD =
      "| Figure | Before | After | Result | Change |\n|---|--:|--:|---|---|";

  @Override
  public String fileName() {
    return "compare.md";
  }

  @Override
  public void write(Comparison comparison, OutputStream out) throws IOException {
    out.write((String.join("\n", lines(comparison)) + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private List<String> lines(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add("## rustfit: " + Markdown.escaped(project) + ", before and after");
    lines.add("");
    lines.add(escaped(CompareText.summary(comparison)));
    comparison.problems().stream()
        .limit(MOST_PROBLEMS)
        .forEach(problem -> lines.add("- " + escaped(problem.text())));
    lines.add("");
    lines.add("| | Before | After |\n|---|---|---|");
    for (CompareText.Row row : CompareText.setup(comparison)) {
      lines.add(
          "| " + row.what() + " | " + escaped(row.before()) + " | " + escaped(row.after()) + " |");
    }
    lines.add("");
    lines.add("### Process");
    lines.add("");
    figures(lines, comparison.process());
    findings(lines, comparison.processFindings().gone(), "Gone");
    findings(lines, comparison.processFindings().appeared(), "New");
    components(lines, comparison);
    lines.add(CompareText.level(comparison)); // our own words, longer than what is cut
    lines.add("");
    lines.add(escaped(CompareText.load(comparison)));
    return lines;
  }

  private static void components(List<String> lines, Comparison comparison) {
    List<ComponentComparison> changed =
        comparison.components().stream().filter(ComponentComparison::shown).toList();
    for (ComponentComparison one : changed.subList(0, Math.min(MOST_COMPONENTS, changed.size()))) {
      lines.add("### " + escaped(one.name()));
      lines.add("");
      String gates = CompareText.gates(one);
      lines.add(escaped(CompareText.verdicts(one)) + (gates.isEmpty() ? "" : " (" + gates + ")"));
      lines.add("");
      figures(lines, one.figures());
      findings(lines, one.findings().gone(), "Gone");
      findings(lines, one.findings().appeared(), "New");
    }
    if (changed.size() > MOST_COMPONENTS) {
      lines.add(
          Show.plural(changed.size() - MOST_COMPONENTS, "more component")
              + " changed; see `compare.html` beside this file.");
      lines.add("");
    }
  }

  private static void figures(List<String> lines, List<MetricComparison> figures) {
    lines.add(HEAD);
    for (MetricComparison figure : figures) {
      lines.add(
          "| "
              + figure.measure().title()
              + " | "
              + escaped(CompareText.before(figure))
              + " | "
              + escaped(CompareText.after(figure))
              + " | "
              + figure.change().title()
              + " | "
              + escaped(CompareText.effect(figure))
              + " |");
    }
    lines.add("");
  }

  private static void findings(List<String> lines, List<Finding> findings, String what) {
    findings.stream()
        .limit(MOST_FINDINGS)
        .forEach(one -> lines.add("- " + what + ": " + escaped(one.message())));
    if (findings.size() > MOST_FINDINGS) {
      lines.add("- " + what + ": and " + (findings.size() - MOST_FINDINGS) + " more");
    }
    if (!findings.isEmpty()) {
      lines.add("");
    }
  }

  private static String escaped(String text) {
    return Markdown.escaped(text);
  }
}
