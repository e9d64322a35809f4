package io.github.rustfit.rules.testing;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcCpuTimes;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcIncidents;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.evidence.gc.PausePoint;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Small hand-made data. Every CPU sample stands for 20 ms, every allocation sample for 1 MiB. */
public final class Given {

  /** In nanoseconds. */
  public static final long SECOND = 1_000_000_000L;

  /** A millisecond in nanoseconds. */
  public static final long MILLI = 1_000_000L;

  /** What a CPU sample stands for, in nanoseconds. */
  public static final long CPU_PERIOD = 20 * MILLI;

  /** What an allocation sample stands for, in bytes. */
  public static final long ALLOCATION = 1 << 20;

  private Given() {}

  /** A method at these lines. */
  public static SourceMethod method(String name, int first, int last) {
    return new SourceMethod(name, first, last, Optional.empty());
  }

  /** A type at these lines; a nested one has a {@code $} in its name. */
  public static SourceType type(String binaryName, int first, int last, SourceMethod... methods) {
    return new SourceType(binaryName, first, last, List.of(methods), Optional.empty());
  }

  /** Adds a pause to the history of a run. */
  public static void add(RunHistory.Builder history, PausePoint pause) {
    history.pause(
        pause.startNanos(),
        pause.nanos(),
        pause.kind(),
        pause.cause(),
        pause.beforeBytes(),
        pause.afterBytes(),
        pause.committedBytes());
  }

  /** A shipped file of one line of code for each line of its first type. */
  public static SourceFile file(
      String module, String path, String packageName, SourceType... types) {
    return file(module, path, SourceFile.Role.MAIN, packageName, Set.of(), types);
  }

  /** A file of one line of code for each line of its first type. */
  public static SourceFile file(
      String module,
      String path,
      SourceFile.Role role,
      String packageName,
      Set<String> imports,
      SourceType... types) {
    int lines = types.length == 0 ? 0 : types[0].lastLine() - types[0].firstLine() + 1;
    return new SourceFile(
        module,
        path,
        "00",
        role,
        packageName,
        lines,
        new TreeSet<>(imports),
        List.of(types),
        Collections.emptySortedSet(),
        Collections.emptySortedSet());
  }

  /** A frame of Java code; line 0 is unknown. */
  public static Frame frame(String className, String method, int line) {
    return new Frame(className, method, line);
  }

  /** A CPU sample's key; the leaf comes first. */
  public static SampleKey cpu(Frame... stack) {
    return new SampleKey(SampleKind.CPU, List.of(stack), "");
  }

  /** An allocation sample's key, of a type such as {@code byte[]}; the leaf comes first. */
  public static SampleKey allocation(String type, Frame... stack) {
    return new SampleKey(SampleKind.ALLOCATION, List.of(stack), type);
  }

  /** So many samples of a key. */
  public static Map<SampleKey, Weight> samples(long count, SampleKey key) {
    long amount = key.kind() == SampleKind.ALLOCATION ? ALLOCATION : CPU_PERIOD;
    return count == 0 ? Map.of() : Map.of(key, Weight.of(count, amount));
  }

  /** A recording of these samples and of no other kind. */
  @SafeVarargs
  public static ProfileSummary profile(long seconds, Map<SampleKey, Weight>... samples) {
    Map<SampleKey, Weight> all = new HashMap<>();
    for (Map<SampleKey, Weight> some : samples) {
      some.forEach((key, weight) -> all.merge(key, weight, Weight::merge));
    }
    return ProfileSummary.ofSamples(seconds * SECOND, all);
  }

  /** A verbose GC log of equal pauses, each of them one young collection, and nothing odd. */
  public static GcSummary gc(String collector, long seconds, int pauses, long pauseNanos) {
    PauseHistogram.Builder histogram = new PauseHistogram.Builder();
    for (int i = 0; i < pauses; i++) {
      histogram.add(pauseNanos);
    }
    TreeMap<String, PauseTotal> causes = new TreeMap<>();
    causes.put(
        "G1 Evacuation Pause",
        new PauseTotal(pauses, pauses * pauseNanos, pauses > 0 ? pauseNanos : 0));
    return GcBuilder.gc()
        .collector(collector)
        .nanos(seconds * SECOND, seconds * SECOND)
        .pauses(histogram.build())
        .causes(causes)
        .collections(pauses, 0)
        .details(quiet(seconds * SECOND, pauses, pauses * pauseNanos))
        .build();
  }

  /** What a verbose log says when nothing is odd. */
  private static GcDetails quiet(long nanos, int pauses, long pauseNanos) {
    TreeMap<GcIncident, Tally> none = new TreeMap<>();
    for (GcIncident incident : GcIncident.values()) {
      none.put(incident, new Tally(0, nanos));
    }
    return GcDetails.builder()
        .incidents(new GcIncidents(none, new TreeMap<>(), PauseTotal.NONE, 0, PauseTotal.NONE))
        .cpu(new GcCpuTimes(pauses, pauseNanos, 0, pauseNanos, 0, 0))
        .build();
  }

  /** The same log with other causes. */
  public static GcSummary causes(GcSummary gc, Map<String, PauseTotal> causes) {
    return GcBuilder.from(gc).causes(causes).build();
  }

  /** The same log with the collector's CPU time and the JVM's version. */
  public static GcSummary gcCpu(GcSummary gc, Tally gcCpu, String... versions) {
    return GcBuilder.from(gc).gcCpu(gcCpu).versions(versions).build();
  }

  /** The same recording with the CPU time of the process and of the JIT compiler. */
  public static ProfileSummary processCpu(ProfileSummary profile, Tally process, Tally compiler) {
    return new ProfileSummary(
        profile.recordedNanos(),
        profile.observed(),
        profile.samples(),
        process,
        compiler,
        profile.jvmVersions(),
        profile.cores(),
        profile.facts());
  }
}
