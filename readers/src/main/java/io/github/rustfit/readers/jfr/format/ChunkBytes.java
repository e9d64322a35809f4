package io.github.rustfit.readers.jfr.format;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The bytes of one chunk. A chunk of usual size is read into memory once; of a larger one only
 * pages are held, so that the heap does not follow the size of chunks.
 */
public final class ChunkBytes {

  /** Larger chunks are never held in memory; async-profiler's have 100 MB by default. */
  private static final int LARGEST = 128 << 20;

  /** The part of the heap that one chunk may take. */
  static final int HEAP_SHARE = 16;

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
   * @param memory takes them, if it is large enough; otherwise a new array does
   * @param most of more bytes than that, only pages are held
   */
  public static ChunkBytes of(ChunkFile file, long offset, int size, byte[] memory, int most)
      throws IOException {
    if (size > most) {
      return new ChunkBytes(file, offset, size, new byte[0]);
    }
    byte[] enough = memory.length >= size ? memory : new byte[size];
    if (file.read(offset, enough, 0, size) < size) {
      throw new IOException("the file became shorter while it was read");
    }
    return new ChunkBytes(file, offset, size, enough);
  }

  /** How many bytes of one chunk to hold in memory: in a heap of 512 MB, 32 MB. */
  public static int most() {
    return (int) Math.min(LARGEST, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
  }

  int size() {
    return size;
  }

  /** Whether all of it is in memory. */
  public boolean whole() {
    return memory.length > 0;
  }

  /** The array in memory, to be used again; empty when there is none. */
  public byte[] memory() {
    return memory;
  }

  /** A cursor over all of it. */
  public Cursor cursor() {
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
