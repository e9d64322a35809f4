package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.text.Texts;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.verdict.Verdict;
import java.io.IOException;
import java.util.List;

/** Components by their part of the CPU and of the allocation. */
final class TreemapData {

  private TreemapData() {}

  static void write(Json json, Assessment assessment, List<Section> sections) throws IOException {
    json.object(
        "treemap",
        () -> {
          json.flag("cpu", assessment.profile().recorded(SampleKind.CPU));
          json.flag("allocation", assessment.profile().recorded(SampleKind.ALLOCATION));
          json.object(
              "verdicts",
              () -> {
                for (Verdict verdict : Verdict.values()) {
                  json.text(verdict.id(), verdict.title());
                }
              });
          json.objects(
              "components",
              sections,
              section -> {
                json.text("id", section.id());
                json.text("name", Texts.shown(section.name()));
                json.text("verdict", section.one().verdict().id());
                share(json, "cpu", section.one().cpu());
                share(json, "allocation", section.one().allocation());
              });
        });
  }

  private static void share(Json json, String name, Share share) throws IOException {
    json.decimal(name, share.known(), share.value(), Json.SHARE);
  }
}
