package io.github.rustfit.plugin.compare;

import gg.jte.output.StringOutput;
import io.github.rustfit.engine.compare.Comparison;
import io.github.rustfit.plugin.report.flame.FlameDifference;
import io.github.rustfit.plugin.report.output.HtmlOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code compare.html}, for people: one file that opens from disk, loads nothing and works without
 * its script.
 *
 * @param project name of the project
 * @param graphs flame graphs of both sides, or why there are none
 */
record CompareHtml(String project, List<FlameDifference> graphs) implements CompareWriter {

  CompareHtml {
    graphs = List.copyOf(graphs);
  }

  @Override
  public String fileName() {
    return "compare.html";
  }

  @Override
  public void write(Comparison comparison, OutputStream out) throws IOException {
    StringOutput html = new StringOutput();
    render(new HtmlOutput(html), ComparePage.of(project, comparison, graphs));
    out.write(html.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Generated code takes null for "no interceptor", which its signature cannot say. */
  @SuppressWarnings("NullAway")
  private static void render(HtmlOutput html, ComparePage page) {
    JtecompareGenerated.render(html, null, page);
  }
}
