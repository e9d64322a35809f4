package io.github.rustfit.readers.jfr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was found wrong with a recording, put into words. */
final class Damage {

  /** More places than this say nothing new. */
  private static final int SHOWN = 3;

  static final String UNFINISHED =
      "Let the JVM finish the file: it does so on a normal exit or on jcmd <pid> JFR.stop,"
          + " async-profiler on its stop command.";
  static final String BROKEN =
      "Copy the file again from where it was recorded; if it is broken there too, record again.";

  static final String TOO_SHORT =
      "Record from the start of the JVM, with -XX:StartFlightRecording, or record longer and with"
          + " jdk.ThreadStart, as settings=profile does.";

  static final String LARGE =
      "Record with smaller chunks: async-profiler's chunksize, the JDK's maxchunksize option.";

  private final List<String> places = new ArrayList<>();
  private final List<String> remedies = new ArrayList<>();

  /** Notes what is wrong at this offset of the file, and what to do about it. */
  void add(long offset, String what, String remedy) {
    places.add("byte " + offset + ": " + what);
    if (!remedies.contains(remedy)) {
      remedies.add(remedy);
    }
  }

  /** Adds what was found behind all this. */
  void add(Damage later) {
    places.addAll(later.places);
    for (String remedy : later.remedies) {
      if (!remedies.contains(remedy)) {
        remedies.add(remedy);
      }
    }
  }

  boolean none() {
    return places.isEmpty();
  }

  /** Everything in one text, with how much was read. */
  String text(long bytesRead, long size, int chunks) {
    StringBuilder text = new StringBuilder();
    text.append(String.join("; ", places.subList(0, Math.min(SHOWN, places.size()))));
    if (places.size() > SHOWN) {
      text.append("; and ").append(places.size() - SHOWN).append(" more");
    }
    text.append(
        String.format(
            Locale.ROOT,
            ". Read %d of %d bytes in %d %s. ",
            bytesRead,
            size,
            chunks,
            chunks == 1 ? "chunk" : "chunks"));
    return text.append(String.join(" ", remedies)).toString();
  }
}
