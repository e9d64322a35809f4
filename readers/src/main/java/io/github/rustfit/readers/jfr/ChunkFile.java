package io.github.rustfit.readers.jfr;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A recording as bytes. Mapped rather than read, so that a chunk takes no heap of its own. */
final class ChunkFile implements Closeable {
  private static final int WINDOW = 1 << 20;

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

  ChunkFile(Path file) throws IOException {
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
    this.size = channel.size();
  }

  long size() {
    return size;
  }

  /** Up to a header's length of bytes from this offset on. */
  ByteBuffer head(long offset) throws IOException {
    return read(offset, ChunkHeader.BYTES);
  }

  /** These bytes, read-only. */
  ByteBuffer map(long offset, int length) throws IOException {
    return channel.map(MapMode.READ_ONLY, offset, length);
  }

  /** Offset of the next beginning of a chunk at or behind this one, or the file's size. */
  long nextChunk(long from) throws IOException {
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

  private ByteBuffer read(long offset, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(length, Math.max(0, size - offset)));
    while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) > 0) {
      // until all of it is there
    }
    return bytes.flip();
  }
}
