package io.github.rustfit.readers.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses gzip (RFC 1952), all members one after the other, and says at which compressed byte
 * damage begins; {@link java.util.zip.GZIPInputStream} takes a damaged later member for the end.
 * Zero bytes after the last member are padding, as for gzip itself.
 */
final class GzipStream extends InputStream {
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[64 * 1024];
  private int next;
  private int end;
  private long before;
  private long memberBytes;
  private boolean inMember;
  private boolean finished;
  private @Nullable DamagedException damage;

  GzipStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    DamagedException found = damage;
    if (found != null) {
      throw found;
    }
    try {
      while (!finished) {
        if (!inMember && !nextMember()) {
          finished = true;
          break;
        }
        int n = inflate(target, offset, length);
        if (n > 0) {
          return n;
        }
      }
      return -1;
    } catch (EOFException e) {
      throw new DamagedException("The gzip data ends early at compressed byte " + position());
    }
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    long before = inflater.getBytesWritten();
    try {
      int n = inflater.inflate(target, offset, length);
      crc.update(target, offset, n);
      memberBytes += n;
      if (inflater.finished()) {
        endMember(n);
      } else if (n == 0 && inflater.needsDictionary()) {
        throw damaged("needs a dictionary");
      } else if (n == 0 && inflater.needsInput()) {
        next = end;
        fill();
        inflater.setInput(buffer, next, end - next);
      }
      return n;
    } catch (DataFormatException e) {
      int n = (int) (inflater.getBytesWritten() - before);
      return afterwards(damaged(String.valueOf(e.getMessage())), n);
    }
  }

  /** Checks the end of a member, of which so many bytes are still to be delivered. */
  private void endMember(int delivered) throws IOException {
    next = end - inflater.getRemaining();
    inMember = false;
    try {
      if (fourBytes() != crc.getValue()) {
        throw damaged("wrong checksum of the data before it");
      }
      if (fourBytes() != (memberBytes & 0xffffffffL)) {
        throw damaged("wrong length of the data before it");
      }
    } catch (EOFException e) {
      afterwards(
          new DamagedException("The gzip data ends early at compressed byte " + position()),
          delivered);
    } catch (DamagedException e) {
      afterwards(e, delivered);
    }
  }

  /** Throws damage once what was decompressed before it is delivered. */
  private int afterwards(DamagedException found, int delivered) throws DamagedException {
    if (delivered <= 0) {
      throw found;
    }
    damage = found;
    return delivered;
  }

  /** Reads a member's header; false at the end of the data. */
  private boolean nextMember() throws IOException {
    boolean first = before + next == 0;
    int magic = firstByte();
    while (!first && magic == 0) {
      magic = firstByte();
    }
    if (magic < 0) {
      return false;
    }
    if (magic != 0x1f || oneByte() != 0x8b || oneByte() != 8) {
      throw damaged("no gzip member begins here");
    }
    int flags = oneByte();
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(oneByte() | oneByte() << 8);
    }
    for (int text : new int[] {NAME, COMMENT}) {
      while ((flags & text) != 0 && oneByte() != 0) {
        // the text is of no interest
      }
    }
    skip((flags & HEADER_CRC) != 0 ? 2 : 0);
    inflater.reset();
    inflater.setInput(buffer, next, end - next);
    crc.reset();
    memberBytes = 0;
    inMember = true;
    return true;
  }

  private DamagedException damaged(String why) {
    return new DamagedException(
        "The gzip data is damaged at compressed byte " + position() + " (" + why + ")");
  }

  private long position() {
    return before + (inMember ? end - inflater.getRemaining() : next);
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      oneByte();
    }
  }

  private long fourBytes() throws IOException {
    return oneByte() | oneByte() << 8 | oneByte() << 16 | (long) oneByte() << 24;
  }

  private int firstByte() throws IOException {
    try {
      return oneByte();
    } catch (EOFException e) {
      return -1;
    }
  }

  private int oneByte() throws IOException {
    if (next == end) {
      fill();
    }
    return buffer[next++] & 0xff;
  }

  private void fill() throws IOException {
    before += end;
    next = 0;
    end = 0;
    int n = in.read(buffer, 0, buffer.length);
    if (n <= 0) {
      throw new EOFException();
    }
    end = n;
  }

  @Override
  public void close() throws IOException {
    finished = true;
    inflater.end();
    in.close();
  }
}
