package io.github.rustfit.plugin.report;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;

/**
 * The one way for text into the page: escaped for its context, free of characters that HTML
 * forbids, and cut where nobody would read on.
 */
final class HtmlOutput extends OwaspHtmlTemplateOutput {

  HtmlOutput(TemplateOutput out) {
    super(out);
  }

  @Override
  public void writeUserContent(String text) {
    super.writeUserContent(Texts.shown(text));
  }
}
