package io.github.rustfit.plugin.report.html;

import gg.jte.output.StringOutput;
import io.github.rustfit.plugin.report.output.HtmlOutput;

/** Where the page's script draws a flame graph, for pages that have templates of their own. */
public final class FlameCanvas {

  private FlameCanvas() {}

  /**
   * The place of a graph of two sides, with what steers it, as HTML.
   *
   * @param name what the graph shows
   */
  @SuppressWarnings("NullAway") // Generated code takes null for "no interceptor".
  public static String ofDifference(String name) {
    StringOutput html = new StringOutput();
    JtecanvasGenerated.render(new HtmlOutput(html), null, name, true, false);
    return html.toString();
  }
}
