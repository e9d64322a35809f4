package io.github.rustfit.readers.history;

import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.util.RawParseUtils;

/** When a commit was made, beyond the year 2038, where the library's 32 bits end. */
final class CommitTime {

  /** 2106-02-07T06:28:16Z: what git itself writes ends here, so a later date is a mistake. */
  static final long END = 1L << 32;

  private static final int MOST_BYTES = 4096;
  private static final int MOST_DIGITS = 18;

  private CommitTime() {}

  /** Seconds since 1970 of the commit, whose body must have been kept. */
  static long seconds(RevCommit commit) {
    byte[] raw = commit.getRawBuffer();
    int start = raw == null ? -1 : RawParseUtils.committer(raw, 0);
    if (raw == null || start < 0) {
      return Integer.toUnsignedLong(commit.getCommitTime());
    }
    int end = Math.min(RawParseUtils.nextLF(raw, start), start + MOST_BYTES);
    String line = new String(raw, start, end - start, StandardCharsets.ISO_8859_1);
    int from = line.lastIndexOf('>') + 1;
    while (from < line.length() && line.charAt(from) == ' ') {
      from++;
    }
    long seconds = 0;
    int to = from;
    while (to < line.length() && to - from < MOST_DIGITS && Character.isDigit(line.charAt(to))) {
      seconds = seconds * 10 + (line.charAt(to) - '0');
      to++;
    }
    return seconds;
  }

  /** Whether the date can be what a clock showed. */
  static boolean plausible(long seconds) {
    return seconds < END;
  }
}
