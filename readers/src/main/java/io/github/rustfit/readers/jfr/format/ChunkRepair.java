package io.github.rustfit.readers.jfr.format;

import org.jspecify.annotations.Nullable;

/**
 * Finds a readable beginning of a chunk whose header lacks its sizes or promises more bytes than
 * there are. The JDK flushes constants, and metadata when it changed, about once a second, so such
 * a chunk is good up to its last block of constants; async-profiler writes its constants only when
 * it finishes a chunk.
 */
public final class ChunkRepair {

  private static final long METADATA = 0;

  private ChunkRepair() {}

  /**
   * Finds the sizes of the readable beginning.
   *
   * @param chunk starts with a chunk's header and ends where the bytes end
   * @return the header with these sizes, or null when there is no metadata or no constants
   */
  public static @Nullable ChunkHeader repair(ChunkHeader header, ChunkBytes chunk) {
    int end = chunk.size();
    Cursor cursor = chunk.cursor();
    int position = ChunkHeader.BYTES;
    int metadata = 0;
    int constants = 0;
    int readable = 0;
    while (position < end) {
      try {
        cursor.window(position, end);
        long length = cursor.number();
        long type = cursor.number();
        if (length <= 0 || length > end - position) {
          break;
        }
        if (type == METADATA) {
          metadata = position;
        } else if (type == ConstantIndex.TYPE) {
          constants = position;
        }
        position += (int) length;
        readable = type == METADATA || type == ConstantIndex.TYPE ? position : readable;
      } catch (RuntimeException e) {
        break; // not even a length and a type: the bytes end here
      }
    }
    return metadata == 0 || constants == 0 ? null : header.with(readable, constants, metadata);
  }
}
