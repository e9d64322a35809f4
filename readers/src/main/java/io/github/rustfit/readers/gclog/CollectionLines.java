package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gc.HeapUse;
import io.github.rustfit.readers.gclog.LineFaults.Fault;
import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.readers.gclog.text.Names;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.LiveBasis;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines that belong to a collection, {@code GC(n) …}. Not thread-safe. */
final class CollectionLines {

  private static final byte[] PAUSE = Cursor.ascii("Pause ");
  private static final byte[] Z_CYCLE = Cursor.ascii("Garbage Collection (");
  private static final byte[] Z_MAJOR = Cursor.ascii("Major Collection (");
  private static final byte[] Z_MINOR = Cursor.ascii("Minor Collection (");
  private static final byte[] CONCURRENT = Cursor.ascii("Concurrent ");
  private static final byte[] STALL = Cursor.ascii("Allocation Stall (");

  private final CollectionLine collection;
  private final ZTable zTable = new ZTable();
  private final LineFaults faults;
  private boolean unfinished;

  /** What came of a line. */
  enum Outcome {
    TAKEN,
    /** It should end a pause, but its duration cannot be read. */
    GARBLED,
    /** It tells of a pause that is longer than the run so far. */
    IMPOSSIBLE,
    /** This run has another pause of that number, so it is of another one. Nothing was taken. */
    OTHER_RUN
  }

  CollectionLines(Names names, LineFaults faults) {
    this.collection = new CollectionLine(names);
    this.faults = faults;
  }

  /** Takes a line of a collection of this run. */
  Outcome take(UnifiedLine line, JvmRun run) {
    unfinished = false;
    int start = line.message.at;
    generation(line.message);
    boolean pause = line.message.at(PAUSE);
    boolean ended = false;
    if (pause) {
      collection.parse(line.message);
      ended = collection.ended();
    }
    if (ended) {
      switch (run.known.told(line.collection(), collection.name(), collection)) {
        case TWICE -> {
          return Outcome.TAKEN;
        }
        case OTHER -> {
          line.message.at = start;
          return Outcome.OTHER_RUN;
        }
        case NEW -> {}
      }
    }
    line.message.at = start;
    return take(line, pause, run);
  }

  private Outcome take(UnifiedLine line, boolean pause, JvmRun run) {
    long id = line.collection();
    boolean first = run.ids.count() == 0 && !run.entered;
    if (id == 0 && first) {
      run.reachesBack();
    } else if (run.usingSeen && first) {
      // A log from the start of the JVM on has its first collection.
      faults.add(Fault.MISSING);
    }
    run.ids.see(id);
    Cursor message = line.message;
    char generation = generation(message);
    if (generation != 0) {
      run.collector.infer(CollectorName.Z);
      run.collector.generational();
    }
    if (pause && collection.ended()) {
      run.open.ends(id);
      return pause(line, run) ? Outcome.TAKEN : Outcome.IMPOSSIBLE;
    }
    run.see(line, 0);
    if (pause && collection.garbled()) {
      run.open.ends(id);
      faults.add(Fault.NO_DURATION);
      return Outcome.GARBLED;
    }
    unfinished = pause || begins(message);
    if (unfinished) {
      run.open.begins(id, pause ? collection.name() : "");
    }
    if (message.at < message.end) {
      other(line, generation, run);
    }
    return Outcome.TAKEN;
  }

  /** Whether this is all that is left of a line that begins with a pause. */
  private static boolean begins(Cursor message) {
    int length = message.end - message.at;
    return length < PAUSE.length
        && Arrays.equals(message.bytes, message.at, message.end, PAUSE, 0, length);
  }

  /** Whether a line of a pause begins here. */
  static boolean pause(Cursor message) {
    return message.at(PAUSE);
  }

  /** Whether this is a line that tells of a pause in full. Moves the cursor. */
  boolean wholePause(Cursor message) {
    generation(message);
    if (!message.at(PAUSE)) {
      return false;
    }
    collection.parse(message);
    return collection.ended();
  }

  /** Whether this run was not told of the pause yet. */
  boolean isNew(UnifiedLine line, JvmRun run) {
    int start = line.message.at;
    boolean whole = wholePause(line.message);
    line.message.at = start;
    return !whole
        || run.known.told(line.collection(), collection.name(), collection) == KnownPauses.Told.NEW;
  }

  /** Whether the latest line may go on in the next one. */
  boolean unfinished() {
    return unfinished;
  }

  /** Steps over {@code Y: } and answers the letter, 0 without one. */
  private static char generation(Cursor message) {
    int at = message.at;
    if (at + 3 > message.end || message.bytes[at + 1] != ':' || message.bytes[at + 2] != ' ') {
      return 0;
    }
    char letter = (char) message.bytes[at];
    if (letter != 'y' && letter != 'Y' && letter != 'O') {
      return 0;
    }
    message.at += 3;
    return letter;
  }

