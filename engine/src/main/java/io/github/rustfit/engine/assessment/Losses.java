package io.github.rustfit.engine.assessment;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.stats.Format;
import java.util.ArrayList;
import java.util.List;

/** Recordings that say themselves that they do not hold all that happened. */
final class Losses {

  private Losses() {}

  /** A problem for each kind of loss of each recording. */
  static List<Problem> problems(Evidence evidence) {
    List<Problem> problems = new ArrayList<>();
    evidence
        .profiles()
        .forEach((digest, profile) -> add(problems, path(evidence, digest), profile.facts()));
    return problems;
  }

  private static void add(List<Problem> problems, String path, RecordingFacts facts) {
    if (facts.lostBytes().amount() > 0) {
      problems.add(
          new Problem(
              path,
              0,
              "The recording lost "
                  + Format.bytes(facts.lostBytes().amount())
                  + " of events (jdk.DataLoss): counts and sums from it are lower bounds.",
              "Record with larger buffers, e.g. -XX:FlightRecorderOptions=memorysize=50m, or with"
                  + " fewer events."));
    }
    if (facts.lostCpuSamples().amount() > 0) {
      problems.add(
          new Problem(
              path,
              0,
              "The recording lost "
                  + Format.count(facts.lostCpuSamples().amount())
                  + " CPU samples (jdk.CPUTimeSamplesLost): counts and sums from it are lower"
                  + " bounds.",
              "Record jdk.CPUTimeSample with a longer period, e.g. throttle=20ms."));
    }
  }

  /** Of several copies of one recording, the first. */
  static String path(Evidence evidence, String digest) {
    return evidence.inputs().stream()
        .filter(input -> input.sha256().equals(digest))
        .map(Input::path)
        .findFirst()
        .orElse("");
  }
}
