package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gclog.wrapping.Unwrapper;
import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.readers.lines.LineScanner;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One reading of one GC log. */
final class GcLogReading {

  private static final String REMEDY =
      "Record one with -Xlog:gc*,safepoint:file=gc.log on the JVM's command line.";

  private static final String LEGACY_REMEDY =
      "Record one with -XX:+PrintGCDetails -XX:+PrintGCTimeStamps -Xloggc:gc.log on the command"
          + " line of a JVM up to JDK 8, with -Xlog:gc*,safepoint:file=gc.log from JDK 9 on.";

  /** Writers of one stream that are told apart; more lines than theirs are not read. */
  private static final int MOST_STREAMS = 256;

  /** A file that rotation has numbered: what it ends amid goes on in the next one. */
  private static final Pattern ROTATED = Pattern.compile(".*[.-]\\d{1,9}(\\.(gz|zst))?");

  private final Content content;
  private final LineTally tally = new LineTally();
  private final Map<String, LogStream> streams = new LinkedHashMap<>();
  private final Unwrapper unwrapper = new Unwrapper(GcLogHead::line, this::line);
  private final LineScanner scanner;
  private boolean crowded;

  private GcLogReading(Content content, InputStream in) {
    this.content = content;
    this.scanner = new LineScanner(in);
    streams.put("", new LogStream(tally, content.window()));
  }

  static Reading of(Content content) throws IOException {
    try (InputStream in = Utf16Stream.decoded(content.open())) {
      return new GcLogReading(content, in).read();
    }
  }

  private Reading read() throws IOException {
    while (scanner.next()) {
      unwrapper.take(scanner.bytes(), scanner.from(), scanner.to());
    }
    tally.other(scanner.passedOver());
    return reading(scanner.number());
  }

  private void line(byte[] bytes, int from, int to, String source, long written) {
    LogStream stream = streams.get(source);
    if (stream == null) {
      // Others than JVMs write into such streams, too.
      if (!GcLogHead.opens(bytes, from, to)) {
        tally.other(1);
        return;
      }
      if (streams.size() > MOST_STREAMS) {
        crowded = true;
        tally.unplaced(scanner.number());
        return;
      }
      stream = new LogStream(tally, content.window());
      streams.put(source, stream);
    }
    stream.take(bytes, from, to, scanner.number(), scanner.offset(), scanner.terminated(), written);
  }

  private Reading reading(long lines) {
    boolean goesOn = ROTATED.matcher(content.path()).matches();
    Map<String, LogStream.Told> told = new LinkedHashMap<>();
    boolean usable = false;
    List<String> uncut =
        streams.values().stream().map(LogStream::uncut).filter(why -> !why.isEmpty()).toList();
    if (!uncut.isEmpty()) {
      return Reading.failed("The GC log " + uncut.get(0) + ".").of(List.of(), tally.counts());
    }
    if (streams.values().stream().noneMatch(LogStream::entered)) {
      return Reading.read(ProfileSummary.EMPTY, GcSummary.EMPTY).of(List.of(), tally.counts());
    }
    for (Map.Entry<String, LogStream> stream : streams.entrySet()) {
      LogStream.Told all = stream.getValue().finish(goesOn);
      if (all != null) {
        usable |= stream.getValue().usable();
        told.put(stream.getKey(), all);
      }
    }
    if (told.isEmpty()) {
      return Reading.failed(
              "There was no garbage collection line found in " + lines + " lines. " + REMEDY)
          .of(List.of(), tally.counts());
    }
    boolean unified = told.values().stream().anyMatch(LogStream.Told::unified);
    List<String> problems = problems(told);
    boolean onlyStartUp = problems.isEmpty();
    if (content.window().skipStartUp() && content.window().startUpNanos() < 0) {
      problems.add("does not tell when compiling died down, so its start-up is not left out");
    } else {
      onlyStartUp = false;
    }
    String remedy =
        onlyStartUp
            ? "Give recordings of the same runs beside it, with settings=profile, or rustfit.from."
            : unified ? REMEDY : LEGACY_REMEDY;
    if (!usable) {
      problems.add("has no whole collection in " + lines + " lines");
      return Reading.failed("The GC log " + String.join("; it ", problems) + ". " + remedy)
          .of(List.of(), tally.counts());
    }
    GcSummary gc =
        told.values().stream().map(LogStream.Told::gc).reduce(GcSummary.EMPTY, GcSummary::merge);
    List<GcRunPart> runs = told.size() == 1 ? told.values().iterator().next().runs() : List.of();
    Reading reading =
        problems.isEmpty()
            ? Reading.read(ProfileSummary.EMPTY, gc)
            : Reading.partial(
                "The GC log " + String.join("; it ", problems) + ". " + remedy,
                ProfileSummary.EMPTY,
                gc);
    return reading.of(runs, tally.counts());
  }

  private List<String> problems(Map<String, LogStream.Told> told) {
    List<String> problems = new ArrayList<>();
    told.forEach(
        (source, all) -> {
          String of = told.size() == 1 || source.isEmpty() ? "" : " (lines of " + source + ")";
          all.problems().forEach(problem -> problems.add(problem + of));
        });
    if (crowded) {
      problems.add(
          "holds the lines of more than "
              + MOST_STREAMS
              + " writers; those of the others are not counted");
    }
    return problems;
  }
}