  private boolean pause(UnifiedLine line, JvmRun run) {
    long nanos = collection.duration();
    run.see(line, nanos);
    long id = line.collection();
    String name = collection.name();
    String first = collection.firstGroup();
    String kind = collection.kind(name, first);
    String last = collection.lastGroup();
    boolean given = given(name, last);
    String cause = given ? last : cause(name, run.ids.cause(id));
    if (!run.allows(nanos) || !pause(line, kind, cause, run)) {
      return false;
    }
    run.known.add(id, name, collection);
    run.collector.infer(name, first, last);
    run.recorder.now(run.begin(line, 0));
    if (given) {
      run.recorder.cause(last);
    }
    if (collection.before() != Cursor.NONE) {
      heap(id, name, first, run.heap);
    }
    boolean young = name.equals("Pause Young") || name.equals("Pause Initial Mark");
    run.details.paused(id, young && !first.equals("Mixed"), run);
    if (collection.evacuationFailed()) {
      run.details.evacuationFailed(id, run);
    }
    switch (name) {
      case "Pause Full", "Pause Full GC" -> {
        run.recorder.fullCollections(1);
        run.recorder.fullCause(cause, nanos);
      }
      case "Pause Init Mark" -> shenandoahGeneration(first, run);
      case "Pause Degenerated GC" -> run.recorder.incident(GcIncident.DEGENERATED_CYCLE);
      default -> {}
    }
    return true;
  }

  private boolean pause(UnifiedLine line, String kind, String cause, JvmRun run) {
    return run.recorder.pause(
        run.begin(line, collection.duration()),
        collection.duration(),
        kind,
        cause,
        collection.before(),
        collection.after(),
        collection.committed());
  }

  private static void shenandoahGeneration(String group, JvmRun run) {
    if (group.equals("Young") || group.equals("Old") || group.equals("Global")) {
      run.collector.generational();
    }
  }

  /** Whether the line gives the cause. */
  private static boolean given(String name, String last) {
    return switch (name) {
      case "Pause Young",
          "Pause Mixed",
          "Pause Full",
          "Pause Initial Mark",
          "Pause Incremental GC",
          "Pause Full GC" ->
          !last.isEmpty() && !CollectorName.G1_KINDS.contains(last);
      default -> false;
    };
  }

  /** The cause of the cycle, else what the pause is for. */
  private static String cause(String name, @Nullable String ofCycle) {
    return ofCycle != null ? ofCycle : name;
  }

  private void heap(long id, String name, String first, HeapUse heap) {
    long after = collection.after();
    if (name.equals("Pause Degenerated GC")) {
      heap.cleanup(id, collection.before(), after);
      heap.liveAtMost(after);
      return;
    }
    heap.pause(collection.before(), after);
    if (name.startsWith("Pause Full")) {
      heap.live(LiveBasis.FULL, after);
    } else if (name.equals("Pause Mixed") || first.equals("Mixed")) {
      heap.live(LiveBasis.MIXED, after);
    } else if (name.equals("Pause Remark")) {
      heap.liveAtMost(after);
    }
  }

  private void other(UnifiedLine line, char generation, JvmRun run) {
    Cursor message = line.message;
    byte first = message.bytes[message.at];
    switch (first) {
      case ' ', 'A' -> {
        if (message.at(STALL)) {
          stall(message, run);
        } else if (run.collector.is(CollectorName.Z) || run.collector.name() == null) {
          // A rotated log may begin inside a table, before anything tells the collector.
          run.recorder.now(run.begin(line, 0));
          zTable.row(message, generation, run.heap, run.recorder);
        }
      }
      case 'C' -> {
        if (message.at(CONCURRENT)) {
          concurrent(line, run);
          return;
        }
      }
      case 'G', 'M' -> cycle(line, run);
      default -> {}
    }
    if (first != ' ') {
      run.details.take(message, line.collection(), run);
    }
  }

  /** Takes how long a thread waited for memory. */
  void stall(Cursor message, JvmRun run) {
    collection.parse(message);
    if (collection.ended()) {
      run.recorder.stall(collection.duration());
    }
  }

  private void concurrent(UnifiedLine line, JvmRun run) {
    Cursor message = line.message;
    if (message.bytes[message.end - 1] != 's') {
      run.details.failedMode(message, run);
      return;
    }
    collection.parse(message);
    if (!collection.ended()) {
      return;
    }
    String name = collection.name();
    run.recorder.concurrent(name, collection.duration());
    run.details.worked(line.collection());
    if (collection.before() != Cursor.NONE && name.equals("Concurrent cleanup")) {
      run.recorder.now(run.begin(line, 0));
      run.heap.cleanup(line.collection(), collection.before(), collection.after());
    }
  }

  private void cycle(UnifiedLine line, JvmRun run) {
    Cursor message = line.message;
    long id = line.collection();
    boolean minor = message.at(Z_MINOR);
    boolean major = message.at(Z_MAJOR);
    if (!minor && !major && !message.at(Z_CYCLE)) {
      return;
    }
    run.collector.infer(CollectorName.Z);
    if (minor || major) {
      run.collector.generational();
    }
    collection.parse(message);
    long now = run.begin(line, 0);
    if (run.ids.cause(id) == null) {
      String cause = collection.firstGroup();
      run.recorder.cause(cause);
      run.ids.cause(id, cause, collection.after() == Cursor.NONE ? now : Cursor.NONE);
    }
    if (collection.after() != Cursor.NONE) {
      long begin = run.ids.begin(id);
      // JDK 20 and earlier print no duration.
      long nanos = collection.ended() ? collection.duration() : now - begin;
      if (collection.ended() || (begin != Cursor.NONE && now >= begin)) {
        run.recorder.concurrent(collection.name(), nanos);
      }
      if (!minor) {
        run.recorder.now(now);
        run.heap.liveAtMost(collection.after());
      }
    }
  }
}
