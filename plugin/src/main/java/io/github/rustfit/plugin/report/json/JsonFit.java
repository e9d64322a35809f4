package io.github.rustfit.plugin.report.json;

import io.github.rustfit.engine.fit.Fit;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.rules.precedent.Precedent;
import io.github.rustfit.rules.precedent.Trait;
import java.io.IOException;
import java.util.List;

/** What a component resembles, in {@code report.json}. */
final class JsonFit {

  private JsonFit() {}

  static void write(Json json, Fit fit) throws IOException {
    json.objects(
        "archetypes",
        fit.archetypes(),
        likeness -> {
          json.text("archetype", likeness.archetype().id());
          json.flag("fit", likeness.archetype().fit());
          json.objects(
              "signs",
              likeness.signs(),
              sign -> {
                json.text("text", sign.text());
                json.text("provenance", sign.provenance().id());
              });
        });
    json.objects(
        "precedents",
        fit.precedents(),
        near -> {
          Precedent precedent = near.precedent();
          json.text("id", precedent.id());
          json.text("title", precedent.title());
          json.text("outcome", precedent.outcome().id());
          json.text("pain", precedent.pain());
          json.text("gain", precedent.gain());
          json.textOrNull("triedFirst", precedent.triedFirst());
          json.text("changedToo", precedent.changedToo());
          json.flag("calibrates", precedent.calibrates());
          json.text("source", precedent.source());
          json.text("boundary", precedent.boundary().id());
          json.text("sameBoundary", near.boundary().id());
          json.strings("matched", ids(near.matched()));
          json.strings("unmatched", ids(near.unmatched()));
          json.strings("unknown", ids(near.unknown()));
        });
  }

  private static List<String> ids(List<Trait> traits) {
    return traits.stream().map(Trait::id).toList();
  }
}
