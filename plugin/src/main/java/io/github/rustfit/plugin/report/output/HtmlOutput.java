package io.github.rustfit.plugin.report.output;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import io.github.rustfit.plugin.report.text.Texts;

/**
 * The one way for text into the page: escaped for its context, free of characters that HTML
 * forbids, and cut where nobody would read on.
 */
public final class HtmlOutput extends OwaspHtmlTemplateOutput {

  /** Text for the page goes to {@code out}. */
  public HtmlOutput(TemplateOutput out) {
    super(out);
  }

  @Override
  public void writeUserContent(String text) {
    super.writeUserContent(Texts.shown(text));
  }
}
