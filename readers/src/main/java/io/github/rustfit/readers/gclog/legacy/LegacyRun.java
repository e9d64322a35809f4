package io.github.rustfit.readers.gclog.legacy;

import io.github.rustfit.readers.gc.GcFacts;
import io.github.rustfit.readers.gc.GcRecorder;
import io.github.rustfit.readers.gc.GcSource;
import io.github.rustfit.readers.gc.HeapUse;
import io.github.rustfit.readers.gc.Observation;
import io.github.rustfit.readers.gc.RunRecorder;
import io.github.rustfit.readers.gc.RunSpan;
import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.LiveBasis;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the lines of one run of one JVM have said so far. Not thread-safe. */
final class LegacyRun {

  final RunSpan span = new RunSpan();
  final RunRecorder recorder;
  private final HeapUse heap;
  private @Nullable String declared;
  private @Nullable String inferred;
  private long latestStart = Cursor.NONE;
  private boolean anything;
  private boolean secondOfCycle;
  private boolean causes;
  private boolean detailed;

  LegacyRun(GcRecorder recorder) {
    this.recorder = recorder.begin();
    this.heap = this.recorder.heap();
  }

  /** Says which collector the command line asks for. */
  void declare(String collector) {
    declared = collector;
  }

  /** Whether a collection with this time stamp belongs to a later run. */
  boolean precedes(Stamp stamp) {
    return span.stepsBack(stamp.uptime(), latestStart);
  }

  /** Sees the start of a collection. */
  void starts(Stamp stamp) {
    latestStart = Math.max(latestStart, stamp.uptime());
    see(stamp);
  }

  /** Sees the time in front of a line. */
  void see(Stamp stamp) {
    span.see(stamp.uptime(), stamp.clock(), 0, 0);
  }

  /** What comes next lies in the window that is looked at, which begins at these times. */
  void enter(long uptime, long clock, boolean linesBefore) {
    if (span.enter(uptime, clock, linesBefore)) {
      heap.forget();
    }
  }

  /** Whether any collection was added. */
  boolean anything() {
    return anything;
  }

  /** Sees a whole collection, whose pause is counted. */
  void add(LegacyCollection collection) {
    if (!anything && span.fromStart()) {
      heap.reachesBack();
    }
    anything = true;
    span.see(collection.uptime(), collection.clock(), 0, collection.duration());
    inferred = collection.collector() != null ? collection.collector() : inferred;
    recorder.collections(collection.cycles());
    if (collection.eitherMark()) {
      recorder.collections(secondOfCycle ? 0 : 1);
      secondOfCycle = !secondOfCycle;
    }
    record(collection);
    if (collection.before() != Cursor.NONE) {
      heap.pause(collection.before(), collection.after());
      if (collection.full() || collection.mixed()) {
        heap.live(collection.full() ? LiveBasis.FULL : LiveBasis.MIXED, collection.after());
      }
    } else if (collection.occupancy() != Cursor.NONE && !collection.starting()) {
      heap.liveAtMost(collection.occupancy());
    }
  }

  private void record(LegacyCollection collection) {
    long begin = span.begin(collection.uptime(), collection.clock(), 0);
    recorder.now(begin == Cursor.NONE ? begin : begin + collection.duration());
    recorder.place(
        begin,
        collection.duration(),
        collection.kind(),
        collection.cause(),
        collection.before(),
        collection.after(),
        collection.committed());
    detailed |= collection.detailed();
    if (collection.promoted() != Cursor.NONE) {
      recorder.promoted(collection.promoted());
    }
    String given = collection.given();
    if (given != null) {
      causes = true;
      recorder.cause(given);
    }
    count(collection.toSpaceExhausted(), GcIncident.EVACUATION_FAILURE);
    count(collection.promotionFailed(), GcIncident.PROMOTION_FAILURE);
    count(collection.modeFailed(), GcIncident.CONCURRENT_MODE_FAILURE);
  }

  private void count(boolean happened, GcIncident incident) {
    if (happened) {
      recorder.incident(incident);
    }
  }

  /** Tells the recorder that it is over. */
  void end() {
    String collector = declared != null ? declared : inferred;
    if (collector != null) {
      recorder.collector(collector);
    }
    Set<GcIncident> incidents = GcFacts.table().incidents(GcSource.LEGACY, collector, 0, shown());
    recorder.observed(new Observation(span.nanos(), anything, false, false, incidents));
    recorder.end(span, GcRunPart.Ids.NOTHING, GcRunPart.Ids.NOTHING);
  }

  /** The options that its lines prove, as {@link GcFacts} names them. */
  private Set<String> shown() {
    Set<String> shown = new HashSet<>();
    if (anything) {
      shown.add(GcFacts.LEGACY);
    }
    if (causes) {
      shown.add(GcFacts.LEGACY_CAUSES);
    }
    if (detailed) {
      shown.add(GcFacts.LEGACY_DETAILS);
    }
    return shown;
  }
}
