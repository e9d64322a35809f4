package io.github.rustfit.plugin.report.json;

import io.github.rustfit.engine.trial.Tried;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.trial.OtherJava;
import io.github.rustfit.rules.evidence.trial.TrialBars;
import io.github.rustfit.rules.evidence.trial.TrialFigures;
import io.github.rustfit.rules.evidence.trial.TrialMachine;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was measured of ports that were tried: {@code trials} of a component. */
final class JsonTrials {

  private JsonTrials() {}

  static void write(Json json, List<Tried> all) throws IOException {
    json.objects("trials", all, one -> trial(json, one));
  }

  private static void trial(Json json, Tried one) throws IOException {
    TrialMachine machine = one.trial().machine();
    json.text("entry", one.trial().entry());
    json.text("port", one.trial().port().name().toLowerCase(Locale.ROOT));
    json.text("state", one.stateId());
    json.text("text", one.text());
    json.text("day", one.trial().day());
    json.textOrNull("cpu", machine.cpu());
    json.whole("processors", machine.processors());
    json.text("system", machine.system());
    json.text("jdk", machine.jdk());
    json.text("rustc", machine.rustc());
    json.textOrNull("technique", machine.technique().toLowerCase(Locale.ROOT));
    json.strings("changed", one.trial().changed());
    json.decimal("coveredShare", one.covered().known(), one.covered().value(), Json.SHARE);
    Optional<TrialFigures> figures = one.trial().figures();
    if (figures.isPresent()) {
      json.object("figures", () -> figures(json, figures.get()));
    } else {
      json.unknown("figures");
    }
  }

  private static void figures(Json json, TrialFigures figures) throws IOException {
    json.whole("pairs", figures.pairs());
    json.flag("captured", figures.captured());
    json.object("gain", () -> gain(json, figures.gain()));
    json.object("counted", () -> gain(json, figures.counted()));
    json.object("clock", () -> gain(json, figures.clock()));
    json.objects(
        "sizes",
        figures.sizes(),
        size -> {
          json.whole("mostElements", size.most() != Long.MAX_VALUE, size.most());
          json.whole("calls", size.calls() > 0, size.calls());
          json.object("gain", () -> gain(json, size.gain()));
        });
    TrialBars bars = figures.bars();
    json.whole("javaNanos", bars.java());
    json.whole("rustNanos", bars.rust());
    json.whole("rustAloneNanos", bars.alone() > 0, bars.alone());
    json.whole("javaBytes", bars.javaBytes());
    json.whole("rustBytes", bars.rustBytes());
    json.whole("javaResidentBytes", bars.javaResident() > 0, bars.javaResident());
    json.whole("rustResidentBytes", bars.rustResident() > 0, bars.rustResident());
    json.decimal("leftToJavaShare", true, bars.leftToJava() / 1000.0, Json.SHARE);
    Optional<OtherJava> other = figures.other();
    if (other.isPresent()) {
      json.object(
          "otherJava",
          () -> {
            json.text("name", other.get().name());
            json.object("gain", () -> gain(json, other.get().gain()));
            json.object("rust", () -> gain(json, other.get().rust()));
          });
    } else {
      json.unknown("otherJava");
    }
  }

  private static void gain(Json json, Gain gain) throws IOException {
    json.decimal("low", true, gain.low(), Json.SHARE);
    json.decimal("value", true, gain.value(), Json.SHARE);
    json.decimal("high", true, gain.high(), Json.SHARE);
  }
}
