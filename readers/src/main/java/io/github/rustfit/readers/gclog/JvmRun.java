package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gc.GcFacts;
import io.github.rustfit.readers.gc.GcRecorder;
import io.github.rustfit.readers.gc.GcSource;
import io.github.rustfit.readers.gc.HeapUse;
import io.github.rustfit.readers.gc.Observation;
import io.github.rustfit.readers.gc.RunRecorder;
import io.github.rustfit.readers.gc.RunSpan;
import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the lines of one run of one JVM have said so far. Not thread-safe. */
final class JvmRun {

  /** The uptime is rounded to milliseconds. */
  private static final long ROUNDING = 1_000_000L;

  final CollectorName collector = new CollectorName();
  final CollectionIds ids;
  final OpenPauses open;
  final KnownPauses known = new KnownPauses();
  final DetailLines details = new DetailLines();
  final RunSpan span = new RunSpan();
  final RunRecorder recorder;
  final HeapUse heap;
  boolean usingSeen;

  /** Whether collections before those that are told of were passed over. */
  boolean entered;

  /** How many time stamps are known to be wrong. */
  long damagedTimes;

  /** Whether there are lines that a plain log has not. */
  boolean detailed;

  /** Which JDK it is, 17; 0 when unknown. */
  int feature;

  /** Size of a region in bytes; {@link Cursor#NONE} when unknown. */
  long region = Cursor.NONE;

  private long heapLimit;
  private long heapReserved;

  JvmRun(GcRecorder recorder, LineFaults faults) {
    this.ids = new CollectionIds(faults);
    this.open = new OpenPauses(faults);
    this.recorder = recorder.begin();
    this.heap = this.recorder.heap();
  }

  /** Says that the log reaches back to the start of this JVM. */
  void reachesBack() {
    span.reachesBack();
    heap.reachesBack();
  }

  /** See {@link UnifiedLog#enter}. */
  void enter(long uptime, long clock, boolean linesBefore) {
    if (span.enter(uptime, clock, linesBefore)) {
      entered = true;
      heap.forget();
    }
  }

  /** Whether the time of this line lies before what was seen, so that it belongs to another run. */
  boolean stepsBack(UnifiedLine line) {
    return span.stepsBack(line.uptime(), span.last());
  }

  /** Sees the time of a line that ends something of this duration, in nanoseconds. */
  void see(UnifiedLine line, long duration) {
    if (line.uptime() != Cursor.NONE) {
      span.doubtful(line.uptimeDoubtful());
    }
    span.see(line.uptime(), line.clock(), duration, 0);
  }

  /** Whether something may have lasted this long by now, in nanoseconds. */
  boolean allows(long duration) {
    return entered || !span.known() || duration <= span.nanos() + ROUNDING;
  }

  /** When something that ended with this line began, in nanoseconds since the span's start. */
  long begin(UnifiedLine line, long duration) {
    return span.begin(line.uptime(), line.clock(), duration);
  }

  /** Sees a limit of the heap, in bytes. */
  void limit(long bytes) {
    heapLimit = Math.max(heapLimit, bytes);
  }

  /** Sees the address space that is reserved for the heap, in bytes. */
  void reserved(long bytes) {
    heapReserved = Math.max(heapReserved, bytes);
  }

  /**
   * Tells the recorder that it is over.
   *
   * @param goesOn whether the log may go on in another file
   */
  void end(boolean goesOn) {
    open.finish(goesOn);
    ids.finish();
    // Which tags tell of pauses differs (ZGC only under gc,phases, all others under gc), so
    // collections without any pause leave them unknown.
    boolean pauses = recorder.pausesSeen() || (usingSeen && ids.count() == 0);
    String name = collector.name();
    if (name != null) {
      recorder.collector(name);
    }
    recorder.limit(heapLimit > 0 ? heapLimit : heapReserved);
    recorder.collections(ids.count());
    recorder.observed(new Observation(span.nanos(), pauses, false, false, incidents(name, pauses)));
    recorder.end(span, ids.opening(), ids.closing());
  }

  private Set<GcIncident> incidents(@Nullable String name, boolean pauses) {
    if (feature == 0 || feature >= GcSource.LOG.firstJdk()) {
      return GcFacts.table().incidents(GcSource.LOG, name, feature, shown(pauses));
    }
    Set<String> shown = pauses ? Set.of(GcFacts.LEGACY) : Set.of();
    return GcFacts.table().incidents(GcSource.LEGACY, name, feature, shown);
  }

  /** The selections of tags that its lines prove, as {@link GcFacts} names them. */
  private Set<String> shown(boolean pauses) {
    Set<String> shown = new HashSet<>();
    // Pauses of ZGC are printed under other tags than what else is asked here.
    boolean plain = collector.is(CollectorName.Z) ? usingSeen || ids.causes() : pauses;
    if (plain) {
      shown.add(GcFacts.PLAIN);
    }
    if (detailed) {
      shown.add(GcFacts.DETAILED);
    }
    return shown;
  }
}
