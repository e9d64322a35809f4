package io.github.rustfit.plugin.report.json;

import io.github.rustfit.engine.assessment.Surroundings;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.component.EntryPoint;
import io.github.rustfit.rules.component.LibraryShare;
import io.github.rustfit.rules.component.PackageShare;
import io.github.rustfit.rules.component.Place;
import io.github.rustfit.rules.component.Recorded;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.stats.Share;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What surrounds one of the {@code components} of {@code report.json}. */
final class JsonSurroundings {

  private static final double NANOS_PER_MS = 1e6;

  private JsonSurroundings() {}

  static void write(Json json, Surroundings around) throws IOException {
    json.objects("entryPoints", first(around.entryPoints()), entry -> entryPoint(json, entry));
    omitted(json, "entryPointsOmitted", around.entryPoints());
    json.objects("libraries", first(around.libraries()), library -> library(json, library));
    omitted(json, "librariesOmitted", around.libraries());
    json.objects("artifacts", first(around.artifacts()), library -> library(json, library));
    omitted(json, "artifactsOmitted", around.artifacts());
    json.objects("packageShares", first(around.packages()), one -> inPackage(json, one));
    omitted(json, "packageSharesOmitted", around.packages());
    json.object(
        "blocking",
        () -> {
          for (SampleKind kind : Surroundings.WAITS) {
            recorded(json, Show.id(kind), around.recorded(kind), "totalMs");
          }
        });
    recorded(json, "exceptions", around.recorded(SampleKind.EXCEPTION), "");
    recorded(json, "liveObjects", around.recorded(SampleKind.LIVE), "bytes");
    recorded(json, "nativeMemory", around.recorded(SampleKind.NATIVE_MEMORY), "bytes");
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(JsonReport.MOST, all.size()));
  }

  private static void omitted(Json json, String name, List<?> all) throws IOException {
    json.whole(name, Math.max(0, all.size() - JsonReport.MOST));
  }

  private static void entryPoint(Json json, EntryPoint entry) throws IOException {
    Place place = entry.place();
    json.textOrNull("caller", entry.caller());
    json.text("class", place.className());
    json.text("method", place.method());
    json.textOrNull("file", place.file());
    json.line("line", place.line());
    share(json, entry.share());
  }

  private static void library(Json json, LibraryShare library) throws IOException {
    json.text("name", library.name());
    share(json, library.share());
  }

  private static void inPackage(Json json, PackageShare one) throws IOException {
    json.text("name", one.name());
    share(json, one.share());
  }

  private static void share(Json json, Share share) throws IOException {
    json.decimal("share", share.known(), share.value(), Json.SHARE);
  }

  private static void recorded(Json json, String name, Optional<Recorded> found, String amount)
      throws IOException {
    if (found.isEmpty()) {
      json.unknown(name);
      return;
    }
    Recorded one = found.get();
    boolean weighed = one.weighed();
    json.object(
        name,
        () -> {
          json.whole("count", one.count());
          if (amount.equals("totalMs")) {
            json.decimal(amount, weighed, one.amount() / NANOS_PER_MS, Json.THOUSANDTHS);
          } else if (!amount.isEmpty()) {
            json.whole(amount, weighed, one.amount());
          }
          json.decimal("share", weighed, one.share(), Json.SHARE);
        });
  }
}
