package io.github.rustfit.engine.advice;

import static io.github.rustfit.rules.stats.Format.count;
import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.Launcher;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.SampleRate;
import io.github.rustfit.rules.stats.Format;
import io.github.rustfit.rules.stats.Share;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Why recordings are to be made anew before anything else is done. */
final class Recordings {

  /** So short a time is no load: a service was seen to compile for 33 s after its start. */
  private static final long SHORT_NANOS = 30_000_000_000L;

  /** Samples below which nothing is said of whole recordings. */
  private static final long FEWEST = 20;

  private static final String UNDER_LOAD =
      "Record the program for at least five minutes under the load of production, and run this"
          + " again.";

  /** Part of the samples without their callers from which shares are off by as much. */
  private static final double MANY_CUT = 0.1;

  private Recordings() {}

  /** None where they are fine. */
  static List<NextStep> toMakeAnew(Assessment assessment) {
    ProfileSummary profile = assessment.profile();
    if (ofAnotherProgram(assessment)) {
      return List.of(
          step(
              "Record the program that this source builds.",
              "None of the CPU samples passes through a class of the source."));
    }
    if (profile.total(SampleKind.CPU).samples() > 0) {
      return Stream.of(lost(profile), cut(profile), load(profile))
          .flatMap(Optional::stream)
          .toList();
    }
    return profile.total(SampleKind.WALL).samples() > 0
        ? List.of() // it tells what is waited for, which is looked at first
        : List.of(
            step(
                UNDER_LOAD,
                "There are no CPU samples, so that nothing is judged by CPU or allocation."));
  }

  /** As it is said of the analysis as a whole: see {@code Attribution.foreign}. */
  private static boolean ofAnotherProgram(Assessment assessment) {
    Share nobody = assessment.unattributed().cpu();
    return nobody.known()
        && nobody.value() >= 1
        && nobody.samples() >= FEWEST
        && assessment.components().stream()
            .noneMatch(one -> one.allocation().known() && one.allocation().value() > 0);
  }

  private static Optional<NextStep> lost(ProfileSummary profile) {
    return SampleRate.of(profile)
        .filter(rate -> !rate.believed())
        .map(
            rate ->
                step(
                    "Record again with a profiler that loses no CPU samples: JDK 25's"
                        + " jdk.CPUTimeSample#enabled=true, or async-profiler.",
                    "The recordings have "
                        + count(rate.samples())
                        + " of the "
                        + count(rate.due())
                        + " CPU samples that are due for the CPU time of the threads; the others may"
                        + " be of any component."));
  }

  private static Optional<NextStep> cut(ProfileSummary profile) {
    long all = profile.total(SampleKind.CPU).samples();
    long byProfiler = cut(profile, Frame.CUT);
    long byFolding = cut(profile, Frame.FOLDED_BLIND);
    long cut = byProfiler + byFolding;
    return cut < MANY_CUT * all
        ? Optional.empty()
        : Optional.of(
            step(
                byFolding > byProfiler
                    ? "Fold the recordings where the sources are, or with a smaller"
                        + " rustfit.foldShare."
                    : "Record deeper stacks: -XX:FlightRecorderOptions=stackdepth=512.",
                "The stacks of "
                    + percent((double) cut / all)
                    + " of the CPU samples were cut, so that who called what is left is unknown."));
  }

  private static long cut(ProfileSummary profile, Frame root) {
    return profile.samples().entrySet().stream()
        .filter(one -> one.getKey().kind() == SampleKind.CPU)
        .filter(one -> ends(one.getKey().stack(), root))
        .mapToLong(one -> one.getValue().samples())
        .sum();
  }

  private static boolean ends(List<Frame> stack, Frame root) {
    return !stack.isEmpty() && stack.get(stack.size() - 1).equals(root);
  }

  private static Optional<NextStep> load(ProfileSummary profile) {
    SortedSet<Launcher> launchers = profile.facts().launchers();
    boolean tests = launchers.contains(Launcher.TESTS) && launchers.size() == 1;
    boolean brief = profile.recordedNanos() > 0 && profile.recordedNanos() < SHORT_NANOS;
    if (!tests && !brief) {
      return Optional.empty(); // some formats do not tell how long they are of
    }
    return Optional.of(
        step(
            UNDER_LOAD,
            (brief
                    ? "What was recorded covers "
                        + Format.number(Math.rint(profile.recordedNanos() / 1e8) / 10)
                        + " s"
                        + (tests ? " of tests" : "")
                    : "What was recorded are tests")
                + ": what follows may be of no weight under load."));
  }

  private static NextStep step(String text, String because) {
    return NextStep.of(NextStep.Kind.RECORD, "", text, because);
  }
}
