package io.github.rustfit.readers.jfr;

import io.github.rustfit.rules.evidence.GcSummary;
import io.github.rustfit.rules.evidence.ProfileSummary;
import io.github.rustfit.rules.evidence.SampleKey;
import io.github.rustfit.rules.evidence.SampleKind;
import io.github.rustfit.rules.evidence.Weight;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The sum of a recording's chunks, added in the order of the file. */
final class Recording {

  /** Chunks of one run follow each other within milliseconds. */
  private static final long CLOSE_NANOS = 1_000_000_000;

  private final Map<SampleKind, Long> observed = new EnumMap<>(SampleKind.class);
  private final Sums samples = new Sums();
  private final SortedSet<String> jvmVersions = new TreeSet<>();
  private final Coverage coverage = new Coverage();
  private final GcHistory gc = new GcHistory();
  private final MachineHistory machine = new MachineHistory();
  private final FactHistory facts = new FactHistory();
  private final AllocationHistory allocation = new AllocationHistory();
  private final Known known;
  private @Nullable ChunkSummary previous;

  /**
   * @param known says what the numbers of the chunks stand for
   */
  Recording(Known known) {
    this.known = known;
  }

  void add(ChunkSummary chunk) {
    boolean continues = continues(chunk);
    boolean again = coverage.add(chunk);
    chunk.observed().forEach(kind -> observed.merge(kind, chunk.nanos(), Long::sum));
    chunk.samples().forEach(samples::add);
    if (!chunk.asyncProfiler()) {
      allocation.add(chunk.allocation());
    }
    jvmVersions.addAll(chunk.machine().jvmVersions);
    gc.add(chunk.gc(), chunk.nanos(), continues);
    if (!again) {
      machine.add(chunk.machine(), continues);
    }
    facts.add(chunk.machine(), chunk.nanos(), continues);
    previous = chunk;
  }

  /** The samples so far. */
  ProfileSummary profile() {
    Map<SampleKind, Long> allObserved = new EnumMap<>(observed);
    Sums all = new Sums();
    all.add(samples);
    allocation.addTo(allObserved, all);
    Map<SampleKey, Weight> allSamples = new HashMap<>(2 * all.size());
    all.forEach((key, weight) -> allSamples.put(known.key(key), weight));
    return new ProfileSummary(
        coverage.nanos(),
        allObserved,
        allSamples,
        machine.process(),
        machine.compiler(),
        jvmVersions,
        machine.cores(),
        facts.facts());
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
