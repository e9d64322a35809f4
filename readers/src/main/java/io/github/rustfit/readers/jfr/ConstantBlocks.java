package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.Layout.Member;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks the blocks of constants of a chunk, newest first, before the converter decodes them: the
 * converter follows the links between blocks for ever when they form a ring, and makes arrays of
 * whatever length it reads.
 */
final class ConstantBlocks {

  /** Type number of a block of constants. */
  static final long TYPE = 1;

  private static final String THREAD = "java.lang.Thread";

  private final Cursor cursor;
  private final Metadata metadata;
  private final int size;
  private final Map<Long, List<Member>> layouts = new HashMap<>();
  private final Set<Long> virtualThreads = new HashSet<>();

  ConstantBlocks(Cursor cursor, Metadata metadata, int size) {
    this.cursor = cursor;
    this.metadata = metadata;
    this.size = size;
  }

  /**
   * Checks that all blocks lie inside the chunk and hold what the metadata says.
   *
   * @param newest offset of the newest block
   */
  void check(long newest) {
    long offset = newest;
    long delta;
    do {
      if (offset < ChunkHeader.BYTES || offset >= size) {
        throw new DamagedException(
            "constants are said to be at offset " + offset + " of the chunk");
      }
      delta = block((int) offset);
      if (delta > 0) {
        throw new DamagedException("constants at offset " + offset + " link forward");
      }
      offset += delta;
    } while (delta != 0);
  }

  /** Whether this is the number of a virtual thread, once the blocks were checked. */
  boolean virtualThread(long thread) {
    return virtualThreads.contains(thread);
  }

  private long block(int offset) {
    cursor.window(offset, size);
    long length = cursor.number();
    if (length <= 0 || length > size - offset) {
      throw new DamagedException("constants at offset " + offset + " leave the chunk");
    }
    cursor.window(cursor.position(), offset + (int) length);
    if (cursor.number() != TYPE) {
      throw new DamagedException("no constants at offset " + offset + " of the chunk");
    }
    cursor.number(); // start
    cursor.number(); // duration
    final long delta = cursor.number();
    cursor.number(); // flush mode
    for (int pools = cursor.count(); pools > 0; pools--) {
      long type = cursor.number();
      List<Member> layout = layouts.computeIfAbsent(type, this::layout);
      boolean threads = type(type).name().equals(THREAD);
      for (int left = cursor.count(); left > 0; left--) {
        long key = cursor.number();
        if (threads) {
          thread(key, layout);
        } else {
          Layout.skip(cursor, layout);
        }
      }
    }
    return delta;
  }

  private void thread(long key, List<Member> layout) {
    for (Member member : layout) {
      boolean flag = member.encoding() == Layout.Encoding.OCTET && !member.array();
      if (!flag || !member.path().equals("virtual")) {
        Layout.skip(cursor, member);
      } else if (cursor.octet() != 0) {
        virtualThreads.add(key);
      }
    }
  }

  private List<Member> layout(long typeId) {
    return Layout.of(metadata, type(typeId));
  }

  private Metadata.Type type(long typeId) {
    Metadata.Type type = metadata.type(typeId);
    if (type == null) {
      throw new DamagedException("constants of the undeclared type " + typeId);
    }
    return type;
  }
}
