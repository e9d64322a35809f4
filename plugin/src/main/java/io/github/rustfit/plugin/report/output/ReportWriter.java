package io.github.rustfit.plugin.report.output;

import io.github.rustfit.engine.assessment.Assessment;
import java.io.IOException;
import java.io.OutputStream;

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
}
