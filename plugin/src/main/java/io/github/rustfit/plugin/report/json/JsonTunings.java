package io.github.rustfit.plugin.report.json;

import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration;
import io.github.rustfit.rules.evidence.tuning.Tuning;
import io.github.rustfit.rules.evidence.tuning.TuningCost;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;

/** What was measured of other JVMs and options: the {@code tunings} of {@code report.json}. */
final class JsonTunings {

  private JsonTunings() {}

  static void write(Json json, SortedSet<Tuning> all) throws IOException {
    json.objects("tunings", all, one -> tuning(json, one));
  }

  private static void tuning(Json json, Tuning one) throws IOException {
    json.text("aim", Show.id(one.aim()));
    json.text("day", one.day());
    json.textOrNull("cpu", one.machine().cpu());
    json.whole("processors", one.machine().processors());
    json.whole("memoryBytes", one.machine().memoryBytes() > 0, one.machine().memoryBytes());
    json.text("system", one.machine().system());
    json.text("command", one.command());
    json.whole("rounds", one.noise().rounds());
    json.decimal("spread", true, one.noise().spread(), Json.SHARE);
    json.decimal("othersBusy", true, one.noise().others(), Json.SHARE);
    json.decimal("drift", true, one.noise().drift(), Json.SHARE);
    json.textOrNull("doubt", one.noise().doubt());
    json.strings("hotFiles", one.code().sources().keySet());
    json.strings("changedFiles", one.code().changed());
    json.text("best", one.best());
    json.objects("configurations", one.configurations(), row -> row(json, row));
  }

  private static void row(Json json, TunedConfiguration one) throws IOException {
    json.text("name", one.name());
    json.textOrNull("jdk", one.jdk());
    json.textOrNull("collector", one.collector());
    json.strings("options", one.options());
    json.textOrNull("code", one.code());
    json.textOrNull("why", one.why());
    json.text("result", Show.id(one.result()));
    Optional<Gain> gain = one.gain();
    if (gain.isPresent()) {
      json.object(
          "gain",
          () -> {
            json.decimal("low", true, gain.get().low(), Json.SHARE);
            json.decimal("value", true, gain.get().value(), Json.SHARE);
            json.decimal("high", true, gain.get().high(), Json.SHARE);
          });
    } else {
      json.unknown("gain");
    }
    TuningCost cost = one.cost();
    boolean ran = cost.runs() > 0;
    json.whole("runs", cost.runs());
    json.whole("cpuNanos", ran, cost.cpuNanos());
    json.whole("wallNanos", ran, cost.wallNanos());
    json.whole("residentBytes", cost.residentBytes() > 0, cost.residentBytes());
    json.whole("latencyMicros", cost.latencyMicros() > 0, cost.latencyMicros());
    json.whole("startUpNanos", cost.startUpNanos() > 0, cost.startUpNanos());
    json.whole("longestPauseNanos", cost.longestPauseNanos() > 0, cost.longestPauseNanos());
    json.textOrNull("said", one.said());
  }
}
