package io.github.rustfit.plugin.report;

import io.github.rustfit.engine.assessment.WhatIf;
import io.github.rustfit.plugin.report.flame.FlameGraphs;
import io.github.rustfit.plugin.report.html.Excerpts;
import io.github.rustfit.plugin.report.html.HtmlReport;
import io.github.rustfit.plugin.report.json.JsonReport;
import io.github.rustfit.plugin.report.output.Placed;
import io.github.rustfit.plugin.report.output.ReportWriter;
import java.nio.file.Path;
import java.util.List;

/** The writers of an assessment. */
public final class ReportWriters {

  private ReportWriters() {}

  /**
   * Every writer.
   *
   * @param placed the project, its commit, and where it lies in its repository
   * @param graphs the flame graphs that reports for people show
   * @param excerpts lines of source that reports for people show
   * @param whatIf what follows if something else were declared
   */
  public static List<ReportWriter> all(
      Placed placed, FlameGraphs graphs, Excerpts excerpts, WhatIf whatIf) {
    return List.of(
        new JsonReport(),
        new SarifReport(placed.prefix(), placed.version()),
        new CodeQualityReport(placed.prefix()),
        new JUnitReport(),
        new MarkdownReport(placed.project()),
        new HtmlReport(placed, graphs, excerpts, whatIf));
  }

  /**
   * The path from a repository's root to a folder in it, ended by {@code /}; empty when the folder
   * is the root or in no repository.
   */
  public static String prefix(Path folder) {
    return SarifReport.prefix(folder);
  }
}
