package io.github.rustfit.plugin.report;

import io.github.rustfit.rules.assessment.Assessment;
import io.github.rustfit.rules.assessment.WhatIf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the writers write, as text. */
final class Rendered {

  private Rendered() {}

  static String json(Assessment assessment) throws IOException {
    return text(new JsonReport(), assessment);
  }

  static String html(Assessment assessment) throws IOException {
    return text(
        new HtmlReport("cache-service", FlameGraphs.NONE, Excerpts.NONE, WhatIf.NONE), assessment);
  }

  static String text(ReportWriter writer, Assessment assessment) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(assessment, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
