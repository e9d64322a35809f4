package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gc.SetupSets;
import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.readers.gclog.text.Names;
import io.github.rustfit.readers.jvm.JvmVersion;
import org.jspecify.annotations.Nullable;

/**
 * Lines outside of collections: what a JVM says of itself when it starts, and the heap use that
 * Epsilon prints. Not thread-safe.
 */
final class JvmLines {

  private static final byte[] DROPPED = Cursor.ascii(" messages dropped ");
  private static final byte[] USING = Cursor.ascii("Using ");
  private static final byte[] Z_STARTS = Cursor.ascii("Initializing The Z Garbage Collector");
  private static final byte[] VERSION = Cursor.ascii("Version: ");
  private static final byte[] CPUS = Cursor.ascii("CPUs: ");
  private static final byte[] CPUS_AVAILABLE = Cursor.ascii(" total, ");
  private static final byte[] MEMORY = Cursor.ascii("Memory: ");
  private static final byte[] HEAP_MIN = Cursor.ascii("Heap Min Capacity: ");
  private static final byte[] HEAP_INITIAL = Cursor.ascii("Heap Initial Capacity: ");
  private static final byte[] REGION = Cursor.ascii("Heap Region Size: ");
  private static final byte[] EARLY_REGION = Cursor.ascii("Heap region size: ");
  private static final byte[] Z_MIN = Cursor.ascii("Min Capacity: ");
  private static final byte[] Z_INITIAL = Cursor.ascii("Initial Capacity: ");
  private static final byte[] SHENANDOAH_INITIAL = Cursor.ascii(" initial, ");
  private static final byte[] HEAP_MAX = Cursor.ascii("Heap Max Capacity: ");
  private static final byte[] Z_MAX = Cursor.ascii("Max Capacity: ");
  private static final byte[] SHENANDOAH_MAX = Cursor.ascii("Initialize Shenandoah heap: ");
  private static final byte[] SHENANDOAH_MIN = Cursor.ascii(" min, ");
  private static final byte[] DEBUG_MIN = Cursor.ascii("Minimum heap ");
  private static final byte[] DEBUG_MAX = Cursor.ascii("Maximum heap ");
  private static final byte[] TRACE_MAX = Cursor.ascii("  Maximum heap size ");
  private static final byte[] ADDRESS = Cursor.ascii("Heap address: ");
  private static final byte[] ADDRESS_SIZE = Cursor.ascii(", size: ");
  private static final byte[] GENERATIONAL = Cursor.ascii("Mode: Generational");
  private static final byte[] Z_OLD = Cursor.ascii("GC Workers for Old Generation: ");
  private static final byte[] HEAP = Cursor.ascii("Heap");
  private static final byte[] EPSILON_HEAP = Cursor.ascii("Heap: ");
  private static final byte[] EPSILON_COMMITTED = Cursor.ascii(" committed, ");

  private final Names names;

  JvmLines(Names names) {
    this.names = names;
  }

  /** The collector that this message names at a JVM's start, or {@code null}. */
  static @Nullable String collector(Cursor message) {
    if (message.at(Z_STARTS)) {
      return CollectorName.Z;
    }
    int start = message.at;
    try {
      return message.skip(USING) ? CollectorName.of(message) : null;
    } finally {
      message.at = start;
    }
  }

  /** Whether this message opens the log of a JVM; there is one such line. */
  static boolean opens(Cursor message) {
    return message.at(USING);
  }

  /** Whether this message heads what the JVM says of the heap when it ends. */
  static boolean exit(Cursor message) {
    return message.at(HEAP) && message.end - message.at == HEAP.length;
  }

  /** Whether this message says that others were lost. */
  static boolean dropped(Cursor message) {
    if (message.at == message.end || !Cursor.isDigit(message.bytes[message.at])) {
      return false;
    }
    int start = message.at;
    boolean dropped = message.digits() > 0 && message.at(DROPPED);
    message.at = start;
    return dropped;
  }

