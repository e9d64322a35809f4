package io.github.rustfit.plugin.report.json;

import io.github.rustfit.engine.history.ComponentHistory;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.rules.evidence.repository.FixClass;
import io.github.rustfit.rules.evidence.repository.FixCommit;
import io.github.rustfit.rules.stats.Format;
import io.github.rustfit.rules.stats.Share;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What commits say of a component, its {@code history} in {@code report.json}. */
final class JsonHistory {

  private JsonHistory() {}

  static void write(Json json, Optional<ComponentHistory> history) throws IOException {
    if (history.isEmpty()) {
      json.unknown("history");
      return;
    }
    json.object("history", () -> write(json, history.get()));
  }

  private static void write(Json json, ComponentHistory history) throws IOException {
    json.text("head", history.head());
    json.text("headDay", Format.day(history.headSeconds()));
    json.flag("shallow", history.shallow());
    json.flag("coversYear", history.coversYear());
    json.flag("coversFixes", history.coversFixes());
    json.text("firstDay", Format.day(history.firstSeconds()));
    json.text("lastDay", Format.day(history.lastSeconds()));
    json.whole("changes", history.changes());
    json.whole("lines", history.lines());
    json.whole("linesAdded", history.linesAdded());
    json.whole("linesDeleted", history.linesDeleted());
    json.decimal("churn", history.churn().isPresent(), history.churn().orElse(0), Json.SHARE);
    json.whole("committers", history.changesByAuthor().size());
    json.whole("busFactor", history.busFactor());
    json.whole("fixes", history.fixes().size());
    json.object("fixesForRust", () -> fixesForRust(json, history));
    json.objects(
        "fixClasses",
        Stream.of(FixClass.values()).filter(kind -> history.fixes(kind) > 0).toList(),
        kind -> {
          json.text("class", kind.id());
          json.whole("fixes", history.fixes(kind));
        });
    List<FixCommit> named =
        history.fixes().stream().filter(fix -> !fix.classes().isEmpty()).toList();
    json.objects(
        "fixCommits",
        named.subList(0, Math.min(JsonReport.MOST, named.size())),
        fix -> {
          json.text("id", fix.id());
          json.text("day", Format.day(fix.seconds()));
          json.strings("classes", fix.classes().stream().map(FixClass::id).toList());
        });
    json.whole("fixCommitsOmitted", Math.max(0, named.size() - JsonReport.MOST));
    json.objects(
        "otherLanguages",
        history.otherLanguages().entrySet(),
        kind -> {
          json.text("kind", kind.getKey());
          json.whole("files", kind.getValue());
        });
  }

  private static void fixesForRust(Json json, ComponentHistory history) throws IOException {
    Share share = history.shareForRust();
    json.whole("count", history.fixesForRust().size());
    json.decimal("share", share.known(), share.value(), Json.SHARE);
    json.decimal("low", share.known(), share.low(), Json.SHARE);
    json.decimal("high", share.known(), share.high(), Json.SHARE);
  }
}
