package io.github.rustfit.readers.jfr.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A recording as bytes; may be read by several threads. */
public final class ChunkFile implements Closeable {
  private static final int WINDOW = 1 << 20;

  private static final int PIECE = 256 << 10;

  /** Magic, major and minor version. */
  private static final int BEGINNING = 8;

  /**
   * What stands before the copy of a chunk's header that the JDK puts among the constants at every
   * flush: one constant, its number, its length.
   */
  private static final byte[] COPY = {1, 1, ChunkHeader.BYTES};

  private static final ByteBuffer COPY_BYTES = ByteBuffer.wrap(COPY);

  private final FileChannel channel;
  private final long size;

  /** Opens a file, to be closed by the caller. */
  public ChunkFile(Path file) throws IOException {
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
    this.size = channel.size();
  }

  /** Length of the file in bytes. */
  public long size() {
    return size;
  }

  /** Up to a header's length of bytes from this offset on. */
  public ByteBuffer head(long offset) throws IOException {
    return read(offset, ChunkHeader.BYTES);
  }

  /** Offset of the next beginning of a chunk at or behind this one, or the file's size. */
  public long nextChunk(long from) throws IOException {
    for (long offset = from; offset < size; offset += WINDOW) {
      // Neighbouring windows overlap, so that nothing is missed where they meet.
      int before = (int) Math.min(offset, COPY.length);
      ByteBuffer window = read(offset - before, before + WINDOW + BEGINNING);
      for (int i = before; i + BEGINNING <= window.limit() && i < before + WINDOW; i++) {
        if (window.get(i) == 'F' && beginning(window, i)) {
          return offset - before + i;
        }
      }
    }
    return size;
  }

  private static boolean beginning(ByteBuffer window, int at) {
    return window.getInt(at) == ChunkHeader.MAGIC
        && window.getShort(at + 4) == 2
        && !(at >= COPY.length && window.slice(at - COPY.length, COPY.length).equals(COPY_BYTES));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Reads up to so many bytes; fewer only where the file ends. */
  int read(long offset, byte[] into, int from, int length) throws IOException {
    int done = 0;
    while (done < length) {
      // In pieces, because a channel keeps off-heap memory of the size of the largest request.
      int piece = Math.min(PIECE, length - done);
      int count = channel.read(ByteBuffer.wrap(into, from + done, piece), offset + done);
      if (count <= 0) {
        break;
      }
      done += count;
    }
    return done;
  }

  private ByteBuffer read(long offset, int length) throws IOException {
    byte[] bytes = new byte[(int) Math.min(length, Math.max(0, size - offset))];
    return ByteBuffer.wrap(bytes, 0, read(offset, bytes, 0, bytes.length));
  }
}