  /** Whether this message may be of the heap's growth, all that Epsilon prints. */
  static boolean epsilonHeap(Cursor message) {
    return message.at(EPSILON_HEAP);
  }

  /** Takes what the message says of the JVM. */
  void take(Cursor message, JvmRun run) {
    if (message.at == message.end) {
      return;
    }
    SetupSets setup = run.recorder.setup();
    switch (message.bytes[message.at]) {
      case 'V' -> version(message, run);
      case 'C' -> {
        if (message.skip(CPUS) && message.skipPast(CPUS_AVAILABLE)) {
          setup.cpus(message.digits());
        }
      }
      case 'H' -> {
        if (!sizes(message, run, setup)) {
          heap(message, run);
        }
      }
      case 'G' -> generational(message.at(Z_OLD), run);
      case 'I' -> {
        if (message.skip(Z_INITIAL)) {
          setup.initialHeap(message.size());
        } else if (message.skip(SHENANDOAH_MAX)) {
          shenandoah(message, run, setup);
        }
      }
      case 'M' -> {
        generational(message.at(GENERATIONAL), run);
        if (message.skip(MEMORY)) {
          setup.memory(message.size());
        } else if (message.skip(Z_MIN)) {
          setup.minHeap(message.size());
        } else if (MetaspaceLine.take(message, setup)) {
          run.detailed = true;
        } else if (message.skip(Z_MAX)) {
          run.limit(message.size());
        } else if (message.at(DEBUG_MIN) && message.skipPast(DEBUG_MAX)) {
          run.limit(message.digits());
        }
      }
      case ' ' -> {
        if (message.skip(TRACE_MAX)) {
          run.limit(message.digits());
        }
      }
      default -> {}
    }
  }

  private void version(Cursor message, JvmRun run) {
    if (!message.skip(VERSION) || !Cursor.isDigit(peek(message))) {
      return;
    }
    int start = message.at;
    while (message.at < message.end && message.bytes[message.at] != ' ') {
      message.at++;
    }
    if (message.skip(' ') && message.skip('(')) {
      String version = names.of(message.bytes, start, message.at - 2);
      run.feature = JvmVersion.feature(version);
      run.recorder.version(version);
    }
  }

  private static boolean sizes(Cursor message, JvmRun run, SetupSets setup) {
    if (message.skip(HEAP_MIN)) {
      setup.minHeap(message.size());
    } else if (message.skip(HEAP_INITIAL)) {
      setup.initialHeap(message.size());
    } else if (message.skip(REGION) || message.skip(EARLY_REGION)) {
      long size = message.size();
      run.region = size > 0 ? size : Cursor.NONE;
      setup.region(run.region);
    } else {
      return false;
    }
    return true;
  }

  /** Takes {@code 512M initial, 8M min, 1G max}. */
  private static void shenandoah(Cursor message, JvmRun run, SetupSets setup) {
    setup.initialHeap(message.size());
    if (message.skip(SHENANDOAH_INITIAL)) {
      setup.minHeap(message.size());
      if (message.skip(SHENANDOAH_MIN)) {
        run.limit(message.size());
      }
    }
  }

  private static void heap(Cursor message, JvmRun run) {
    if (message.skip(HEAP_MAX)) {
      run.limit(message.size());
    } else if (message.at(ADDRESS) && message.skipPast(ADDRESS_SIZE)) {
      run.reserved(message.size());
    } else if (run.collector.is(CollectorName.EPSILON)
        && message.at(EPSILON_HEAP)
        && message.skipPast(EPSILON_COMMITTED)) {
      long used = message.size();
      if (used != Cursor.NONE) {
        run.heap.grewTo(used);
      }
    }
  }

  private static void generational(boolean said, JvmRun run) {
    if (said) {
      run.collector.generational();
    }
  }

  private static byte peek(Cursor message) {
    return message.at < message.end ? message.bytes[message.at] : 0;
  }
}
