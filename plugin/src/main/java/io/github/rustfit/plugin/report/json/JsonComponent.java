package io.github.rustfit.plugin.report.json;

import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.TopicAnswer;
import io.github.rustfit.engine.economics.SpeedUp;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.component.AllocationSite;
import io.github.rustfit.rules.component.HotMethod;
import io.github.rustfit.rules.component.Place;
import io.github.rustfit.rules.policy.PlannedComponent;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.verdict.Gate;
import io.github.rustfit.rules.verdict.GateState;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One of the {@code components} of {@code report.json}.
 *
 * @param json where to write
 * @param cpuRecorded whether CPU samples were enabled; if not, their number is unknown
 * @param allocationRecorded the same for allocation
 */
record JsonComponent(Json json, boolean cpuRecorded, boolean allocationRecorded) {

  void write(ComponentAssessment one) throws IOException {
    json.text("name", one.component().name());
    json.text("module", one.component().module());
    json.strings("packages", one.component().packages());
    json.textOrNull("owner", one.component().owner());
    json.whole("linesOfCode", one.component().linesOfCode());
    json.object("cpu", () -> share("samples", cpuRecorded, one.cpuSamples(), one.cpu()));
    json.object(
        "allocation",
        () -> share("bytes", allocationRecorded, one.allocatedBytes(), one.allocation()));
    json.decimal(
        "sourceMatchShare", one.sourceMatch().known(), one.sourceMatch().value(), Json.SHARE);
    json.objects("hotMethods", first(one.hotMethods()), this::hotMethod);
    json.whole("hotMethodsOmitted", Math.max(0, one.hotMethods().size() - JsonReport.MOST));
    json.objects("allocationSites", first(one.allocationSites()), this::allocationSite);
    json.whole(
        "allocationSitesOmitted", Math.max(0, one.allocationSites().size() - JsonReport.MOST));
    JsonSurroundings.write(json, one.surroundings());
    JsonServiceTime.write(json, one.surroundings().served());
    json.objects(
        "checklist",
        one.checklist(),
        answer -> {
          json.whole("question", answer.topic().question());
          answer(answer);
        });
    json.objects(
        "conditions",
        one.topics().values().stream().filter(answer -> answer.topic().question() == 0).toList(),
        answer -> {
          json.text("condition", Show.id(answer.topic()));
          answer(answer);
        });
    json.object(
        "gates",
        () -> {
          for (Gate gate : Gate.values()) {
            json.text(gate.name(), one.gates().state(gate).id());
          }
        });
    json.strings(
        "assumedGates",
        Stream.of(Gate.values())
            .filter(gate -> one.gates().state(gate) == GateState.ASSUMED)
            .map(Gate::name)
            .toList());
    json.text("verdict", one.verdict().id());
    json.strings("explanation", one.explanation().sentences());
    json.strings("reasons", one.reasons());
    json.strings("wouldDecide", one.wouldDecide());
    speedUp(one.speedUp());
    JsonCodeGain.write(json, one.gain());
    JsonTrials.write(json, one.gain().trials().all());
    JsonEconomics.write(json, one.economics());
    JsonSeam.write(json, one.seam());
    JsonHistory.write(json, one.history());
    JsonLibraries.write(json, one.libraries());
    planned(one.planned());
    json.objects("findings", one.findings(), this::finding);
    json.objects(
        "patterns",
        one.patterns().counts().entrySet(),
        pattern -> {
          json.text("pattern", pattern.getKey());
          json.whole("matches", pattern.getValue());
        });
    json.objects("candidates", one.patterns().candidates(), this::finding);
    JsonFit.write(json, one.fit());
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(JsonReport.MOST, all.size()));
  }

  private void share(String amountName, boolean recorded, long amount, Share share)
      throws IOException {
    json.whole(amountName, recorded, amount);
    json.decimal("share", share.known(), share.value(), Json.SHARE);
    json.decimal("low", share.known(), share.low(), Json.SHARE);
    json.decimal("high", share.known(), share.high(), Json.SHARE);
  }

  private void place(Place place) throws IOException {
    json.text("class", place.className());
    json.text("method", place.method());
    json.textOrNull("file", place.file());
    json.line("line", place.line());
  }

  private void hotMethod(HotMethod method) throws IOException {
    place(method.place());
    json.decimal("selfShare", method.self().known(), method.self().value(), Json.SHARE);
    json.decimal("totalShare", method.self().known(), method.totalShare(), Json.SHARE);
  }

  private void allocationSite(AllocationSite site) throws IOException {
    place(site.place());
    json.text("type", site.type());
    json.whole("bytes", site.bytes());
    json.decimal("share", site.share().known(), site.share().value(), Json.SHARE);
  }

  private void answer(TopicAnswer answer) throws IOException {
    json.text("text", answer.topic().text());
    json.text("answer", answer.answer().id());
    json.objects(
        "evidence",
        answer.facts(),
        fact -> {
          json.text("text", fact.text());
          json.text("provenance", fact.provenance().id());
        });
    json.strings("wouldDecide", answer.wouldDecide());
    json.strings("rules", answer.rules());
  }

  private void speedUp(Optional<SpeedUp> speedUp) throws IOException {
    double unknown = Double.NaN;
    json.decimal(
        "ceiling", true, speedUp.flatMap(SpeedUp::ceiling).orElse(unknown), Json.THOUSANDTHS);
    json.decimal(
        "ceilingLow", true, speedUp.map(SpeedUp::ceilingLow).orElse(unknown), Json.THOUSANDTHS);
    json.decimal(
        "ceilingHigh", true, speedUp.map(SpeedUp::ceilingHigh).orElse(unknown), Json.THOUSANDTHS);
    Optional<SpeedUp.Estimate> estimate = speedUp.flatMap(SpeedUp::estimate);
    if (estimate.isEmpty()) {
      json.unknown("estimate");
      return;
    }
    json.object(
        "estimate",
        () -> {
          json.decimal("low", true, estimate.get().low(), Json.THOUSANDTHS);
          json.decimal("central", true, estimate.get().central(), Json.THOUSANDTHS);
          json.decimal("high", true, estimate.get().high(), Json.THOUSANDTHS);
        });
  }

  private void planned(Optional<PlannedComponent> planned) throws IOException {
    if (planned.isEmpty()) {
      json.unknown("planned");
      return;
    }
    json.object(
        "planned",
        () -> {
          json.textOrNull("description", planned.get().description());
          json.textOrNull("shape", planned.get().shape());
        });
  }

  private void finding(Finding finding) throws IOException {
    json.text("rule", finding.rule());
    json.text("id", finding.id());
    json.text("level", finding.level().id());
    json.textOrNull("file", finding.file());
    json.line("line", finding.line());
    json.text("message", finding.message());
    json.text("remedy", finding.remedy());
    json.flag("confirmed", finding.confirmed());
    json.flag("processWide", finding.processWide());
    json.decimal("cpuShare", finding.cpu().known(), finding.cpu().value(), Json.SHARE);
    json.decimal(
        "allocationShare", finding.allocation().known(), finding.allocation().value(), Json.SHARE);
    json.decimal(
        "waitedMs", finding.waitedNanos() > 0, finding.waitedNanos() / 1e6, Json.THOUSANDTHS);
  }
}
