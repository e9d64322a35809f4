package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.WhatIf;
import io.github.rustfit.plugin.report.flame.Unowned;
import io.github.rustfit.plugin.report.output.Forge;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.output.Placed;
import io.github.rustfit.plugin.report.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

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

  private static void areas(Json json, String name, List<Unowned.Area> areas) throws IOException {
    json.objects(
        name,
        areas,
        area -> {
          json.text("name", Texts.shown(area.name()));
          json.decimal("share", true, area.share(), Json.SHARE);
          areas(json, "parts", area.parts());
        });
  }

  /** Everything that is drawn, and where places of the source lead to. */
  static String of(
      Placed placed,
      Assessment assessment,
      List<Section> sections,
      Optional<Unowned> unowned,
      WhatIf whatIf) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Json json = Json.forScript(bytes)) {
      json.object(
          () -> {
            forge(json, placed);
            TreemapData.write(json, assessment, sections);
            areas(json, "unowned", unowned.map(Unowned::areas).orElse(List.of()));
            PauseData.write(json, assessment);
            WhatIfData.write(json, assessment, sections, whatIf);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
