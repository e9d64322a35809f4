package io.github.rustfit.readers.gclog.legacy;

import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.readers.gclog.text.Names;
import org.jspecify.annotations.Nullable;

/**
 * One stop-the-world collection, or one pause of a concurrent one, as far as it was read. Not
 * thread-safe; one object serves all.
 */
final class LegacyCollection {

  static final String G1 = "G1";
  static final String CMS = "CMS";
  static final String PARALLEL = "Parallel";
  static final String SERIAL = "Serial";

  /** What CMS prints of its free lists amid the line ({@code -XX:PrintFLSStatistics}). */
  static final byte[] STATISTICS = Cursor.ascii("Before GC:");

  private static final byte[] FULL_GC = Cursor.ascii("Full GC");
  private static final byte[] GC = Cursor.ascii("GC");
  private static final byte[] PAUSE = Cursor.ascii(" pause");
  private static final byte[] REMARK = Cursor.ascii(" remark");
  private static final byte[] CLEANUP = Cursor.ascii(" cleanup");
  private static final byte[][] NO_PAUSE = {
    Cursor.ascii(" concurrent"), Cursor.ascii(" Worker"), Cursor.ascii(" ref-proc")
  };

  private static final byte[] PAR_NEW = Cursor.ascii("ParNew");
  private static final byte[] PARALLEL_YOUNG = Cursor.ascii("PSYoungGen");
  private static final byte[] DEF_NEW = Cursor.ascii("DefNew");
  private static final byte[] TENURED = Cursor.ascii("Tenured");
  private static final byte[] CMS_OLD = Cursor.ascii("CMS");
  private static final byte[] CMS_PERM = Cursor.ascii("CMS Perm");
  private static final byte[] CMS_PHASE = Cursor.ascii("CMS-");
  private static final byte[] INITIAL_MARK = Cursor.ascii("1 CMS-initial-mark");
  private static final byte[] FINAL_MARK = Cursor.ascii("1 CMS-remark");
  private static final byte[] OCCUPANCY = Cursor.ascii("YG occupancy");

  private static final byte[] MODE_FAILURE = Cursor.ascii(" (concurrent mode failure)");
  private static final byte[] TO_SPACE = Cursor.ascii(" (to-space ");
  private static final byte[] PROMOTION_FAILED = Cursor.ascii(" (promotion failed)");

  private final Names names = new Names();
  private long uptime;
  private long clock;
  private long duration;
  private long before;
  private long after;
  private long occupancy;
  private long committed;
  private long youngBefore;
  private long youngAfter;
  private boolean inYoung;
  private boolean toSpaceExhausted;
  private boolean promotionFailed;
  private boolean modeFailed;
  private boolean full;
  private boolean mixed;
  private boolean initialMark;
  private boolean finalMark;
  private boolean cleanup;
  private boolean scavenges;
  private @Nullable String collector;
  private @Nullable String cause;

  /** Whether a pause opens behind this bracket. Leaves the cursor behind its name if so. */
  static boolean opens(Cursor text) {
    int start = text.at;
    boolean full = text.skip(FULL_GC);
    if (!full && !text.skip(GC)) {
      return false;
    }
    byte next = text.at < text.end ? text.bytes[text.at] : (byte) ' ';
    boolean word =
        Cursor.isDigit(next)
            || next == ' '
            || next == '-'
            || next == ':'
            || next == '('
            || next == '['
            || text.at(STATISTICS);
    for (byte[] other : NO_PAUSE) {
      word &= full || !text.at(other);
    }
    text.at = word ? text.at : start;
    return word;
  }

  /** Starts anew, behind the opening that {@link #opens} has passed. */
  void start(Cursor text, Stamp stamp) {
    uptime = stamp.uptime();
    clock = stamp.clock();
    duration = Cursor.NONE;
    before = Cursor.NONE;
    after = Cursor.NONE;
    occupancy = Cursor.NONE;
    committed = Cursor.NONE;
    youngBefore = Cursor.NONE;
    youngAfter = Cursor.NONE;
    inYoung = false;
    toSpaceExhausted = false;
    promotionFailed = false;
    modeFailed = false;
    full = text.at >= 4 && text.bytes[text.at - 4] == 'l';
    mixed = false;
    initialMark = false;
    finalMark = false;
    cleanup = false;
    scavenges = false;
    collector = null;
    cause = null;
    while (text.skip('-')) {
      // An undone scavenge is marked by two of them.
      promotionFailed = true;
    }
    if (text.skip(REMARK)) {
      finalMark = true;
      collector = G1;
    } else if (text.skip(CLEANUP)) {
      cleanup = true;
      collector = G1;
    } else {
      collector = text.skip(PAUSE) ? G1 : null;
      groups(text);
    }
  }

  /** {@code (G1 Evacuation Pause) (young) (initial-mark)}. */
  private void groups(Cursor text) {
    text.spaces();
    while (text.at < text.end && text.bytes[text.at] == '(') {
      String group = group(text);
      if (group == null) {
        return;
      }
      switch (group) {
        case "young" -> {}
        case "to-space overflow", "to-space exhausted" -> toSpaceExhausted = true;
        case "mixed", "partial" -> mixed = true;
        case "initial-mark" -> initialMark = true;
        case "System" -> cause = "System.gc()";
        default -> cause = cause == null ? group : cause;
      }
      text.spaces();
    }
  }

