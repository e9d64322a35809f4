package io.github.rustfit.readers.jfr.format;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the primitive encodings of a chunk. No length is trusted: a count is checked against the
 * bytes that are left before anything of that size is made. Running off the end throws {@link
 * BufferUnderflowException}.
 */
public final class Cursor {

  /** Texts that are stored once, by number. */
  public interface Texts {
    /** The text with this number, or null. */
    @Nullable String text(long id);
  }

  /** The longest number: more bytes than that in memory need no further check. */
  private static final int LONGEST = 9;

  /** What is read where somebody jumps to; who goes on from there gets four times as much. */
  private static final int AFTER_JUMP = 4 << 10;

  private final @Nullable ChunkBytes pages;
  private final int size;
  private final byte[] buffer;
  private final ByteBuffer words;

  /** Position in the chunk of the first byte in the buffer. */
  private int base;

  private int filled;
  private int at;

  /** Index in the buffer behind the last byte that may be read now. */
  private int stop;

  /** Position in the chunk behind the last byte that may be read. */
  private int end;

  private int request = AFTER_JUMP;
  private int beforeRaw;
  private long low;
  private long high;

  /** A cursor over the first bytes of an array. */
  public Cursor(byte[] bytes, int length) {
    this(null, length, bytes, length);
  }

  /** A cursor over a chunk of which one page at a time is in memory. */
  Cursor(ChunkBytes pages, byte[] page) {
    this(pages, pages.size(), page, 0);
  }

