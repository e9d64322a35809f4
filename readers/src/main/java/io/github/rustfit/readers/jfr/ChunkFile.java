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
      // Overlapping by a header's beginning, so that none is missed between two windows.
      ByteBuffer window = read(offset, WINDOW + 7);
      for (int i = 0; i + 8 <= window.limit() && i < WINDOW; i++) {
        if (window.get(i) == 'F'
            && window.getInt(i) == ChunkHeader.MAGIC
            && window.getShort(i + 4) == 2) {
          return offset + i;
        }
      }
    }
    return size;
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
