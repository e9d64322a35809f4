package io.github.rustfit.readers.gclog.legacy;

import io.github.rustfit.readers.gc.RunRecorder;
import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.readers.gclog.text.Names;

/**
 * The end of a phase that ran beside the application: {@code CMS-concurrent-mark: 0.018/0.019 secs}
 * (CPU and elapsed time) or {@code GC concurrent-mark-end, 0.0334 secs} (G1). Not thread-safe.
 */
final class ConcurrentPhase {

  private static final long SECOND = 1_000_000_000L;
  private static final byte[] CMS = Cursor.ascii("CMS-concurrent-");
  private static final byte[] G1 = Cursor.ascii("GC concurrent-");
  private static final byte[] G1_END = Cursor.ascii("-end, ");
  private static final byte[] SECS = Cursor.ascii(" secs]");
  private static final int GC = 3;

  private final Names names = new Names();

  /** Takes what stands behind a bracket, if it is one in full. Moves the cursor. */
  void take(Cursor text, RunRecorder run) {
    int start = text.at;
    if (text.at(CMS)) {
      while (text.at < text.end && text.bytes[text.at] != ':') {
        text.at++;
      }
      int end = text.at;
      text.skip(':');
      text.spaces();
      boolean both = text.decimal(SECOND) != Cursor.NONE && text.skip('/');
      add(text, both, start, end, run);
    } else if (text.at(G1)) {
      boolean ended = text.skipPast(G1_END);
      add(text, ended, start + GC, text.at - G1_END.length, run);
    }
  }

  private void add(Cursor text, boolean ended, int from, int to, RunRecorder run) {
    long nanos = ended ? text.decimal(SECOND) : Cursor.NONE;
    if (nanos != Cursor.NONE && text.at(SECS)) {
      run.concurrent(names.of(text.bytes, from, to), nanos);
    }
  }
}
