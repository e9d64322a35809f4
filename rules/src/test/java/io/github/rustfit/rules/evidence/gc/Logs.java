package io.github.rustfit.rules.evidence.gc;

import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import io.github.rustfit.rules.testing.GcBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** GC logs side by side, as evidence holds them. */
final class Logs {

  private final List<Input> inputs = new ArrayList<>();
  private final SortedMap<String, GcSummary> logs = new TreeMap<>();
  private final Map<String, List<GcRunPart>> parts = new TreeMap<>();

  /** Adds a log of which the first and the last run are these parts, once when they are one. */
  Logs add(String path, String digest, GcSummary log, GcRunPart... runs) {
    inputs.add(
        new Input(path, "gc-log", digest, Input.Status.READ, "", LineCounts.NONE, Labels.NONE));
    logs.put(digest, log.from(digest));
    parts.put(digest, List.of(runs));
    return this;
  }

  /** Another name of a log that was added. */
  Logs copy(String path, String digest) {
    inputs.add(
        new Input(path, "gc-log", digest, Input.Status.READ, "", LineCounts.NONE, Labels.NONE));
    return this;
  }

  GcOverlap overlap() {
    return GcOverlap.of(inputs, logs, parts);
  }

  GcSeries series() {
    return GcSeries.of(inputs, logs, parts);
  }

  /** All of them, the parts of a run as one. */
  GcSummary together() {
    return series().across(logs.values().stream().reduce(GcSummary.EMPTY, GcSummary::merge));
  }

  /**
   * A log of these runs, which tells of their pauses all the time, and nothing else. Pauses that
   * are not kept one by one took a millisecond.
   */
  static GcSummary of(RunHistory... runs) {
    GcRuns all = GcRuns.NONE;
    long nanos = 0;
    PauseHistogram.Builder pauses = new PauseHistogram.Builder();
    for (RunHistory run : runs) {
      all = all.merge(GcRuns.of(run));
      nanos += run.nanos();
      run.pauses().points().forEach(point -> pauses.add(point.nanos()));
      for (long i = run.pauses().points().size(); i < run.pauses().count(); i++) {
        pauses.add(1_000_000);
      }
    }
    return GcBuilder.gc()
        .nanos(nanos, nanos)
        .pauses(pauses.build())
        .details(GcDetails.builder().runs(all).build())
        .build();
  }
}
