package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.readers.gclog.text.Names;
import io.github.rustfit.readers.gclog.totals.GcTotals;
import io.github.rustfit.readers.gclog.totals.HeapUse;
import org.jspecify.annotations.Nullable;

/** Lines that belong to a collection, {@code GC(n) …}. Not thread-safe. */
final class CollectionLines {

  private static final byte[] PAUSE = Cursor.ascii("Pause ");
  private static final byte[] CLEANUP = Cursor.ascii("Concurrent cleanup ");
  private static final byte[] Z_CYCLE = Cursor.ascii("Garbage Collection (");
  private static final byte[] Z_MAJOR = Cursor.ascii("Major Collection (");
  private static final byte[] Z_MINOR = Cursor.ascii("Minor Collection (");
  private static final byte[] USER = Cursor.ascii("User=");
  private static final byte[] SYSTEM = Cursor.ascii("s Sys=");
  private static final byte[] REAL = Cursor.ascii("s Real=");
  private static final byte[] SERIAL_YOUNG = Cursor.ascii("DefNew: ");
  private static final byte[] CMS_YOUNG = Cursor.ascii("ParNew: ");
  private static final byte[] PARALLEL_YOUNG = Cursor.ascii("PSYoungGen: ");
  private static final long SECOND = 1_000_000_000L;

  private final CollectionLine collection;
  private final ZTable zTable = new ZTable();
  private final GcTotals totals;
  private boolean garbled;

  CollectionLines(Names names, GcTotals totals) {
    this.collection = new CollectionLine(names);
    this.totals = totals;
  }

  /**
   * Takes a line of a collection of this run.
   *
   * @return false when it tells of a pause that is longer than the run so far
   */
  boolean take(UnifiedLine line, JvmRun run) {
    garbled = false;
    long id = line.collection();
    if (id == 0 && run.ids.count() == 0) {
      run.reachesBack();
    }
    run.ids.see(id);
    Cursor message = line.message;
    char generation = generation(message);
    if (generation != 0) {
      run.collector.infer(CollectorName.Z);
      run.collector.generational();
    }
    if (message.at(PAUSE)) {
      collection.parse(message);
      if (collection.ended()) {
        return pause(line, run);
      }
      garbled = collection.garbled();
    }
    run.span.see(line, 0);
    if (message.at < message.end) {
      other(message, generation, id, run);
    }
    return true;
  }

  /** Whether the line was of a pause whose duration cannot be read. */
  boolean garbled() {
    return garbled;
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
    run.span.see(line, nanos);
    String name = collection.name();
    String first = collection.firstGroup();
    String last = collection.lastGroup();
    if (!run.span.allows(nanos)
        || !totals.pause(cause(name, last, run.ids.cause(line.collection())), nanos)) {
      return false;
    }
    run.pausesSeen = true;
    run.collector.infer(name, first, last);
    if (collection.before() != Cursor.NONE) {
      heap(line.collection(), name, first, run.heap);
    }
    switch (name) {
      case "Pause Full" -> totals.fullCollection();
      case "Pause Init Mark" -> shenandoahGeneration(first, run);
      default -> {}
    }
    return true;
  }

  private static void shenandoahGeneration(String group, JvmRun run) {
    if (group.equals("Young") || group.equals("Old") || group.equals("Global")) {
      run.collector.generational();
    }
  }

  /** The cause that the line gives, else that of its cycle, else what the pause is for. */
  private static String cause(String name, String last, @Nullable String ofCycle) {
    boolean given =
        switch (name) {
          case "Pause Young", "Pause Mixed", "Pause Full", "Pause Initial Mark" ->
              !last.isEmpty() && !CollectorName.G1_KINDS.contains(last);
          default -> false;
        };
    return given ? last : ofCycle != null ? ofCycle : name;
  }

  private void heap(long id, String name, String first, HeapUse heap) {
    long after = collection.after();
    if (name.equals("Pause Degenerated GC")) {
      heap.cleanup(id, collection.before(), after);
      heap.liveAtMost(after);
      return;
    }
    heap.pause(collection.before(), after);
    if (name.equals("Pause Full") || name.equals("Pause Mixed") || first.equals("Mixed")) {
      heap.live(after);
    } else if (name.equals("Pause Remark")) {
      heap.liveAtMost(after);
    }
  }

  private void other(Cursor message, char generation, long id, JvmRun run) {
    switch (message.bytes[message.at]) {
      case 'U' -> cpu(message, run);
      case ' ', 'A' -> {
        // A rotated log may begin inside a table, before anything tells the collector.
        if (run.collector.is(CollectorName.Z) || run.collector.name() == null) {
          zTable.row(message, generation, run.heap);
        }
      }
      case 'C' -> {
        if (message.at(CLEANUP)) {
          collection.parse(message);
          if (collection.before() != Cursor.NONE) {
            run.heap.cleanup(id, collection.before(), collection.after());
          }
        }
      }
      case 'G', 'M' -> cycle(message, id, run);
      case 'D' -> infer(message.at(SERIAL_YOUNG), CollectorName.SERIAL, run);
      case 'P' -> {
        infer(message.at(PARALLEL_YOUNG), CollectorName.PARALLEL, run);
        infer(message.at(CMS_YOUNG), CollectorName.CMS, run);
      }
      default -> {}
    }
  }

  private static void infer(boolean said, String collector, JvmRun run) {
    if (said) {
      run.collector.infer(collector);
    }
  }

  private void cycle(Cursor message, long id, JvmRun run) {
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
    run.ids.cause(id, collection.firstGroup());
    if (!minor && collection.after() != Cursor.NONE) {
      run.heap.liveAtMost(collection.after());
    }
  }

  private void cpu(Cursor message, JvmRun run) {
    if (!message.skip(USER)) {
      return;
    }
    long user = message.decimal(SECOND);
    long system = message.skip(SYSTEM) ? message.decimal(SECOND) : Cursor.NONE;
    if (user != Cursor.NONE && system != Cursor.NONE && message.at(REAL)) {
      totals.gcCpu(Math.min(user, Long.MAX_VALUE / 4) + Math.min(system, Long.MAX_VALUE / 4));
      run.gcCpuSeen = true;
    }
  }
}