  private @Nullable String group(Cursor text) {
    int start = text.at + 1;
    int depth = 0;
    for (; text.at < text.end; text.at++) {
      byte b = text.bytes[text.at];
      if (b == '(') {
        depth++;
      } else if (b == ')' && --depth == 0) {
        text.at++;
        return names.of(text.bytes, start, text.at - 1);
      }
    }
    return null;
  }

  /** Takes the opening of something inside of it. */
  void part(Cursor text) {
    inYoung = false;
    if (text.at == text.end) {
      return;
    }
    switch (text.bytes[text.at]) {
      case 'P' -> {
        if (text.at(PAR_NEW)) {
          collector = CMS;
          inYoung = true;
        } else if (text.at(PARALLEL_YOUNG)) {
          collector = PARALLEL;
          inYoung = true;
        }
      }
      case 'D' -> {
        if (text.at(DEF_NEW)) {
          collector = SERIAL;
          inYoung = true;
        }
      }
      case 'T' -> {
        if (text.at(TENURED)) {
          full = true;
          collector = CMS.equals(collector) ? CMS : SERIAL;
        }
      }
      case 'C' -> {
        if (text.at(CMS_OLD) && !text.at(CMS_PERM) && !text.at(CMS_PHASE)) {
          full = true;
          collector = CMS;
        }
      }
      case '1' -> {
        initialMark |= text.at(INITIAL_MARK);
        finalMark |= text.at(FINAL_MARK);
      }
      case 'Y' -> scavenges |= text.at(OCCUPANCY);
      default -> {}
    }
  }

  /** Sees a remark in parentheses behind something of it. */
  void remark(Cursor text) {
    modeFailed |= text.at(MODE_FAILURE);
    promotionFailed |= text.at(PROMOTION_FAILED);
    toSpaceExhausted |= text.at(TO_SPACE);
  }

  /** Takes use before and after, and the size of the heap, in bytes. */
  void heap(long newBefore, long newAfter, long newCommitted) {
    before = newBefore;
    after = newAfter;
    committed = newCommitted;
  }

  /** Whether what is read is about the young generation. */
  boolean inYoung() {
    return inYoung;
  }

  /** Takes use of the young generation before and after, in bytes. */
  void young(long newBefore, long newAfter) {
    youngBefore = newBefore;
    youngAfter = newAfter;
    inYoung = false;
  }

  /** Bytes that moved to the old generation, or {@link Cursor#NONE} when it cannot be told. */
  long promoted() {
    if (youngBefore == Cursor.NONE || before == Cursor.NONE || full || mixed) {
      return Cursor.NONE;
    }
    return Math.max(0, youngBefore - youngAfter - (before - after));
  }

  /** Whether it prints its generations. */
  boolean detailed() {
    return youngBefore != Cursor.NONE;
  }

  /** Takes use during a pause of a concurrent collection, in bytes. */
  void occupancy(long bytes) {
    occupancy = bytes;
  }

  /** Takes what makes it whole, in nanoseconds. */
  void end(long nanos) {
    duration = nanos;
  }

  long uptime() {
    return uptime;
  }

  long clock() {
    return clock;
  }

  long duration() {
    return duration;
  }

  long before() {
    return before;
  }

  long after() {
    return after;
  }

  long occupancy() {
    return occupancy;
  }

  boolean full() {
    return full;
  }

  boolean mixed() {
    return mixed;
  }

  /** Whether a concurrent collection certainly begins with it. */
  boolean starting() {
    return initialMark;
  }

  /** Whether a collection of the young generation may stand inside of it (CMS remark). */
  boolean scavenges() {
    return scavenges;
  }

  /** Whether it is a pause of CMS of which {@code -verbose:gc} does not say which. */
  boolean eitherMark() {
    return occupancy != Cursor.NONE && !initialMark && !finalMark && !full;
  }

  /** The collector that prints like this, or {@code null}. */
  @Nullable String collector() {
    return occupancy != Cursor.NONE || ((initialMark || finalMark) && collector == null)
        ? CMS
        : collector;
  }

  /** How many collections begin with it, concurrent ones included. */
  int cycles() {
    if (finalMark || cleanup || eitherMark()) {
      return 0;
    }
    return initialMark && G1.equals(collector) ? 2 : 1;
  }

  /** Size of the heap in bytes, or {@link Cursor#NONE}. */
  long committed() {
    return committed;
  }

  /** The cause that the JVM gives, or {@code null}. */
  @Nullable String given() {
    return cause;
  }

  boolean toSpaceExhausted() {
    return toSpaceExhausted;
  }

  boolean promotionFailed() {
    return promotionFailed;
  }

  boolean modeFailed() {
    return modeFailed;
  }

  /** What it is, named as unified logs do. */
  String kind() {
    if (full) {
      return "Pause Full";
    }
    if (finalMark) {
      return "Pause Remark";
    }
    if (cleanup) {
      return "Pause Cleanup";
    }
    if (eitherMark()) {
      return "Pause Initial Mark or Remark";
    }
    return initialMark ? "Pause Initial Mark" : mixed ? "Pause Mixed" : "Pause Young";
  }

  /** The cause that the JVM gives, else what the pause is for. */
  String cause() {
    if (cause != null) {
      return cause;
    }
    // What a young collection of G1 starts beside does not make it another one.
    boolean young = G1.equals(collector) && kind().equals("Pause Initial Mark");
    return young ? mixed ? "Pause Mixed" : "Pause Young" : kind();
  }
}
