package io.github.rustfit.readers.gclog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with the lines of a log: each kind of fault with its first place. */
final class LineFaults {

  /** What can be wrong, and how it is said: what comes before the place, and behind it. */
  enum Fault {
    NO_END("has a pause without an end that began in ", "which is not counted"),
    NO_DURATION("has a pause whose duration cannot be read in ", "which is not counted"),
    MISSING("has no line of a collection before the next one in ", "so pauses may be missing"),
    DROPPED("lost messages to asynchronous logging as told in ", "so pauses may be missing"),
    TIME("has a time stamp that cannot be right in or before ", "which is not counted as time"),
    MIXED(
        "mixes the lines of several JVMs from ",
        "where only the numbers of their collections tell them apart, so the time they ran is"
            + " uncertain"),
    IMPOSSIBLE("tells of a pause longer than the JVM had run in ", "which is not counted");

    private final String before;
    private final String behind;

    Fault(String before, String behind) {
      this.before = before;
      this.behind = behind;
    }
  }

  private record Found(String place, long count) {}

  private final Map<Fault, Found> found = new LinkedHashMap<>();
  private long number;
  private long offset;

  /** Says which line is being read. */
  void at(long newNumber, long newOffset) {
    number = newNumber;
    offset = newOffset;
  }

  /** The line that is being read. */
  long number() {
    return number;
  }

  /** Where that is. */
  String place() {
    return place(number, offset);
  }

  long offset() {
    return offset;
  }

  static String place(long number, long offset) {
    return "line " + number + " (byte " + offset + ")";
  }

  /** Notes a fault in the line that is being read. */
  void add(Fault fault) {
    add(fault, place());
  }

  /** Notes a fault in another place. */
  void add(Fault fault, String place) {
    found.merge(fault, new Found(place, 1), (one, more) -> new Found(one.place, one.count + 1));
  }

  /** What is wrong, each as the rest of a sentence that begins with {@code The GC log}. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    found.forEach(
        (fault, where) ->
            problems.add(
                fault.before
                    + where.place
                    + (where.count == 1
                        ? ""
                        : ", and in "
                            + (where.count - 1)
                            + (where.count == 2 ? " more place" : " more places"))
                    + ", "
                    + fault.behind));
    return problems;
  }
}
