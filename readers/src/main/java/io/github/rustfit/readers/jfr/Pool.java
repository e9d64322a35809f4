package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.Layout.Encoding;
import io.github.rustfit.readers.jfr.Layout.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The constants of one type in a chunk: where they stand, and their members on demand. */
final class Pool {

  private final Cursor cursor;
  private final int size;
  private final List<Member> layout;
  private final Places places = new Places();

  /**
   * @param cursor for decoding; moved by every call
   * @param size of the chunk in bytes
   */
  Pool(Cursor cursor, int size, List<Member> layout) {
    this.cursor = cursor;
    this.size = size;
    this.layout = layout;
  }

  List<Member> layout() {
    return layout;
  }

  /** Notes where a constant stands; of equal numbers the last one noted counts. */
  void put(long id, int position) {
    places.put(id, position);
  }

  /** Position of a constant in the chunk, or 0 when there is none. */
  int place(long id) {
    return places.of(id);
  }

  /** The place of a member in the constants, or -1. */
  int member(String name) {
    for (int i = 0; i < layout.size(); i++) {
      if (layout.get(i).path().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** A number in the constant at this position; -1 when constants have no such member. */
  long number(int place, int member) {
    if (place == 0 || !is(member, Encoding.NUMBER)) {
      return -1;
    }
    moveTo(place, member);
    return cursor.number();
  }

  /** A text in the constant at this position; null when there is none. */
  @Nullable String text(int place, int member, Cursor.Texts texts) {
    if (place == 0 || !is(member, Encoding.TEXT)) {
      return null;
    }
    moveTo(place, member);
    return cursor.text(texts);
  }

  private boolean is(int member, Encoding encoding) {
    return member >= 0
        && member < layout.size()
        && layout.get(member).encoding() == encoding
        && !layout.get(member).array();
  }

  private void moveTo(int place, int member) {
    cursor.window(place, size);
    for (int i = 0; i < member; i++) {
      Layout.skip(cursor, layout.get(i));
    }
  }
}
