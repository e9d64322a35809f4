package io.github.rustfit.engine.promise;

import io.github.rustfit.engine.jvm.GcVisibility;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import io.github.rustfit.rules.evidence.profile.Launcher;
import io.github.rustfit.rules.evidence.profile.ProcessFacts;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.policy.Target;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Whether a declared target is missed. What a recording proves comes before what is declared, so
 * that declaring what is observed never turns around what was measured.
 *
 * @param promise what the target is for
 * @param at of a latency its percentile, e.g. {@code p99}; empty otherwise
 * @param limit the most that is allowed, in the unit of the promise
 * @param observed what is known of it; empty when nothing is
 * @param missed yes, no, or unknown
 * @param toDecide what would tell; empty when it is known
 */
public record Kept(
    Promise promise,
    String at,
    double limit,
    Optional<Observed> observed,
    Answer missed,
    String toDecide) {

  /**
   * The memory that a flight recording itself may take, so that a peak that is that close to a
   * limit proves no miss.
   */
  public static final Threshold RECORDER =
      new Threshold(
          "memory of the recording itself",
          32,
          "MiB",
          "project measurement: 17 to 22 MiB more at the peak of four small JVMs of JDK 25");

  private static final double MIB = 1 << 20;
  private static final double NANOS_PER_MILLI = 1e6;

  private static final String OBSERVED_START =
      "Declare targets.startUp.observedMs with its source in rustfit.yaml, e.g. the median time of"
          + " 20 cold starts from the start of the process to the first answer: no recording knows"
          + " when a program is of use.";

  private static final String RESIDENT =
      "Attach a recording of JDK 21 or newer, which holds jdk.ResidentSetSize by default, or declare"
          + " targets.residentMemory.observedMiB with its source in rustfit.yaml (VmHWM in"
          + " /proc/PID/status).";

  private static final String WITHOUT_RECORDER =
      "Declare targets.residentMemory.observedMiB with its source in rustfit.yaml, taken without a"
          + " recording (VmHWM in /proc/PID/status): the recording takes memory itself, and the limit"
          + " lies within that.";

  private static final String APPLICATION =
      "Record the application itself, or declare what is observed: a recording of tests tells nothing"
          + " of the application's process.";

  /**
   * What is known of a figure.
   *
   * @param value in the unit of the promise
   * @param bound whether it is that, or at least or at most that
   * @param provenance measured or declared
   * @param basis what it rests on, in a few words; empty when that was not said
   */
  public record Observed(double value, Bound bound, Provenance provenance, String basis) {}

  /** How a figure lies to the true one. */
  public enum Bound {
    /** It is the figure. */
    EXACTLY(""),
    /** The true figure is as large or larger. */
    AT_LEAST("at least "),
    /** The true figure is as large or smaller. */
    AT_MOST("at most ");

    private final String text;

    Bound(String text) {
      this.text = text;
    }

    /** The words before the figure. */
    public String text() {
      return text;
    }
  }

  /** Those of all declared targets, in the order of {@link Promise}. */
  public static List<Kept> of(Policy policy, ProfileSummary profile, GcSummary gc) {
    List<Kept> all = new ArrayList<>();
    policy.serviceLevel().ifPresent(level -> all.add(latency(level, gc, policy)));
    policy.targets().startUpMs().ifPresent(target -> all.add(startUp(target, profile)));
    policy.targets().residentMiB().ifPresent(target -> all.add(memory(target, profile, gc)));
    return List.copyOf(all);
  }

  private static Kept latency(ServiceLevel level, GcSummary gc, Policy policy) {
    String at = "p" + Format.number(level.percentile());
    OptionalDouble alone = GcVisibility.hitByPausesAlone(gc, policy);
    boolean proven = alone.isPresent() && alone.getAsDouble() >= level.allowedMisses();
    Optional<Observed> observed =
        level.observedMs().stream()
            .mapToObj(ms -> new Observed(ms, Bound.EXACTLY, Provenance.DECLARED, ""))
            .findFirst();
    double limit = level.targetMs();
    if (proven) {
      Observed least =
          new Observed(limit, Bound.AT_LEAST, Provenance.MEASURED, "pauses of the collector alone");
      return new Kept(
          Promise.LATENCY,
          at,
          limit,
          observed.filter(one -> one.value() > limit).or(() -> Optional.of(least)),
          Answer.YES,
          "");
    }
    return declared(
        Promise.LATENCY,
        at,
        limit,
        observed,
        "Declare serviceLevel.observedMs in rustfit.yaml: the "
            + at
            + " latency that production or the load test shows.");
  }

  private static Kept startUp(Target target, ProfileSummary profile) {
    double run = profile.facts().process().longestRunNanos() / NANOS_PER_MILLI;
    if (run > 0 && run <= target.limit() && !ofTests(profile)) {
      return new Kept(
          Promise.START_UP,
          "",
          target.limit(),
          Optional.of(
              new Observed(
                  run, Bound.AT_MOST, Provenance.MEASURED, "the longest recorded run as a whole")),
          Answer.NO,
          "");
    }
    return declared(Promise.START_UP, "", target.limit(), observed(target), OBSERVED_START);
  }

  private static Kept memory(Target target, ProfileSummary profile, GcSummary gc) {
    double limit = target.limit();
    if (ofTests(profile)) {
      return declared(Promise.MEMORY, "", limit, observed(target), APPLICATION);
    }
    ProcessFacts process = profile.facts().process();
    double peak = process.peakResidentBytes() / MIB;
    if (peak > 0 && (peak <= limit || peak - RECORDER.value() > limit)) {
      return new Kept(
          Promise.MEMORY,
          "",
          limit,
          Optional.of(
              new Observed(
                  peak, Bound.EXACTLY, Provenance.MEASURED, "peak of jdk.ResidentSetSize")),
          peak > limit ? Answer.YES : Answer.NO,
          "");
    }
    double least = inUse(gc) / MIB;
    if (least > limit) {
      return new Kept(
          Promise.MEMORY,
          "",
          limit,
          Optional.of(
              new Observed(
                  least,
                  Bound.AT_LEAST,
                  Provenance.MEASURED,
                  "heap in use at a collection, and metadata of classes")),
          Answer.YES,
          "");
    }
    return declared(
        Promise.MEMORY, "", limit, observed(target), peak > 0 ? WITHOUT_RECORDER : RESIDENT);
  }

  /** Most bytes that were certainly in use at a time: what was used was in memory. */
  static long inUse(GcSummary gc) {
    long heap = gc.largestLiveBytes();
    for (RunHistory run : gc.details().runs().kept()) {
      heap =
          Math.max(
              heap, run.pauses().points().stream().mapToLong(p -> p.beforeBytes()).max().orElse(0));
    }
    return heap > 0 ? heap + gc.details().metaspace().usedBytes() : 0;
  }

  private static Optional<Observed> observed(Target target) {
    return target.observed().stream()
        .mapToObj(value -> new Observed(value, Bound.EXACTLY, Provenance.DECLARED, target.source()))
        .findFirst();
  }

  private static Kept declared(
      Promise promise, String at, double limit, Optional<Observed> observed, String toDecide) {
    Answer missed =
        observed.map(one -> one.value() > limit ? Answer.YES : Answer.NO).orElse(Answer.UNKNOWN);
    return new Kept(promise, at, limit, observed, missed, missed == Answer.UNKNOWN ? toDecide : "");
  }

  private static boolean ofTests(ProfileSummary profile) {
    return profile.facts().launchers().equals(Set.of(Launcher.TESTS));
  }

  /** What is known, and whether the target is missed, in one sentence. */
  public Optional<Fact> fact() {
    return observed.map(
        one ->
            new Fact(
                promise.title()
                    + (at.isEmpty() ? "" : " at " + at)
                    + " is "
                    + one.bound().text()
                    + promise.text(one.value())
                    + (one.basis().isEmpty() ? "" : " (" + one.basis() + ")")
                    + ", the target is "
                    + promise.text(limit)
                    + (missed == Answer.YES ? ": missed." : ": met."),
                one.provenance()));
  }
}
