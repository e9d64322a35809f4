package io.github.rustfit.plugin.report.json;

import io.github.rustfit.engine.production.NativePart;
import io.github.rustfit.engine.production.ProcessMemory;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.rules.evidence.trial.TakeBack;
import io.github.rustfit.rules.stats.Share;
import java.io.IOException;
import java.util.List;

/** The {@code nativeParts} of {@code report.json}, and {@code memory} of its {@code runtime}. */
final class JsonNativeParts {

  private JsonNativeParts() {}

  static void write(Json json, List<NativePart> parts) throws IOException {
    json.objects("nativeParts", parts, part -> part(json, part));
  }

  private static void part(Json json, NativePart part) throws IOException {
    json.textOrNull("component", part.component());
    json.textOrNull("binding", part.binding());
    json.strings("crates", part.crates());
    json.textOrNull("entry", part.entry());
    json.flag("used", part.used());
    share(json, "cpu", part.cpu());
    share(json, "rust", part.spots().rust());
    share(json, "crossing", part.spots().crossing());
    share(json, "java", part.spots().java());
    json.whole("nativeSamples", part.seen().nativeSamples());
    json.whole("allocatedBytes", part.seen().allocatedBytes() >= 0, part.seen().allocatedBytes());
    TakeBack agreed = part.takeBack();
    json.object(
        "takeBack",
        () -> {
          json.decimal("gainBelow", agreed.gainBelow() > 0, agreed.gainBelow(), Json.SHARE);
          json.decimal(
              "crossingAbove", agreed.crossingAbove() > 0, agreed.crossingAbove(), Json.SHARE);
          json.whole("memoryAbove", agreed.memoryAbove() > 0, agreed.memoryAbove());
        });
    json.text("state", part.state().id());
    json.objects(
        "checks",
        part.checks(),
        check -> {
          json.text("state", check.state().id());
          json.text("text", check.text());
        });
  }

  private static void share(Json json, String name, Share share) throws IOException {
    json.object(
        name,
        () -> {
          json.decimal("share", share.known(), share.value(), Json.SHARE);
          json.decimal("low", share.known(), share.low(), Json.SHARE);
          json.decimal("high", share.known(), share.high(), Json.SHARE);
        });
  }

  static void write(Json json, ProcessMemory memory) throws IOException {
    json.object(
        "memory",
        () -> {
          json.whole("peakResidentBytes", memory.residentBytes() > 0, memory.residentBytes());
          json.whole("heapAtMostBytes", memory.heapBytes() > 0, memory.heapBytes());
          json.whole(
              "outsideHeapAtLeastBytes",
              memory.outsideAtLeast().isPresent(),
              memory.outsideAtLeast().orElse(0));
          json.objects(
              "jvmParts",
              memory.ofJvm().entrySet(),
              part -> {
                json.text("name", part.getKey());
                json.whole("bytes", part.getValue());
              });
        });
  }
}
