package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.WhatIf;
import io.github.rustfit.plugin.report.output.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The figures that the page's script draws, as JSON that may stand in a script element. */
final class PageData {

  private PageData() {}

  /** Everything that is drawn. */
  static String of(Assessment assessment, List<Section> sections, WhatIf whatIf) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Json json = Json.forScript(bytes)) {
      json.object(
          () -> {
            TreemapData.write(json, assessment, sections);
            PauseData.write(json, assessment);
            WhatIfData.write(json, assessment, sections, whatIf);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
