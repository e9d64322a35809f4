package io.github.rustfit.plugin.compare;

import io.github.rustfit.engine.compare.Comparison;
import io.github.rustfit.plugin.report.flame.FlameDifference;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Renders a comparison as one file: UTF-8, {@code \n}, no clock, no host, no locale. */
public interface CompareWriter {

  /** Name of the file, e.g. {@code compare.json}. */
  String fileName();

  /**
   * Writes the whole file and flushes; the stream stays open.
   *
   * @throws IOException if the stream fails
   */
  void write(Comparison comparison, OutputStream out) throws IOException;

  /**
   * Every writer, that of the page last.
   *
   * @param project name of the project, shown as the title of reports for people
   * @param graphs flame graphs of both sides, or why there are none
   */
  static List<CompareWriter> all(String project, List<FlameDifference> graphs) {
    return List.of(
        new CompareJson(), new CompareMarkdown(project), new CompareHtml(project, graphs));
  }
}
