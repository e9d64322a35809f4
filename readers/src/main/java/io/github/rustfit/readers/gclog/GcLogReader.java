package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gclog.legacy.LegacyLog;
import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.readers.lines.LineScanner;
import io.github.rustfit.rules.evidence.GcSummary;
import io.github.rustfit.rules.evidence.ProfileSummary;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the GC logs of HotSpot JVMs, whatever the collector, the level and the decorators: those of
 * JDK 9 and later ({@code -Xlog:gc*}) and those of JDK 7 and 8 ({@code -XX:+PrintGCDetails} and its
 * like).
 */
public final class GcLogReader implements InputReader {

  private static final String REMEDY =
      "Record one with -Xlog:gc*,safepoint:file=gc.log on the JVM's command line.";

  private static final String LEGACY_REMEDY =
      "Record one with -XX:+PrintGCDetails -XX:+PrintGCTimeStamps -Xloggc:gc.log on the command"
          + " line of a JVM up to JDK 8, with -Xlog:gc*,safepoint:file=gc.log from JDK 9 on.";

  private static final String LONGER = "tells of a pause longer than the JVM had run";

  private static final String UNTIMED =
      "has no time stamps, so neither throughput nor rates can be told: only the pauses"
          + " themselves count as time covered; ";

  @Override
  public String kind() {
    return "gc-log";
  }

  @Override
  public boolean claims(byte[] head) {
    return GcLogHead.claims(head);
  }

  @Override
  public Reading read(Content content) throws IOException {
    UnifiedLog log = new UnifiedLog();
    LegacyLog legacy = new LegacyLog();
    List<String> problems = new ArrayList<>();
    long lines;
    try (InputStream in = Utf16Stream.decoded(content.open())) {
      LineScanner scanner = new LineScanner(in);
      while (!legacy.certain() && scanner.next()) {
        unified(scanner, log, legacy, problems);
      }
      while (legacy.certain() && scanner.next()) {
        legacy(scanner, legacy);
      }
      lines = scanner.number();
    }
    if (log.told()) {
      return told(log, problems);
    }
    return legacy.told() ? told(legacy, lines) : untold(lines);
  }

  private static void unified(
      LineScanner scanner, UnifiedLog log, LegacyLog legacy, List<String> problems) {
    if (!scanner.terminated() && log.cut(scanner.bytes(), scanner.from(), scanner.to())) {
      problems.add("is cut off inside " + place(scanner) + ", which is not counted");
      return;
    }
    switch (log.take(scanner.bytes(), scanner.from(), scanner.to())) {
      case FOREIGN -> {
        if (!log.told()) {
          legacy(scanner, legacy);
        }
      }
      case IMPOSSIBLE -> {
        if (problems.stream().noneMatch(problem -> problem.startsWith(LONGER))) {
          problems.add(LONGER + " in " + place(scanner) + "; such lines are not counted");
        }
      }
      case UNDERSTOOD -> {}
    }
  }

  private static void legacy(LineScanner scanner, LegacyLog legacy) {
    legacy.take(scanner.bytes(), scanner.from(), scanner.to(), scanner.number(), scanner.offset());
  }

  private static String place(LineScanner scanner) {
    return "line " + scanner.number() + " (byte " + scanner.offset() + ")";
  }

  private static Reading told(LegacyLog log, long lines) {
    GcSummary gc = log.finish();
    List<String> problems = new ArrayList<>();
    String damage = log.problem();
    if (damage != null) {
      problems.add(damage);
    }
    if (!log.collected()) {
      problems.add("has no whole collection in " + lines + " lines");
      return Reading.failed("The GC log " + String.join("; it ", problems) + ". " + LEGACY_REMEDY);
    }
    if (!log.timed()) {
      problems.add(UNTIMED + "log with -XX:+PrintGCTimeStamps");
    }
    return answer(problems, LEGACY_REMEDY, gc);
  }

  private static Reading told(UnifiedLog log, List<String> problems) {
    GcSummary gc = log.finish();
    if (!log.timed()) {
      problems.add(UNTIMED + "log with the uptime decorator");
    }
    return answer(problems, REMEDY, gc);
  }

  private static Reading answer(List<String> problems, String remedy, GcSummary gc) {
    if (problems.isEmpty()) {
      return Reading.read(ProfileSummary.EMPTY, gc);
    }
    return Reading.partial(
        "The GC log " + String.join("; it ", problems) + ". " + remedy, ProfileSummary.EMPTY, gc);
  }

  private static Reading untold(long lines) {
    return Reading.failed(
        "There was no garbage collection line found in " + lines + " lines. " + REMEDY);
  }
}
