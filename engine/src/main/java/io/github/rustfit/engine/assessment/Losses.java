package io.github.rustfit.engine.assessment;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.Fold;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.SampleRate;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.evidence.profile.Weight;
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
        .forEach(
            (digest, profile) -> {
              String path = path(evidence, digest);
              add(problems, path, profile.facts());
              SampleRate.of(profile).ifPresent(rate -> add(problems, path, rate));
              addSampling(problems, path, profile);
            });
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
              "Record jdk.CPUTimeSample with a longer period (throttle) than this recording's."));
    }
  }

  private static void add(List<Problem> problems, String path, SampleRate rate) {
    if (!rate.believed()) {
      problems.add(
          new Problem(
              path,
              0,
              "The recording has "
                  + Format.count(rate.samples())
                  + " CPU samples for "
                  + Format.count(Math.round(rate.cpuNanos() / 1e9))
                  + " s of CPU time of the application's threads, "
                  + Format.count(Math.round(rate.perCpuSecond()))
                  + " a second where "
                  + Format.count(Math.round(rate.duePerCpuSecond()))
                  + " are due: the others were lost, on JDK 17 mostly in stubs of intrinsics and in"
                  + " native code, and no share of CPU can be trusted.",
              "Record with JDK 25's CPU-time sampling (jdk.CPUTimeSample#enabled=true) or with"
                  + " async-profiler."));
    }
  }

  private static void addSampling(List<Problem> problems, String path, ProfileSummary profile) {
    SamplingFacts sampling = profile.facts().sampling();
    for (SampleKind kind : sampling.assumed()) {
      Weight total = profile.total(kind);
      if (total.samples() > 0) {
        problems.add(
            new Problem(
                path,
                0,
                "The recording does not say what a "
                    + (kind == SampleKind.CPU ? "CPU sample" : "sample of kind " + kind)
                    + " stands for; "
                    + Format.count(total.amount() / total.samples())
                    + " "
                    + kind.unit()
                    + " are assumed. Shares do not depend on it, sums and rates do.",
                "Keep jdk.ActiveSetting when a recording is scrubbed, or record in a format that"
                    + " says the period, such as JFR."));
      }
    }
    sampling
        .unread()
        .forEach(
            (event, count) ->
                problems.add(
                    new Problem(
                        path,
                        0,
                        "The recording holds "
                            + Format.count(count)
                            + " events "
                            + event
                            + ", which are not understood and were not used.",
                        "Record with the JDK or async-profiler if they are what is to be judged.")));
  }

  /** Of several copies of one recording, the first; of a sum, the first of what was summed. */
  static String path(Evidence evidence, String digest) {
    Fold fold = evidence.folds().get(digest);
    if (fold != null) {
      String first = path(evidence, fold.members().first());
      int more = fold.members().size() - 1;
      return more == 0 ? first : first + " and " + Format.count(more) + " more";
    }
    return evidence.inputs().stream()
        .filter(input -> input.sha256().equals(digest))
        .map(Input::path)
        .findFirst()
        .orElse("");
  }
}
