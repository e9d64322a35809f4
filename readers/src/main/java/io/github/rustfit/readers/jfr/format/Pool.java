package io.github.rustfit.readers.jfr.format;

import io.github.rustfit.readers.jfr.format.Layout.Encoding;
import io.github.rustfit.readers.jfr.format.Layout.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The constants of one type in a chunk: where they stand, and their members on demand. */
public final class Pool {

  private final Cursor cursor;
  private final int size;
  private final Layout layout;
  private final Places places = new Places();
  private final long[] value = new long[1];

  /**
   * @param cursor for decoding; moved by every call
   * @param size of the chunk in bytes
   */
  Pool(Cursor cursor, int size, Layout layout) {
    this.cursor = cursor;
    this.size = size;
    this.layout = layout;
  }

  /** The members of each of its constants. */
  public List<Member> layout() {
    return layout.members();
  }

  /** Notes where a constant stands; of equal numbers the last one noted counts. */
  void put(long id, int position) {
    places.put(id, position);
  }

  /** Position of a constant in the chunk, or 0 when there is none. */
  public int place(long id) {
    return places.of(id);
  }

  /** The place of a member in the constants, or -1. */
  public int member(String name) {
    return layout.place(name);
  }

  /** A number in the constant at this position; -1 when constants have no such member. */
  public long number(int place, int member) {
    return has(place, member, Encoding.NUMBER) ? value(place, member) : -1;
  }

  /** A byte in the constant at this position; 0 when constants have no such member. */
  long octet(int place, int member) {
    return has(place, member, Encoding.OCTET) ? value(place, member) : 0;
  }

  /** A text in the constant at this position; null when there is none. */
  public @Nullable String text(int place, int member, Cursor.Texts texts) {
    if (!has(place, member, Encoding.TEXT)) {
      return null;
    }
    int position = (int) value(place, member);
    cursor.window(position, size);
    return cursor.text(texts);
  }

  private boolean has(int place, int member, Encoding encoding) {
    if (place == 0 || member < 0 || member >= layout.members().size()) {
      return false;
    }
    Member wanted = layout.members().get(member);
    return wanted.encoding() == encoding && !wanted.array();
  }

  private long value(int place, int member) {
    cursor.window(place, size);
    layout.upTo(member).read(cursor, value);
    return value[0];
  }
}
