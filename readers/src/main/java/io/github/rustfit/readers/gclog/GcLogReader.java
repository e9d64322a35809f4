package io.github.rustfit.readers.gclog;

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
 * Reads the GC logs of HotSpot JVMs from JDK 9 on ({@code -Xlog:gc*}), whatever the collector, the
 * level and the decorators. Recognises the logs of JDK 8 and earlier and says that it cannot read
 * them.
 */
public final class GcLogReader implements InputReader {

  private static final String REMEDY =
      "Record one with -Xlog:gc*,safepoint:file=gc.log on the JVM's command line.";

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
    List<String> problems = new ArrayList<>();
    boolean legacy = false;
    long lines;
    try (InputStream in = Utf16Stream.decoded(content.open())) {
      LineScanner scanner = new LineScanner(in);
      long impossible = 0;
      while (scanner.next()) {
        if (!scanner.terminated() && log.cut(scanner.bytes(), scanner.from(), scanner.to())) {
          problems.add("is cut off inside " + place(scanner) + ", which is not counted");
          continue;
        }
        UnifiedLog.Outcome outcome = log.take(scanner.bytes(), scanner.from(), scanner.to());
        if (outcome == UnifiedLog.Outcome.FOREIGN) {
          if (!legacy && !log.told()) {
            legacy = LegacyLine.matches(scanner.bytes(), scanner.from(), scanner.to());
          }
        } else if (outcome == UnifiedLog.Outcome.IMPOSSIBLE && impossible++ == 0) {
          problems.add(
              "tells of a pause longer than the JVM had run in "
                  + place(scanner)
                  + "; such lines are not counted");
        }
      }
      lines = scanner.number();
    }
    return log.told() ? told(log, problems) : untold(lines, legacy);
  }

  private static String place(LineScanner scanner) {
    return "line " + scanner.number() + " (byte " + scanner.offset() + ")";
  }

  private static Reading told(UnifiedLog log, List<String> problems) {
    GcSummary gc = log.finish();
    if (!log.timed()) {
      problems.add(
          "has no time stamps, so neither throughput nor rates can be told: only the pauses"
              + " themselves count as time covered; log with the uptime decorator");
    }
    if (problems.isEmpty()) {
      return Reading.read(ProfileSummary.EMPTY, gc);
    }
    return Reading.partial(
        "The GC log " + String.join("; it ", problems) + ". " + REMEDY, ProfileSummary.EMPTY, gc);
  }

  private static Reading untold(long lines, boolean legacy) {
    if (legacy) {
      return Reading.failed(
          "This is a GC log in the style of JDK 8 (-XX:+PrintGC…), and this reader understands"
              + " unified logging (-Xlog:gc*, JDK 9 and later). "
              + REMEDY);
    }
    return Reading.failed(
        "There was no garbage collection line found in " + lines + " lines. " + REMEDY);
  }
}
