package io.github.rustfit.readers.gclog.legacy;

import io.github.rustfit.readers.gc.SetupSets;
import io.github.rustfit.readers.gclog.text.Cursor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** The lines at the top of a log: the JVM's version, and its flags. Not thread-safe. */
final class Heading {

  private static final byte[] VERSION = Cursor.ascii(" JRE (");
  private static final byte[] BUILT = Cursor.ascii(", built on ");
  private static final byte[] CREATED = Cursor.ascii(" GC log file created ");
  private static final int DATE_AND_TIME = "2016-08-30 20:35:29".length();
  private static final byte[] FLAGS = Cursor.ascii("CommandLine flags: ");
  private static final byte[] INITIAL_HEAP = Cursor.ascii("-XX:InitialHeapSize=");
  private static final byte[][] CLASSES_LIMITS = {
    Cursor.ascii("-XX:MaxMetaspaceSize="), Cursor.ascii("-XX:MaxPermSize=")
  };
  private static final byte[] MAX_HEAP = Cursor.ascii("-XX:MaxHeapSize=");
  private static final byte[] FIRST_COLLECTION =
      Cursor.ascii("{Heap before GC invocations=0 (full 0)");
  private static final int LONGEST_VERSION = 64;

  private static final Map<byte[], String> COLLECTORS =
      Map.of(
          Cursor.ascii("-XX:+UseG1GC"), LegacyCollection.G1,
          Cursor.ascii("-XX:+UseConcMarkSweepGC"), LegacyCollection.CMS,
          Cursor.ascii("-XX:+UseParallelGC"), LegacyCollection.PARALLEL,
          Cursor.ascii("-XX:+UseParallelOldGC"), LegacyCollection.PARALLEL,
          Cursor.ascii("-XX:+UseSerialGC"), LegacyCollection.SERIAL);

  private final Cursor text = new Cursor();
  private boolean rotated;

  /** Whether this line may be one of the heading; cheap. */
  static boolean candidate(byte[] bytes, int from, int to) {
    return to > from
        && switch (bytes[from]) {
          case 'J', 'O', 'C', '{' -> true;
          default -> rotation(bytes, from, to);
        };
  }

  /** {@code 2016-08-30 20:35:29 GC log file created}: where rotation begins a file. */
  private static boolean rotation(byte[] bytes, int from, int to) {
    int created = from + DATE_AND_TIME;
    return to - created >= CREATED.length
        && Arrays.equals(bytes, created, created + CREATED.length, CREATED, 0, CREATED.length);
  }

  /** Takes the line if it is one of the heading. */
  void take(byte[] bytes, int from, int to, Ledger ledger) {
    LegacyRun run = ledger.run();
    text.set(bytes, from, to);
    if (text.skip(FLAGS)) {
      run.span.heading();
      flags(run, run.recorder.setup());
    } else if (text.at(FIRST_COLLECTION)) {
      run.span.heading();
    } else if (rotation(bytes, from, to)) {
      rotated = true;
      run.span.rotated();
    } else if (text.skipPast(VERSION)) {
      int start = text.at - VERSION.length + 1;
      int end = Math.min(to, text.at + LONGEST_VERSION);
      if (text.skipPast(BUILT)) {
        if (!rotated) {
          ledger.restarts();
        }
        rotated = false;
        ledger.run().span.heading();
        ledger
            .run()
            .recorder
            .version(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
      }
    }
  }

  private void flags(LegacyRun run, SetupSets setup) {
    int start = text.at;
    for (Map.Entry<byte[], String> collector : COLLECTORS.entrySet()) {
      text.at = start;
      if (text.skipPast(collector.getKey())) {
        run.declare(collector.getValue());
      }
    }
    text.at = start;
    if (text.skipPast(MAX_HEAP)) {
      run.recorder.limit(text.digits());
    }
    text.at = start;
    if (text.skipPast(INITIAL_HEAP)) {
      setup.initialHeap(text.digits());
    }
    for (byte[] limit : CLASSES_LIMITS) {
      text.at = start;
      if (text.skipPast(limit)) {
        setup.classesLimit(text.digits());
      }
    }
    for (int at = start; at < text.end; ) {
      int from = at;
      while (at < text.end && text.bytes[at] != ' ') {
        at++;
      }
      setup.flag(text.bytes, from, at);
      at++;
    }
  }
}
