package io.github.rustfit.readers.input;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses Zstandard (RFC 8878), all frames one after the other. Frames that may be skipped
 * are, and what follows the last frame and is none is damage: the decoder takes either for the end.
 * The length of a frame stands in the headers of its blocks, so nothing is decompressed to find it.
 */
final class ZstdStream extends InputStream {

  private static final int FRAME = 0xFD2FB528;
  private static final int SKIPPABLE = 0x184D2A50;
  private static final int[] DICTIONARY_BYTES = {0, 1, 2, 4};
  private static final int[] SIZE_BYTES = {0, 2, 4, 8};

  private final InputStream in;
  private @Nullable InputStream decoder;
  private @Nullable Frame frame;

  ZstdStream(InputStream in) {
    this.in = new BufferedInputStream(in, 64 * 1024);
  }

  private static boolean skippable(int magic) {
    return (magic & 0xFFFFFFF0) == SKIPPABLE;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (true) {
      InputStream current = decoder;
      if (current == null) {
        current = next();
        if (current == null) {
          return -1;
        }
        decoder = current;
      }
      int n = current.read(target, offset, length);
      if (n >= 0) {
        return n;
      }
      Frame ended = frame;
      if (ended != null) {
        Skipping.byReading(ended, Long.MAX_VALUE);
      }
      decoder = null;
    }
  }

  /** The next frame that holds data; {@code null} at the end. */
  private @Nullable InputStream next() throws IOException {
    while (true) {
      int first = in.read();
      if (first < 0) {
        return null;
      }
      int magic = first;
      for (int shift = 8; shift < 32; shift += 8) {
        int b = in.read();
        if (b < 0) {
          throw trailing();
        }
        magic |= b << shift;
      }
      if (magic == FRAME) {
        Frame begun = new Frame(in);
        frame = begun;
        return new ZstdInputStream(begun);
      }
      if (!skippable(magic)) {
        throw trailing();
      }
      long size = 0;
      for (int shift = 0; shift < 32; shift += 8) {
        size |= (long) Math.max(0, in.read()) << shift;
      }
      if (Skipping.byReading(in, size) < size) {
        throw new DamagedException("The Zstandard data ends inside a frame");
      }
    }
  }

  private static DamagedException trailing() {
    return new DamagedException("Bytes follow the Zstandard data that are none");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** The bytes of one frame, and no more; its magic number was read. */
  private static final class Frame extends InputStream {
    private final InputStream in;
    private final byte[] head = new byte[18];
    private int headAt;
    private int headLength;
    private long left;
    private boolean checksum;
    private boolean begun;
    private boolean last;

    Frame(InputStream in) {
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
      if (headAt == headLength && left == 0) {
        if (last) {
          return -1;
        }
        try {
          if (begun) {
            block();
          } else {
            header();
          }
        } catch (EOFException e) {
          throw new DamagedException("The Zstandard data ends inside a frame");
        }
      }
      if (headAt < headLength) {
        int n = Math.min(length, headLength - headAt);
        System.arraycopy(head, headAt, target, offset, n);
        headAt += n;
        return n;
      }
      int n = in.read(target, offset, (int) Math.min(length, left));
      if (n < 0) {
        throw new DamagedException("The Zstandard data ends inside a frame");
      }
      left -= n;
      return n;
    }

    private void header() throws IOException {
      begun = true;
      headAt = 0;
      headLength = 0;
      for (int shift = 0; shift < 32; shift += 8) {
        head[headLength++] = (byte) (FRAME >>> shift);
      }
      int descriptor = take();
      boolean single = (descriptor & 0x20) != 0;
      checksum = (descriptor & 4) != 0;
      int size = descriptor >>> 6;
      int more =
          (single ? 0 : 1)
              + DICTIONARY_BYTES[descriptor & 3]
              + (size == 0 && single ? 1 : SIZE_BYTES[size]);
      for (int i = 0; i < more; i++) {
        take();
      }
    }

    private void block() throws IOException {
      headAt = 0;
      headLength = 0;
      int header = take() | take() << 8 | take() << 16;
      last = (header & 1) != 0;
      boolean repeated = (header >>> 1 & 3) == 1;
      left = (repeated ? 1 : header >>> 3) + (last && checksum ? 4 : 0);
    }

    private int take() throws IOException {
      int b = in.read();
      if (b < 0) {
        throw new EOFException();
      }
      head[headLength++] = (byte) b;
      return b;
    }
  }
}
