package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.processCpu;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcRuns;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.Metaspace;
import io.github.rustfit.rules.evidence.gc.PausePoint;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import io.github.rustfit.rules.evidence.profile.NativeFacts;
import io.github.rustfit.rules.evidence.profile.ProcessFacts;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.policy.Target;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.testing.GcBuilder;
import io.github.rustfit.rules.testing.Given;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A small process: its memory, its start, and how its JVM was started. */
final class Small {

  static final long MIB = 1 << 20;

  private Small() {}

  /** 100 MiB of heap at most, of which 80 were in use before a collection and 20 were live. */
  static GcSummary heap(String collector) {
    return heap(collector, 100 * MIB, 20 * MIB);
  }

  static GcSummary heap(String collector, long max, long live) {
    RunHistory.Builder run = new RunHistory.Builder();
    Given.add(run, new PausePoint(SECOND, MILLI, "Pause Young", "cause", 80 * MIB, 20 * MIB, max));
    GcSummary log = gc(collector, 600, 20, MILLI);
    GcDetails details =
        GcDetails.builder()
            .incidents(log.details().incidents())
            .cpu(log.details().cpu())
            .metaspace(new Metaspace(10 * MIB, 11 * MIB, 0))
            .runs(new GcRuns(1, List.of(run.build(1, collector, 600 * SECOND, max))))
            .build();
    return GcBuilder.from(log).heap(max, live).versions("25.0.1+8").details(details).build();
  }

  /** A process with that peak of memory, whose longest run to the end took so long. */
  static ProfileSummary process(
      ProfileSummary profile, double peakMiB, long runMillis, String... options) {
    ProcessFacts facts =
        new ProcessFacts(
            (long) (peakMiB * MIB),
            runMillis * MILLI,
            0,
            Tally.UNKNOWN,
            Tally.UNKNOWN,
            true,
            new TreeSet<>(Set.of(options)),
            NativeFacts.UNKNOWN);
    return profile.with(RecordingFacts.EMPTY.with(facts));
  }

  static Targets memory(double limitMiB) {
    return Targets.NONE.resident(Target.of(limitMiB));
  }

  static Targets startUp(double limitMs, double observedMs) {
    return Targets.NONE.startUp(Target.of(limitMs).observing(observedMs, "cold starts"));
  }

  /**
   * Half of CPU and 60 % of allocation in the component, in a process of 200 MiB at its peak under
   * G1.
   */
  static Situation situation(Targets targets, String... options) {
    return new Situation()
        .cpuSamples(1000, 1000)
        .allocationSamples(600, 400)
        .gc(heap("G1"))
        .targets(targets)
        .recording(profile -> process(profile, 200, 0, options));
  }

  /** A recording of one start of two seconds that uses one CPU, little of it the JVM's own. */
  static Situation start(Targets targets, long hot, long rest) {
    return new Situation()
        .cpuSamples(hot, rest)
        .allocationSamples(hot, rest)
        .recordedSeconds(2)
        .gc(Given.gcCpu(heap("G1"), new Tally(0, 2 * SECOND), "25.0.1+8"))
        .targets(targets)
        .recording(
            profile ->
                processCpu(
                    process(profile, 200, 0),
                    new Tally(2 * SECOND, 2 * SECOND),
                    new Tally(SECOND / 10, 2 * SECOND)));
  }
}
