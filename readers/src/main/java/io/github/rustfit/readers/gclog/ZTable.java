package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gc.HeapUse;
import io.github.rustfit.readers.gc.RunRecorder;
import io.github.rustfit.readers.gclog.text.Cursor;

/**
 * The heap table that ZGC prints under {@code gc,heap} at the end of a cycle: rows by kind, columns
 * by moment. Not thread-safe.
 */
final class ZTable {

  private static final byte[] USED = Cursor.ascii("Used:");
  private static final byte[] LIVE = Cursor.ascii("Live:");
  private static final byte[] PROMOTED = Cursor.ascii("Promoted:");
  private static final byte[] ALLOCATED = Cursor.ascii("Allocated:");

  private static final int MARK_START = 0;
  private static final int MARK_END = 1;
  private static final int RELOCATE_END = 3;
  private static final int LOW = 5;

  private final long[] columns = new long[LOW + 1];

  /**
   * Reads the row at the cursor, if it is one that counts.
   *
   * @param generation {@code y} and {@code Y} for the young generation of a minor and a major
   *     collection, {@code O} for the old one, 0 without generations
   */
  void row(Cursor row, char generation, HeapUse heap, RunRecorder recorder) {
    row.spaces();
    boolean old = generation == 'O';
    if (row.skip(LIVE)) {
      columns(row);
      if (generation != 'y' && columns[MARK_END] != Cursor.NONE) {
        heap.liveByMarking(generation, columns[MARK_END]);
      }
    } else if (!old && row.skip(USED)) {
      columns(row);
      // Only the row of the whole heap has the high and low marks; the generation's has not.
      if (columns[LOW] != Cursor.NONE && columns[RELOCATE_END] != Cursor.NONE) {
        heap.cycle(Math.max(0, columns[MARK_START]), columns[RELOCATE_END]);
      }
    } else if (!old && row.skip(PROMOTED)) {
      columns(row);
      recorder.promoted(Math.max(0, columns[RELOCATE_END]));
    } else if (!old && row.skip(ALLOCATED)) {
      columns(row);
      heap.allocatedInCycle(Math.max(0, columns[RELOCATE_END]));
    }
  }

  /** Columns such as {@code 16M (17%)} or {@code -}. */
  private void columns(Cursor row) {
    for (int i = 0; i < columns.length; i++) {
      row.spaces();
      columns[i] = row.skip('-') ? Cursor.NONE : row.size();
      row.spaces();
      if (row.skip('(')) {
        while (row.at < row.end && !row.skip(')')) {
          row.at++;
        }
      }
    }
  }
}
