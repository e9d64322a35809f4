package io.github.rustfit.plugin.report.html;

import gg.jte.output.StringOutput;
import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.WhatIf;
import io.github.rustfit.plugin.report.flame.FlameGraphs;
import io.github.rustfit.plugin.report.output.HtmlOutput;
import io.github.rustfit.plugin.report.output.Placed;
import io.github.rustfit.plugin.report.output.ReportWriter;
import io.github.rustfit.plugin.report.text.Canonical;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * {@code index.html}, for people: one file that opens from disk, loads nothing and works without
 * its script.
 *
 * @param placed the project, its commit, and where it can be looked at
 * @param graphs the flame graphs to show
 * @param excerpts lines of source to show
 * @param whatIf what follows if something else were declared
 */
public record HtmlReport(Placed placed, FlameGraphs graphs, Excerpts excerpts, WhatIf whatIf)
    implements ReportWriter {

  @Override
  public String fileName() {
    return "index.html";
  }

  @Override
  public void write(Assessment assessment, OutputStream out) throws IOException {
    StringOutput html = new StringOutput();
    render(
        new HtmlOutput(html), Page.of(placed, Canonical.of(assessment), graphs, excerpts, whatIf));
    out.write(html.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Generated code takes null for "no interceptor", which its signature cannot say. */
  @SuppressWarnings("NullAway")
  private static void render(HtmlOutput html, Page page) {
    JteindexGenerated.render(html, null, page);
  }
}
