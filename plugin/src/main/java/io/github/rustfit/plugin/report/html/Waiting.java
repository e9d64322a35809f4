package io.github.rustfit.plugin.report.html;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import io.github.rustfit.plugin.report.output.HtmlOutput;

/**
 * Content that a browser reads as plain text, in a script element of no language, until somebody
 * wants it: a thousand components are a hundred thousand elements, which take seconds to build.
 * Text and data are escaped and so have no {@code <}; only the templates' own could end the
 * element, and is written with a backslash that the page's script takes away.
 */
final class Waiting {

  private Waiting() {}

  /** The content as the text of a script element. */
  static String text(Content content) {
    StringOutput html = new StringOutput();
    content.writeTo(new HtmlOutput(html));
    return html.toString().replace("</script", "<\\/script").replace("<!--", "<\\!--");
  }
}
