package io.github.rustfit.plugin.report.json;

import io.github.rustfit.engine.economics.BoundaryCost;
import io.github.rustfit.engine.economics.CodeGain;
import io.github.rustfit.engine.shape.HotShape;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.rules.policy.Technique;
import java.io.IOException;

/**
 * What the hot code of a component does, and what such code gains: {@code hotCode}, {@code
 * codeGain} and {@code boundary}.
 */
final class JsonCodeGain {

  private JsonCodeGain() {}

  static void write(Json json, CodeGain gain) throws IOException {
    HotShape shape = gain.shape();
    json.object(
        "hotCode",
        () -> {
          json.text("shape", shape.shape().id());
          json.objects(
              "work",
              shape.work().entrySet(),
              one -> {
                json.text("work", one.getKey().id());
                json.decimal("share", true, one.getValue().value(), Json.SHARE);
                json.decimal("low", true, one.getValue().low(), Json.SHARE);
                json.decimal("high", true, one.getValue().high(), Json.SHARE);
              });
        });
    json.object(
        "codeGain",
        () -> {
          json.decimal("low", true, gain.speedUp().pessimistic(), Json.THOUSANDTHS);
          json.decimal("central", true, gain.speedUp().central(), Json.THOUSANDTHS);
          json.decimal("high", true, gain.speedUp().optimistic(), Json.THOUSANDTHS);
          json.text("provenance", gain.provenance().id());
          json.textOrNull("source", gain.source());
        });
    BoundaryCost boundary = gain.boundary();
    json.object(
        "boundary",
        () -> {
          json.textOrNull("technique", boundary.technique().map(Technique::id).orElse(""));
          json.decimal("pessimistic", true, boundary.share().pessimistic(), Json.SHARE);
          json.decimal("central", true, boundary.share().central(), Json.SHARE);
          json.decimal("optimistic", true, boundary.share().optimistic(), Json.SHARE);
          json.text("provenance", boundary.provenance().id());
          json.textOrNull("source", boundary.source());
          json.flag("heldByGain", gain.holdsBoundary());
        });
  }
}
