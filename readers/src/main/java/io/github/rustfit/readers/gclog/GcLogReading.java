package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gclog.legacy.LegacyLine;
import io.github.rustfit.readers.gclog.legacy.LegacyLog;
import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.readers.lines.LineScanner;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** One reading of one GC log. */
final class GcLogReading {

  private static final String REMEDY =
      "Record one with -Xlog:gc*,safepoint:file=gc.log on the JVM's command line.";

  private static final String LEGACY_REMEDY =
      "Record one with -XX:+PrintGCDetails -XX:+PrintGCTimeStamps -Xloggc:gc.log on the command"
          + " line of a JVM up to JDK 8, with -Xlog:gc*,safepoint:file=gc.log from JDK 9 on.";

  private static final String UNTIMED =
      "has no time stamps, so neither throughput nor rates can be told: only the pauses"
          + " themselves count as time covered; ";

  /** How far into a line damage is looked for. */
  private static final int LOOKED_AT = 256;

  private final Content content;
  private final UnifiedLog unified = new UnifiedLog();
  private final LegacyLog legacy = new LegacyLog();
  private final LineTally tally = new LineTally();
  private final List<String> problems = new ArrayList<>();
  private boolean impossible;
  private long legacyBehind;
  private String legacyPlace = "";

  GcLogReading(Content content) {
    this.content = content;
  }

  Reading read() throws IOException {
    long lines;
    try (InputStream in = Utf16Stream.decoded(content.open())) {
      LineScanner scanner = new LineScanner(in);
      while (scanner.next()) {
        take(scanner);
      }
      lines = scanner.number();
      tally.other(scanner.passedOver());
    }
    return reading(lines);
  }

  private void take(LineScanner scanner) {
    byte[] bytes = scanner.bytes();
    int from = scanner.from();
    int to = scanner.to();
    if (legacy.certain()
        && !(from < to
            && (bytes[from] == '[' || bytes[from] == 'G')
            && unified.unmistakable(bytes, from, to))) {
      legacy(scanner);
      return;
    }
    if (!scanner.terminated() && unified.cut(bytes, from, to)) {
      problems.add("is cut off inside " + place(scanner) + ", which is not counted");
      tally.unplaced(scanner.number());
      return;
    }
    switch (unified.take(bytes, from, to)) {
      case UNDERSTOOD -> tally.recognised();
      case GARBLED -> tally.unplaced(scanner.number());
      case FOREIGN -> foreign(scanner);
      case IMPOSSIBLE -> {
        tally.unplaced(scanner.number());
        if (!impossible) {
          impossible = true;
          problems.add(
              "tells of a pause longer than the JVM had run in "
                  + place(scanner)
                  + "; such lines are not counted");
        }
      }
    }
  }

  private void foreign(LineScanner scanner) {
    if (!unified.told()) {
      legacy(scanner);
    } else if (LegacyLine.matches(scanner.bytes(), scanner.from(), scanner.to())) {
      legacyPlace = legacyBehind++ == 0 ? place(scanner) : legacyPlace;
      tally.unplaced(scanner.number());
    } else {
      other(scanner);
    }
  }

  private void legacy(LineScanner scanner) {
    boolean known =
        legacy.take(
            scanner.bytes(), scanner.from(), scanner.to(), scanner.number(), scanner.offset());
    if (known) {
      tally.recognised();
    } else {
      other(scanner);
    }
  }

  private void other(LineScanner scanner) {
    byte[] bytes = scanner.bytes();
    int last = Math.min(scanner.to(), scanner.from() + LOOKED_AT);
    for (int i = scanner.from(); i < last; i++) {
      byte b = bytes[i];
      if (b >= 0 && b < '\t') {
        tally.unplaced(scanner.number());
        return;
      }
    }
    tally.other(1);
  }

  private static String place(LineScanner scanner) {
    return "line " + scanner.number() + " (byte " + scanner.offset() + ")";
  }

  private Reading reading(long lines) {
    if (unified.told() && legacy.certain()) {
      return both();
    }
    if (unified.told()) {
      return unified();
    }
    if (legacy.told()) {
      return legacy(lines);
    }
    return Reading.failed(
            "There was no garbage collection line found in " + lines + " lines. " + REMEDY)
        .of(List.of(), tally.counts());
  }

  private Reading unified() {
    GcSummary gc = unified.finish();
    if (!unified.timed()) {
      problems.add(UNTIMED + "log with the uptime decorator");
    }
    if (legacyBehind > 0) {
      problems.add(
          "changes to the style of JDK 8 in "
              + legacyPlace
              + ": "
              + legacyBehind
              + " such lines are not counted; keep the logs of different JVMs in files of their own");
    }
    return answer(REMEDY, gc, unified.runs());
  }

  private Reading legacy(long lines) {
    GcSummary gc = legacy.finish();
    damage();
    if (!legacy.collected()) {
      problems.add("has no whole collection in " + lines + " lines");
      return Reading.failed("The GC log " + String.join("; it ", problems) + ". " + LEGACY_REMEDY)
          .of(List.of(), tally.counts());
    }
    if (!legacy.timed()) {
      problems.add(UNTIMED + "log with -XX:+PrintGCTimeStamps");
    }
    return answer(LEGACY_REMEDY, gc, legacy.runs());
  }

  /** A JVM up to JDK 8, and behind it a later one in the same file. */
  private Reading both() {
    GcSummary gc = legacy.finish().merge(unified.finish());
    damage();
    List<GcRunPart> runs = new ArrayList<>();
    runs.addAll(legacy.runs().subList(0, Math.min(1, legacy.runs().size())));
    List<GcRunPart> later = unified.runs();
    runs.addAll(later.subList(Math.max(0, later.size() - 1), later.size()));
    return answer(REMEDY, gc, runs);
  }

  private void damage() {
    String damage = legacy.problem();
    if (damage != null) {
      problems.add(damage);
      tally.damaged(legacy.damages(), legacy.damaged());
    }
  }

  private Reading answer(String remedy, GcSummary gc, List<GcRunPart> runs) {
    Reading reading =
        problems.isEmpty()
            ? Reading.read(ProfileSummary.EMPTY, gc)
            : Reading.partial(
                "The GC log " + String.join("; it ", problems) + ". " + remedy,
                ProfileSummary.EMPTY,
                gc);
    return reading.of(runs, tally.counts());
  }
}
