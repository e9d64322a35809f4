package io.github.rustfit.plugin.report;

import io.github.rustfit.rules.assessment.Assessment;
import io.github.rustfit.rules.assessment.WhatIf;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Renders an assessment as one file. Equal assessments give equal bytes: UTF-8, {@code \n}, no
 * clock, no host, no locale.
 */
public interface ReportWriter {

  /** Name of the file below {@code target/rustfit/}, e.g. {@code report.json}. */
  String fileName();

  /**
   * Writes the whole file and flushes; the stream stays open.
   *
   * @throws IOException if the stream fails
   */
  void write(Assessment assessment, OutputStream out) throws IOException;

  /**
   * Every writer.
   *
   * @param project name of the assessed project, shown as the title of reports for people
   * @param root the project's root folder: where it lies in its repository
   * @param graphs the flame graphs that reports for people show
   * @param excerpts lines of source that reports for people show
   * @param whatIf what follows if something else were declared
   */
  static List<ReportWriter> all(
      String project, Path root, FlameGraphs graphs, Excerpts excerpts, WhatIf whatIf) {
    return List.of(
        new JsonReport(),
        new SarifReport(SarifReport.prefix(root)),
        new JUnitReport(),
        new MarkdownReport(project),
        new HtmlReport(project, graphs, excerpts, whatIf));
  }
}
