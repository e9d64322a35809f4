package io.github.rustfit.readers.jfr.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks the blocks of constants of a chunk once, newest first: checks that they lie inside the
 * chunk and hold what the metadata says, and notes where the wanted ones are. Nothing is decoded.
 */
public final class ConstantIndex {

  /** Type number of a block of constants. */
  static final long TYPE = 1;

  public static final String STACK = "jdk.types.StackTrace";
  public static final String METHOD = "jdk.types.Method";
  public static final String CLASS = "java.lang.Class";
  public static final String SYMBOL = "jdk.types.Symbol";
  public static final String TEXT = "java.lang.String";
  public static final String THREAD = "java.lang.Thread";
  public static final String OLD_OBJECT = "jdk.types.OldObject";

  private static final Set<String> WANTED =
      Set.of(
          STACK,
          METHOD,
          CLASS,
          SYMBOL,
          TEXT,
          THREAD,
          OLD_OBJECT,
          "jdk.types.GCName",
          "jdk.types.GCCause",
          "jdk.types.NMTType",
          "jdk.types.GCWhen",
          "jdk.types.G1YCType",
          "jdk.types.ThreadState");

  /** The constants of one type; without a pool nobody asks for them. */
  private record Constant(Metadata.Type type, Shape shape, @Nullable Pool pool) {}

  private final Cursor cursor;
  private final Cursor decoder;
  private final Metadata metadata;
  private final int size;
  private final Map<Long, Constant> byType = new HashMap<>();
  private final Map<String, Pool> pools = new HashMap<>();
  private final Set<Long> virtualThreads = new HashSet<>();

  /**
   * @param cursor for the walk
   * @param decoder for decoding constants that are asked for later
   */
  public ConstantIndex(Cursor cursor, Cursor decoder, Metadata metadata, int size) {
    this.cursor = cursor;
    this.decoder = decoder;
    this.metadata = metadata;
    this.size = size;
  }

  /**
   * Walks all blocks.
   *
   * @param newest offset of the newest block
   * @throws DamagedException if one does not lie inside the chunk, links forward, or holds a type
   *     that the metadata does not declare
   */
  public void walk(long newest) {
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

  /** The constants of a wanted type; of equal numbers the oldest one counts. */
  public Pool pool(String type) {
    Pool known = pools.get(type);
    return known == null ? new Pool(decoder, size, Layout.NONE) : known;
  }

  /** Whether this is the number of a virtual thread. */
  public boolean virtualThread(long thread) {
    return !virtualThreads.isEmpty() && virtualThreads.contains(thread);
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
      entries(constant(cursor.number()), cursor.count());
    }
    return delta;
  }

  private void entries(Constant constant, int count) {
    Pool wanted = constant.pool();
    boolean threads = constant.type().name().equals(THREAD);
    int flag = threads && wanted != null ? wanted.member("virtual") : -1;
    Shape shape = constant.shape();
    for (int left = count; left > 0; left--) {
      long key = cursor.number();
      int place = cursor.position();
      if (wanted != null) {
        wanted.put(key, place);
      }
      shape.skip(cursor);
      if (flag >= 0 && wanted != null && wanted.octet(place, flag) != 0) {
        virtualThreads.add(key);
      }
    }
  }

  private Constant constant(long typeId) {
    Constant known = byType.get(typeId);
    if (known == null) {
      Metadata.Type type = metadata.type(typeId);
      if (type == null) {
        throw new DamagedException("constants of the undeclared type " + typeId);
      }
      Layout layout = metadata.layout(type);
      Pool pool = WANTED.contains(type.name()) ? new Pool(decoder, size, layout) : null;
      if (pool != null) {
        pools.put(type.name(), pool);
      }
      known = new Constant(type, layout.shape(), pool);
      byType.put(typeId, known);
    }
    return known;
  }
}
