package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gc.SetupSets;
import io.github.rustfit.readers.gclog.text.Cursor;

/** How unified logs print the memory for classes. */
final class MetaspaceLine {

  private static final byte[] START = Cursor.ascii("Metaspace: ");
  private static final byte[] ARROW = Cursor.ascii("->");
  private static final byte[] USED = Cursor.ascii(" used, ");

  private MetaspaceLine() {}

  /**
   * Takes {@code Metaspace: 396K(576K)->396K(576K)} (JDK 16 and later, committed in parentheses),
   * {@code 396K->396K(1056768K)} (earlier, reserved in parentheses) or {@code 2M used, 3M
   * committed} (ZGC).
   *
   * @return false for another line
   */
  static boolean take(Cursor text, SetupSets setup) {
    if (!text.skip(START)) {
      return false;
    }
    long used = text.size();
    long committed = Cursor.NONE;
    if (text.skip(USED)) {
      committed = text.size();
    } else {
      boolean withCommitted = text.skip('(') && text.size() != Cursor.NONE && text.skip(')');
      used = text.skip(ARROW) ? text.size() : Cursor.NONE;
      committed = withCommitted && text.skip('(') ? text.size() : Cursor.NONE;
    }
    setup.classes(used, committed);
    return used != Cursor.NONE;
  }
}
