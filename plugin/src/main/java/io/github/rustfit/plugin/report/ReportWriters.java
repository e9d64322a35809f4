package io.github.rustfit.plugin.report;

import io.github.rustfit.engine.assessment.WhatIf;
import io.github.rustfit.plugin.report.flame.FlameGraphs;
import io.github.rustfit.plugin.report.html.Excerpts;
import io.github.rustfit.plugin.report.html.HtmlReport;
import io.github.rustfit.plugin.report.json.JsonReport;
import io.github.rustfit.plugin.report.output.ReportWriter;
import java.nio.file.Path;
import java.util.List;

/** The writers of an assessment. */
public final class ReportWriters {

  private ReportWriters() {}

  /**
   * Every writer.
   *
   * @param project name of the assessed project, shown as the title of reports for people
   * @param root the project's root folder: where it lies in its repository
   * @param graphs the flame graphs that reports for people show
   * @param excerpts lines of source that reports for people show
   * @param whatIf what follows if something else were declared
   * @param version of rustfit; empty when unknown
   */
  public static List<ReportWriter> all(
      String project,
      Path root,
      FlameGraphs graphs,
      Excerpts excerpts,
      WhatIf whatIf,
      String version) {
    return List.of(
        new JsonReport(),
        new SarifReport(SarifReport.prefix(root), version),
        new CodeQualityReport(SarifReport.prefix(root)),
        new JUnitReport(),
        new MarkdownReport(project),
        new HtmlReport(project, graphs, excerpts, whatIf));
  }
}
