package io.github.rustfit.plugin.report.json;

import io.github.rustfit.engine.ecosystem.LibraryUse;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.text.CrateTable;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.crates.CrateEntry;
import java.io.IOException;
import java.util.List;

/** The libraries of a component and their Rust counterparts, in {@code report.json}. */
final class JsonLibraries {

  private JsonLibraries() {}

  static void write(Json json, List<LibraryUse> uses) throws IOException {
    json.objects("crates", uses, use -> write(json, use));
  }

  private static void write(Json json, LibraryUse use) throws IOException {
    json.text("library", use.library());
    if (use.entry().isPresent()) {
      CrateEntry entry = use.entry().get();
      json.strings("crates", entry.crates());
      json.text("grade", Show.id(entry.grade()));
      json.text("confidence", entry.confidence());
      json.textOrNull("reason", CrateTable.reason(entry));
      json.text("catalogue", CrateTable.catalogue(entry));
    } else {
      json.strings("crates", List.of());
      json.unknown("grade");
      json.unknown("confidence");
      json.unknown("reason");
      json.unknown("catalogue");
    }
    List<String> files = use.files();
    json.strings("files", files.subList(0, Math.min(JsonReport.MOST, files.size())));
    json.whole("filesOmitted", Math.max(0, files.size() - JsonReport.MOST));
  }
}
