package io.github.rustfit.readers.input;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Files that people take for recordings or GC logs, and what to do about each. */
final class Foreign {

  private static final int LOOKED_AT = 4096;

  private Foreign() {}

  /** What the content is and what to do, in two sentences; empty when that is not known. */
  static String of(byte[] head) {
    String start =
        new String(head, 0, Math.min(head.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    if (start.startsWith("version https://git-lfs.github.com/spec/")) {
      return "It is a pointer of Git LFS, not the file itself. Get the file with git lfs pull; in"
          + " CI let the checkout fetch LFS files (lfs: true for actions/checkout,"
          + " GIT_LFS_SKIP_SMUDGE unset).";
    }
    if (start.contains("<verbosegc")) {
      return "It is a verbose GC log of Eclipse OpenJ9 or IBM J9, whose format is not read. Run the"
          + " program on a HotSpot JVM with -Xlog:gc*,safepoint:file=gc.log, or open this log in"
          + " GCMV.";
    }
    String plain = start.stripLeading().toLowerCase(Locale.ROOT);
    if (plain.startsWith("<!doctype html") || plain.startsWith("<html")) {
      return page(head, plain);
    }
    if (plain.startsWith("<svg") || (plain.startsWith("<?xml") && plain.contains("<svg"))) {
      return "It is a picture, such as a flame graph; its samples cannot be read back. Give the"
          + " recording that it was made from, or its stacks in collapsed format.";
    }
    if (start.startsWith("FLR\0")) {
      return "It is a JFR recording of a version that is not read. Record it with JDK 11 or newer, or"
          + " with OpenJDK 8u262 or newer.";
    }
    if (start.startsWith("JAVA PROFILE 1.0")) {
      return "It is a heap dump, which tells of neither CPU time nor pauses. Record with"
          + " -XX:StartFlightRecording.";
    }
    boolean tar =
        head.length > 262 && new String(head, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    return tar ? "It is a tar archive. Unpack it, or pack it as zip." : "";
  }

  /** Whether a file like this is certainly one that should have been read. */
  static boolean meant(byte[] head) {
    boolean page = head.length > 0 && head[0] == '<' && !of(head).contains("verbose GC log");
    return !page && !of(head).isEmpty();
  }

  private static String page(byte[] head, String plain) {
    boolean flames =
        plain.contains("flame")
            || new String(head, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .contains("flame");
    return flames
        ? "It is a flame graph as an HTML page, whose samples cannot be read back. Let async-profiler"
            + " write the recording itself: -f app.jfr instead of .html, or -o collapsed."
        : "It is an HTML page, not a recording or a log. If it was downloaded, it may be the page"
            + " around the file or the one that asks to sign in: download the file itself.";
  }
}
