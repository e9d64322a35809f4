package io.github.rustfit.plugin.report.html;

import gg.jte.output.StringOutput;
import io.github.rustfit.plugin.report.flame.FlameGraph;
import io.github.rustfit.plugin.report.output.Asset;
import io.github.rustfit.plugin.report.output.HtmlOutput;
import io.github.rustfit.plugin.report.text.Show;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One flame graph over a whole page: one file that opens from disk and loads nothing, drawn by the
 * same script as the graphs in the report.
 *
 * @param title what it shows
 * @param graph what is drawn
 * @param ofCpu whether it is of CPU time, of which alone the threads may be known
 * @param style the style sheet
 * @param script the page's own script
 */
public record FlamePage(
    String title, FlameGraph.Drawing graph, boolean ofCpu, Asset style, Asset script) {

  /** The page of a graph. */
  public static FlamePage of(FlameGraph graph) {
    return new FlamePage(
        graph.title(),
        graph.fullSize(),
        graph.ofCpu(),
        Asset.read(FlamePage.class, "report.css"),
        Asset.join(FlamePage.class, "theme.js", "flame.js"));
  }

  /** Writes the whole file and flushes; the stream stays open. Equal graphs give equal bytes. */
  public void write(OutputStream out) throws IOException {
    StringOutput html = new StringOutput();
    render(new HtmlOutput(html), this);
    out.write(html.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Generated code takes null for "no interceptor", which its signature cannot say. */
  @SuppressWarnings("NullAway")
  private static void render(HtmlOutput html, FlamePage page) {
    JteflamegraphGenerated.render(html, null, page);
  }

  /** The content security policy: this style and this script, and nothing from anywhere else. */
  String contentSecurityPolicy() {
    return "default-src 'none'; style-src "
        + style.csp()
        + "; script-src "
        + script.csp()
        + "; base-uri 'none'; form-action 'none'";
  }

  /** How much is drawn and what is not, in sentences. */
  List<String> bounds() {
    List<String> sentences = new ArrayList<>();
    sentences.add(Show.plural(graph.drawn(), "frame") + " drawn.");
    if (graph.leftOut() > 0) {
      sentences.add(
          Show.plural(graph.leftOut(), "frame")
              + " not drawn, for being narrower than "
              + FlameGraph.Drawing.NARROWEST * 100
              + " % of the graph or not among the "
              + Show.count(FlameGraph.Drawing.MOST)
              + " widest.");
    }
    if (graph.stacksCut() > 0) {
      sentences.add(
          Show.plural(graph.stacksCut(), "stack")
              + " cut "
              + Show.count(FlameGraph.Drawing.DEEPEST)
              + " calls above the root.");
    }
    if (sentences.size() > 1) {
      sentences.add("What is not drawn is in the widths of its callers.");
    }
    if (graph.byThread() > 0) {
      sentences.add(
          "Threads shows one group, of which its shares are: threads whose names differ in digits"
              + " alone. Of all groups "
              + Show.plural(graph.byThread(), "frame")
              + " drawn.");
    } else if (ofCpu) {
      sentences.add("There is no view by thread: no recording that was read names its threads.");
    }
    return sentences;
  }
}
