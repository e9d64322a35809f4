package io.github.rustfit.plugin.report.json;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.latency.Projection;
import io.github.rustfit.engine.latency.Served;
import io.github.rustfit.engine.latency.ServiceSplit;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.text.ServiceText;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.component.Place;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the time of service consists of, of the program and of one of its components. */
final class JsonServiceTime {

  private JsonServiceTime() {}

  /** Of the program: what all components have in common. */
  static void write(Json json, Assessment assessment) throws IOException {
    Optional<Served> any = ServiceText.served(assessment);
    if (any.isEmpty()) {
      json.unknown("serviceTime");
      return;
    }
    ServiceSplit split = any.get().split();
    json.object("serviceTime", () -> program(json, split));
  }

  /** Of a component. */
  static void write(Json json, Optional<Served> served) throws IOException {
    if (served.isEmpty()) {
      json.unknown("serviceTime");
      return;
    }
    ServiceSplit split = served.get().split();
    json.object(
        "serviceTime",
        () -> {
          range(json, "component", split.component());
          range(json, "others", split.others());
          range(json, "waiting", split.waiting());
          projection(json, served.get().projection());
        });
  }

  private static void program(Json json, ServiceSplit split) throws IOException {
    json.text("basis", Show.id(split.basis()));
    json.whole("samples", split.samples());
    range(json, "waiting", split.waiting());
    json.decimal("pauseShare", split.pauses().isPresent(), split.pauses().orElse(0), Json.SHARE);
    List<ServiceSplit.Waiting> waits = split.waits();
    json.objects(
        "waits",
        waits.subList(0, Math.min(JsonReport.MOST, waits.size())),
        wait -> {
          Place place = wait.what().place();
          json.text("reason", Show.id(wait.what().reason()));
          json.text("component", wait.what().component());
          json.text("class", place.className());
          json.text("method", place.method());
          json.textOrNull("file", place.file());
          json.line("line", place.line());
          json.decimal("share", true, wait.share(), Json.SHARE);
        });
    json.whole("waitsOmitted", Math.max(0, waits.size() - JsonReport.MOST));
  }

  private static void projection(Json json, Optional<Projection> projection) throws IOException {
    if (projection.isEmpty()) {
      json.unknown("projection");
      return;
    }
    Projection one = projection.get();
    json.object(
        "projection",
        () -> {
          json.decimal("bestMs", true, one.bestMs(), Json.THOUSANDTHS);
          json.decimal("worstMs", true, one.worstMs(), Json.THOUSANDTHS);
          json.decimal("pauseMs", true, one.pauseMs(), Json.THOUSANDTHS);
        });
  }

  private static void range(Json json, String name, ServiceSplit.Range range) throws IOException {
    json.object(
        name,
        () -> {
          json.decimal("low", true, range.low(), Json.SHARE);
          json.decimal("high", true, range.high(), Json.SHARE);
        });
  }
}
