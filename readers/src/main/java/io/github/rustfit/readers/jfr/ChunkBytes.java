package io.github.rustfit.readers.jfr;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The bytes of one chunk. A chunk of usual size is read into memory once; of a larger one only
 * pages are held, so that the heap does not follow the size of chunks.
 */
final class ChunkBytes {

  /** The JDK's chunks have 12 MB by default. */
  static final int WHOLE = 32 << 20;

  private static final int PAGE = 1 << 20;

  private final ChunkFile file;
  private final long offset;
  private final int size;
  private final byte[] memory;

  private ChunkBytes(ChunkFile file, long offset, int size, byte[] memory) {
    this.file = file;
    this.offset = offset;
    this.size = size;
    this.memory = memory;
  }

  /**
   * The bytes of a file from an offset on.
   *
   * @param memory takes them, if it is large enough and there are not too many; otherwise a new
   *     array does
   */
  static ChunkBytes of(ChunkFile file, long offset, int size, byte[] memory) throws IOException {
    if (size > WHOLE) {
      return new ChunkBytes(file, offset, size, new byte[0]);
    }
    byte[] enough = memory.length >= size ? memory : new byte[size];
    if (file.read(offset, enough, 0, size) < size) {
      throw new IOException("the file became shorter while it was read");
    }
    return new ChunkBytes(file, offset, size, enough);
  }

  int size() {
    return size;
  }

  /** Whether all of it is in memory. */
  boolean whole() {
    return size <= WHOLE;
  }

  /** The array in memory, to be used again; empty when there is none. */
  byte[] memory() {
    return memory;
  }

  /** A cursor over all of it. */
  Cursor cursor() {
    return whole() ? new Cursor(memory, size) : new Cursor(this, new byte[PAGE]);
  }

  /** Reads up to so many bytes at this position of the chunk and says how many. */
  int read(int position, byte[] into, int from, int length) {
    try {
      return file.read(offset + position, into, from, Math.min(length, size - position));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
