package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.WhatIf;
import io.github.rustfit.plugin.report.output.Forge;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.output.Placed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The figures that the page's script draws, as JSON that may stand in a script element. */
final class PageData {

  private PageData() {}

  private static void forge(Json json, Placed placed) throws IOException {
    json.object(
        "forge",
        () -> {
          json.textOrNull("files", placed.forge().map(Forge::files).orElse(""));
          json.textOrNull("line", placed.forge().map(Forge::line).orElse(""));
          json.text("prefix", placed.prefix());
        });
  }

  /** Everything that is drawn, and where places of the source lead to. */
  static String of(Placed placed, Assessment assessment, List<Section> sections, WhatIf whatIf) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Json json = Json.forScript(bytes)) {
      json.object(
          () -> {
            forge(json, placed);
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
