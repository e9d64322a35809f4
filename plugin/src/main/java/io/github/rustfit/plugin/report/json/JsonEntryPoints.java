package io.github.rustfit.plugin.report.json;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.economics.RequestPrice;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.component.Place;
import io.github.rustfit.rules.component.ProgramEntries;
import io.github.rustfit.rules.component.ProgramEntry;
import io.github.rustfit.rules.stats.Share;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The part {@code entryPoints} of {@code report.json}: where work comes into the program. */
public final class JsonEntryPoints {

  /** Most entry points that are written. */
  public static final int MOST = 200;

  /** Decimals of a price: one for a thousand requests is small. */
  private static final int PRICE = 9;

  private JsonEntryPoints() {}

  static void write(Json json, Assessment assessment) throws IOException {
    ProgramEntries entries = assessment.unattributed().entries();
    List<ProgramEntry> all = entries.all();
    Optional<RequestPrice> price = RequestPrice.of(assessment.policy());
    json.objects(
        "entryPoints",
        all.subList(0, Math.min(MOST, all.size())),
        one -> {
          json.text("id", one.id());
          json.text("kind", one.kind().id());
          place(json, one);
          share(json, "cpuShare", one.cpu());
          share(json, "allocationShare", one.allocation());
          json.whole("allocatedBytes", one.allocation().known(), one.allocatedBytes());
          OptionalDouble rate = one.allocatedPerSecond(assessment.profile());
          json.decimal("allocatedBytesPerSecond", rate.isPresent(), rate.orElse(0), 0);
          json.decimal("waitingShare", one.waiting().known(), one.waiting().value(), Json.SHARE);
          OptionalDouble money =
              price.map(some -> some.of(one.cpu())).orElse(OptionalDouble.empty());
          json.decimal("cpuPricePer1000Requests", money.isPresent(), money.orElse(0), PRICE);
        });
    json.whole("entryPointsOmitted", Math.max(0, all.size() - MOST));
    json.decimal(
        "entryPointsCutCpuShare", entries.cutCpu().known(), entries.cutCpu().value(), Json.SHARE);
    json.text("entryPointsWaits", Show.id(entries.waits()));
  }

  private static void place(Json json, ProgramEntry one) throws IOException {
    Place place = one.place();
    json.text("class", place.className());
    json.text("method", place.method());
    json.textOrNull("file", place.file());
    json.line("line", place.line());
    json.textOrNull("caller", one.caller());
  }

  private static void share(Json json, String name, Share share) throws IOException {
    boolean known = share.known();
    json.decimal(name, known, share.value(), Json.SHARE);
    json.decimal(name + "Low", known, share.low(), Json.SHARE);
    json.decimal(name + "High", known, share.high(), Json.SHARE);
  }
}
