package io.github.rustfit.readers.capture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.nio.charset.StandardCharsets;

/**
 * The parts of a capture, read or passed over. No length in it is trusted: nothing is kept but the
 * text at hand, of 64 KiB at most.
 */
final class CaptureStream {

  /** What is wrong with the content, as opposed to the storage. */
  static final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    Damaged(String message) {
      super(message);
    }
  }

  private static final int END = 0x454e4421;

  /** More dimensions than this are not written. */
  private static final int DEEPEST = 8;

  private static final class Counting extends FilterInputStream {
    private long position;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      position += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = in.read(buffer, offset, length);
      position += Math.max(0, read);
      return read;
    }
  }

  private interface Read<T> {
    T get() throws IOException;
  }

  private final Counting counting;
  private final DataInputStream in;

  CaptureStream(InputStream stream) {
    counting = new Counting(new BufferedInputStream(stream, 1 << 16));
    in = new DataInputStream(counting);
  }

  long position() {
    return counting.position;
  }

  private <T> T whole(Read<T> read) throws IOException {
    try {
      return read.get();
    } catch (EOFException e) {
      throw new Damaged("its end is missing");
    } catch (UTFDataFormatException e) {
      throw new Damaged("a text is no UTF-8");
    }
  }

  String ascii(int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.US_ASCII);
  }

  String text() throws IOException {
    return whole(in::readUTF);
  }

  long number() throws IOException {
    return whole(in::readLong);
  }

  /** A number that is not negative. */
  long count() throws IOException {
    long count = number();
    if (count < 0) {
      throw new Damaged("a count of " + count);
    }
    return count;
  }

  /** How many parts follow. */
  int size() throws IOException {
    int size = whole(in::readInt);
    if (size < 0) {
      throw new Damaged(size + " parts");
    }
    return size;
  }

  void skip(long bytes) throws IOException {
    byte[] buffer = new byte[(int) Math.min(bytes, 1 << 13)];
    for (long left = bytes; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        throw new Damaged("its end is missing");
      }
      left -= read;
    }
  }

  /**
   * Passes over the captured calls of a method.
   *
   * @param fields whether those of its object stand behind the arguments
   */
  void calls(boolean fields) throws IOException {
    int arguments = whole(in::readUnsignedByte);
    int held = fields ? whole(in::readUnsignedByte) : 0;
    for (int i = 0; i < held; i++) {
      text();
    }
    arguments += held;
    for (int left = size(); left > 0; left--) {
      skip(1);
      int outcome = whole(in::readUnsignedByte);
      for (int i = 0; i < arguments; i++) {
        value();
      }
      if (outcome == 0) {
        value();
      } else if (outcome == 1) {
        text();
      } else if (outcome != 2) {
        throw new Damaged("an outcome of " + outcome);
      }
    }
  }

  private void value() throws IOException {
    int tag = whole(in::readUnsignedByte);
    switch (tag) {
      case 'N', 'V' -> {}
      case 'R' -> skip(1);
      case 's' -> skip(2L * size());
      case '[' -> {
        int depth = 1;
        int element = whole(in::readUnsignedByte);
        for (; element == '[' && depth < DEEPEST; depth++) {
          element = whole(in::readUnsignedByte);
        }
        array(bytes(element), depth);
      }
      default -> skip(bytes(tag));
    }
  }

  private void array(int bytes, int depth) throws IOException {
    long length = size();
    if (depth == 1) {
      skip(length * bytes);
      return;
    }
    for (long i = 0; i < length; i++) {
      if (whole(in::readBoolean)) {
        array(bytes, depth - 1);
      }
    }
  }

  private static int bytes(int tag) throws Damaged {
    return switch (tag) {
      case 'Z', 'B' -> 1;
      case 'C', 'S' -> 2;
      case 'I', 'F' -> 4;
      case 'J', 'D' -> 8;
      default -> throw new Damaged("no type is written " + tag);
    };
  }

  void end() throws IOException {
    int end = whole(in::readInt);
    if (end != END || in.read() >= 0) {
      throw new Damaged("its end is not where it should be");
    }
  }
}
