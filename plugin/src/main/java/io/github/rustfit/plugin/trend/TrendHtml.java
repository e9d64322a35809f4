package io.github.rustfit.plugin.trend;

import gg.jte.output.StringOutput;
import io.github.rustfit.plugin.report.output.HtmlOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** {@code trend.html}, for people: one file that opens from disk, loads nothing, has no script. */
final class TrendHtml implements TrendWriter {

  @Override
  public String fileName() {
    return "trend.html";
  }

  @Override
  public void write(TrendReport report, OutputStream out) throws IOException {
    StringOutput html = new StringOutput();
    render(new HtmlOutput(html), TrendPage.of(report));
    out.write(html.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Generated code takes null for "no interceptor", which its signature cannot say. */
  @SuppressWarnings("NullAway")
  private static void render(HtmlOutput html, TrendPage page) {
    JtetrendGenerated.render(html, null, page);
  }
}
