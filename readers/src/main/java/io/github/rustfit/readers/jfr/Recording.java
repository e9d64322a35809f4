package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.events.AllocationHistory;
import io.github.rustfit.readers.jfr.stacks.Known;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.NativeFacts;
import io.github.rustfit.rules.evidence.profile.ProcessFacts;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import java.time.Instant;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The sum of a recording's chunks, added in the order of the file. */
public final class Recording {

  /** Chunks of one run follow each other within milliseconds. */
  private static final long CLOSE_NANOS = 1_000_000_000;

  /** Names of events that are not understood; a made-up recording could have any number. */
  private static final int MOST_UNREAD = 64;

  private final ObservedSamples byJdk = new ObservedSamples();
  private final ObservedSamples byAsyncProfiler = new ObservedSamples();
  private final SortedSet<String> jvmVersions = new TreeSet<>();
  private final Coverage coverage = new Coverage();
  private final GcHistory gc = new GcHistory();
  private final MachineHistory machine = new MachineHistory();
  private final FactHistory facts = new FactHistory();
  private final AllocationHistory allocation = new AllocationHistory();
  private final Known known;
  private @Nullable ChunkSummary previous;
  private boolean sideBySide;
  private final SortedSet<String> chunks = new TreeSet<>();
  private final SortedSet<SampleKind> assumed = new TreeSet<>();
  private final SortedMap<String, Long> unread = new TreeMap<>();
  private final CallHistory calls = new CallHistory();
  private final Timeline timeline = new Timeline();
  private Labels labels = Labels.NONE;

  /**
   * @param known says what the numbers of the chunks stand for
   */
  Recording(Known known) {
    this.known = known;
  }

  /** Whether a chunk was added already, of which this is another copy. */
  boolean has(String chunk) {
    return chunks.contains(chunk);
  }

  void add(ChunkSummary chunk) {
    chunks.add(chunk.id());
    boolean continues = continues(chunk);
    boolean again = coverage.add(chunk);
    sideBySide |= again;
    (chunk.asyncProfiler() ? byAsyncProfiler : byJdk).add(chunk);
    if (!chunk.asyncProfiler()) {
      allocation.add(chunk.allocation());
    }
    jvmVersions.addAll(chunk.machine().jvmVersions);
    gc.add(chunk.gc(), chunk.nanos(), continues);
    if (!again) {
      machine.add(chunk.machine(), continues);
    }
    timeline.add(chunk, continues, again);
    calls.add(chunk.machine(), continues);
    assumed.addAll(chunk.machine().assumed);
    chunk.machine().unread.forEach(this::count);
    facts.add(chunk.machine(), chunk.nanos(), continues);
    labels = labels.or(chunk.machine().labels).or(started(chunk.machine().jvmStartNanos()));
    previous = chunk;
  }

  private static Labels started(long nanos) {
    return nanos <= 0
        ? Labels.NONE
        : Labels.NONE.with("start", Instant.ofEpochSecond(nanos / CLOSE_NANOS).toString());
  }

  /** Of which program it is: the first one's where there are several. */
  Labels labels() {
    return labels;
  }

  private void count(String name, long count) {
    if (unread.size() < MOST_UNREAD || unread.containsKey(name)) {
      unread.merge(name, count, Long::sum);
    }
  }

  /** The samples so far. */
  ProfileSummary profile() {
    ObservedSamples all = seen();
    return new ProfileSummary(
        coverage.nanos(),
        all.observed(),
        all.samples(known),
        machine.process(),
        machine.compiler(),
        jvmVersions,
        machine.cores(),
        facts.facts().with(sampling()).with(process()).with(all.threads(known)));
  }

  private ProcessFacts process() {
    ProcessFacts seen = facts.facts().process();
    return new ProcessFacts(
        seen.peakResidentBytes(),
        seen.longestRunNanos(),
        Math.max(0, timeline.startUp().longest()),
        machine.lateProcess(),
        machine.lateCompiler(),
        seen.optionsKnown(),
        seen.options(),
        nativeCode(seen.nativeCode()));
  }

  /** Where async-profiler's CPU samples are believed, those of the JDK do not count. */
  private NativeFacts nativeCode(NativeFacts seen) {
    boolean replaced =
        sideBySide
            && byAsyncProfiler.observed().containsKey(SampleKind.CPU)
            && !byJdk.kindsSeenLongerThanBy(byAsyncProfiler).contains(SampleKind.CPU);
    return new NativeFacts(seen.cpuOfJavaOnly() && !replaced, seen.committedBytes());
  }

  private SamplingFacts sampling() {
    SortedMap<SampleKind, Long> leftOut = new TreeMap<>();
    if (allocation.leftOut() > 0) {
      leftOut.put(SampleKind.ALLOCATION, allocation.leftOut());
    }
    return new SamplingFacts(
        machine.threads(),
        assumed,
        leftOut,
        chunks,
        unread,
        calls.over(coverage.nanos()),
        new TreeMap<>());
  }

  /**
   * By both profilers. When they watched one run side by side, as with {@code jfrsync} under a
   * recording of the JDK, adding up would count the run twice: of each kind async-profiler is
   * believed, which sees more, unless it looked for less than half as long.
   */
  private ObservedSamples seen() {
    ObservedSamples jdk = new ObservedSamples();
    jdk.add(byJdk);
    jdk.add(allocation);
    ObservedSamples async = byAsyncProfiler;
    if (sideBySide) {
      async = async.without(jdk.kindsSeenLongerThanBy(async));
      jdk = jdk.without(async.observed().keySet());
    }
    jdk.add(async);
    return jdk;
  }

  /** Which chunk covers which time. */
  Timeline timeline() {
    return timeline;
  }

  /** Number of allocation samples left out of {@link #profile} because too little is certain. */
  long uncertainAllocations() {
    return allocation.uncertain();
  }

  /** The collections so far; call once, at the end. */
  GcSummary gc() {
    return gc.summary(jvmVersions);
  }

  private boolean continues(ChunkSummary chunk) {
    ChunkSummary before = previous;
    return before != null
        && before.asyncProfiler() == chunk.asyncProfiler()
        && (before.machine().pid == chunk.machine().pid
            || before.machine().pid == 0
            || chunk.machine().pid == 0)
        && Math.abs(chunk.startNanos() - before.endNanos()) <= CLOSE_NANOS;
  }
}
