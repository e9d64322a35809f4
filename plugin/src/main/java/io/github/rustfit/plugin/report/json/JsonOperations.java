package io.github.rustfit.plugin.report.json;

import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.evidence.repository.OperationsFact;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import java.io.IOException;
import java.util.SortedSet;

/** The {@code operations} of {@code report.json}. */
final class JsonOperations {

  private JsonOperations() {}

  static void write(Json json, SortedSet<OperationsFile> files) throws IOException {
    json.objects(
        "operations",
        files,
        file -> {
          json.text("path", file.path());
          json.text("kind", Show.id(file.kind()));
          json.textOrNull("module", file.module());
          json.text("sha256", file.sha256());
          json.objects("facts", file.facts(), fact -> fact(json, fact));
        });
  }

  private static void fact(Json json, OperationsFact fact) throws IOException {
    json.text("kind", Show.id(fact.kind()));
    json.textOrNull("subject", fact.subject());
    json.text("value", fact.value());
    json.whole("number", fact.number() != OperationsFact.NONE, fact.number());
    json.line("line", fact.line());
  }
}