  private Cursor(@Nullable ChunkBytes pages, int size, byte[] buffer, int filled) {
    this.pages = pages;
    this.size = size;
    this.buffer = buffer;
    this.words = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN);
    this.filled = filled;
    window(0, size);
  }

  /** Where the next byte is read, from the start of the chunk. */
  public int position() {
    return base + at;
  }

  /** Moves to a position; all following reads stay below {@code end}. */
  public void window(int position, int newEnd) {
    if (position < 0 || position > newEnd || newEnd > size) {
      throw new BufferUnderflowException();
    }
    end = newEnd;
    if (position < base || position > base + filled) {
      base = position;
      filled = 0;
      request = AFTER_JUMP;
    }
    at = position - base;
    stop = Math.min(filled, newEnd - base);
  }

  /** Moves to a position before the end of the window. */
  public void moveTo(int position) {
    window(position, end);
  }

  /**
   * Reads two numbers of at most eight bytes together, as each event begins with: {@link #low} and
   * {@link #high}.
   *
   * @return whether they were read; not when they are longer, or stand at the border of what is in
   *     memory
   */
  public boolean pair() {
    int next = at;
    if (filled - next < Long.BYTES) {
      return false;
    }
    long word = words.getLong(next);
    long ends = Septets.ends(word);
    long others = ends & (ends - 1);
    int first = Long.numberOfTrailingZeros(ends) + 1;
    int both = Long.numberOfTrailingZeros(others) + 1;
    if (others == 0 || next + (both >>> 3) > stop) {
      return false;
    }
    low = Septets.joined(word & (-1L >>> (Long.SIZE - first)));
    high = Septets.joined((word & (-1L >>> (Long.SIZE - both))) >>> first);
    at = next + (both >>> 3);
    return true;
  }

  /** A number of one to nine bytes, seven bits in each of the first eight, the lowest first. */
  public long number() {
    int next = at;
    if (next < stop) {
      byte first = buffer[next];
      if (first >= 0) {
        at = next + 1;
        return first;
      }
    }
    return longNumber();
  }

  /**
   * Written out and apart from {@link #number}, so that the compiler inlines only the short case
   * (this one is above FreqInlineSize, 325): with all of it in every place that reads a number,
   * compiling took longer than reading.
   */
  private long longNumber() {
    int next = at;
    if (filled - next < LONGEST) {
      return numberAtBorder();
    }
    byte[] bytes = buffer;
    Objects.checkFromIndexSize(next, LONGEST, bytes.length);
    byte b = bytes[next];
    long result = b & 0x7fL;
    if (b >= 0) {
      return result(next + 1, result);
    }
    b = bytes[next + 1];
    result |= (b & 0x7fL) << 7;
    if (b >= 0) {
      return result(next + 2, result);
    }
    b = bytes[next + 2];
    result |= (b & 0x7fL) << 14;
    if (b >= 0) {
      return result(next + 3, result);
    }
    b = bytes[next + 3];
    result |= (b & 0x7fL) << 21;
    if (b >= 0) {
      return result(next + 4, result);
    }
    b = bytes[next + 4];
    result |= (b & 0x7fL) << 28;
    if (b >= 0) {
      return result(next + 5, result);
    }
    b = bytes[next + 5];
    result |= (b & 0x7fL) << 35;
    if (b >= 0) {
      return result(next + 6, result);
    }
    b = bytes[next + 6];
    result |= (b & 0x7fL) << 42;
    if (b >= 0) {
      return result(next + 7, result);
    }
    b = bytes[next + 7];
    result |= (b & 0x7fL) << 49;
    if (b >= 0) {
      return result(next + 8, result);
    }
    return result(next + LONGEST, result | (bytes[next + 8] & 0xffL) << 56);
  }

  private long result(int next, long number) {
    // What is behind the end is in memory all the same, so one look afterwards is enough.
    if (next > stop) {
      throw new BufferUnderflowException();
    }
    at = next;
    return number;
  }

  /**
   * Reads some numbers as they stand, without decoding them: their bytes are {@link #low} and
   * {@link #high}, which for equally many equal numbers are the same.
   *
   * @return whether they were read; not when they are long, or stand at the border of what is in
   *     memory
   */
  public boolean raw(int count) {
    int next = at;
    if (filled - next < 2 * Long.BYTES) {
      return false;
    }
    long first = words.getLong(next);
    long second = 0;
    long ends = Septets.ends(first);
    int missing = count - Long.bitCount(ends);
    if (missing > 0) {
      second = words.getLong(next + Long.BYTES);
      long more = Septets.ends(second);
      // The byte behind eight that go on is the last one of its number whatever it looks like.
      boolean long9 = Long.numberOfLeadingZeros(ends) + Long.numberOfTrailingZeros(more) >= 71;
      if (long9 || Long.bitCount(more) < missing) {
        return false;
      }
      int last = Septets.endOf(missing, more);
      second &= -1L >>> (Long.SIZE - 8 * last);
      next += Long.BYTES + last;
    } else {
      int last = Septets.endOf(count, ends);
      first &= -1L >>> (Long.SIZE - 8 * last);
      next += last;
    }
    if (next > stop) {
      return false;
    }
    beforeRaw = position();
    low = first;
    high = second;
    at = next;
    return true;
  }

  /** Position in the chunk of what {@link #raw} read. */
  public int beforeRaw() {
    return beforeRaw;
  }

  /** The first eight bytes of what {@link #raw} read. */
  public long low() {
    return low;
  }

  /** The bytes behind those; 0 when there are none. */
  public long high() {
    return high;
  }

  private long numberAtBorder() {
    long result = 0;
    for (int shift = 0; shift < 56; shift += 7) {
      byte b = octet();
      result |= (b & 0x7fL) << shift;
      if (b >= 0) {
        return result;
      }
    }
    return result | (octet() & 0xffL) << 56;
  }

  /** Moves past so many numbers. */
  void skipNumbers(long count) {
    long left = count;
    while (left > 0) {
      if (stop - at >= Long.BYTES) {
        // Seven bits a byte; the byte without the eighth ends a number. The last end in the word
        // is where the next word begins, so that no number of nine bytes is mistaken for two.
        long ends = Septets.ends(words.getLong(at));
        int numbers = Long.bitCount(ends);
        if (numbers > 0 && numbers <= left) {
          at += Long.BYTES - (Long.numberOfLeadingZeros(ends) >>> 3);
          left -= numbers;
          continue;
        }
      }
      number();
      left--;
    }
  }

  /** How many things of at least one byte each follow. */
  public int count() {
    long count = number();
    int left = end - position();
    if (count < 0 || count > left) {
      throw new DamagedException("a length of " + count + " where " + left + " bytes are left");
    }
    return (int) count;
  }

  void skip(long length) {
    if (length <= stop - at) {
      at += (int) length;
    } else if (length <= end - position()) {
      window(position() + (int) length, end);
    } else {
      throw new BufferUnderflowException();
    }
  }

  byte octet() {
    if (at >= stop) {
      turnPage();
    }
    return buffer[at++];
  }

  float real() {
    return Float.intBitsToFloat((int) bigEndian(Float.BYTES));
  }

  double longReal() {
    return Double.longBitsToDouble(bigEndian(Double.BYTES));
  }

  private long bigEndian(int bytes) {
    long result = 0;
    for (int i = 0; i < bytes; i++) {
      result = result << 8 | (octet() & 0xffL);
    }
    return result;
  }

  void skipText() {
    switch (octet()) {
      case 0, 1 -> {}
      case 2 -> number();
      case 3, 5 -> skip(count());
      case 4 -> skipNumbers(count());
      default -> throw new DamagedException("an unknown text encoding");
    }
  }

  /** A text, or null; {@code pool} holds those that are stored once. */
  public @Nullable String text(Texts pool) {
    switch (octet()) {
      case 0:
        return null;
      case 1:
        return "";
      case 2:
        return pool.text(number());
      case 3:
        return new String(octets(count()), StandardCharsets.UTF_8);
      case 4:
        char[] chars = new char[count()];
        for (int i = 0; i < chars.length; i++) {
          chars[i] = (char) number();
        }
        // Halves of characters, which no output could hold, become question marks.
        return new String(
            new String(chars).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      case 5:
        return new String(octets(count()), StandardCharsets.ISO_8859_1);
      default:
        throw new DamagedException("an unknown text encoding");
    }
  }

  /** The bytes from here up to a position of the chunk. */
  byte[] octetsTo(int position) {
    return octets(position - position());
  }

  private byte[] octets(int length) {
    if (length > end - position()) {
      throw new BufferUnderflowException();
    }
    byte[] octets = new byte[length];
    int done = 0;
    while (done < length) {
      if (at >= stop) {
        turnPage();
      }
      int some = Math.min(length - done, stop - at);
      System.arraycopy(buffer, at, octets, done, some);
      at += some;
      done += some;
    }
    return octets;
  }

  /** Brings the bytes from here on into memory; fails when there are none before the end. */
  private void turnPage() {
    if (pages == null || position() >= end) {
      throw new BufferUnderflowException();
    }
    base += at;
    at = 0;
    filled = pages.read(base, buffer, 0, Math.min(request, buffer.length));
    request = Math.min(4 * request, buffer.length);
    stop = Math.min(filled, end - base);
    if (stop <= 0) {
      throw new BufferUnderflowException();
    }
  }
}
