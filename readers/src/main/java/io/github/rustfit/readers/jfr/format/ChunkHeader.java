package io.github.rustfit.readers.jfr.format;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The first {@value #BYTES} bytes of a chunk, big-endian, as the JDK writes them
 * (src/hotspot/share/jfr/recorder/repository/jfrChunkWriter.cpp).
 *
 * @param major format version, 2 since JDK 9
 * @param minor 0 or 1
 * @param size length of the chunk in bytes; in a file that is still being written, up to the last
 *     flush, or 0
 * @param constants offset of the last block of constants from the chunk's start; 0 if none yet
 * @param metadata offset of the metadata from the chunk's start; 0 if none yet
 * @param startNanos begin, nanoseconds since 1970
 * @param durationNanos length in nanoseconds
 * @param startTicks begin by the clock that stamps the events
 * @param ticksPerSecond frequency of that clock
 * @param generation 0 when finished, otherwise the chunk was still being written
 * @param compressed whether numbers have variable length, as they always do by default
 */
public record ChunkHeader(
    int major,
    int minor,
    long size,
    long constants,
    long metadata,
    long startNanos,
    long durationNanos,
    long startTicks,
    long ticksPerSecond,
    int generation,
    boolean compressed) {

  public static final int BYTES = 68;
  public static final int MAGIC = 0x464c5200;
  private static final int SIZE_AT = 8;
  private static final int CONSTANTS_AT = 16;
  private static final int METADATA_AT = 24;
  private static final int GENERATION_AT = 64;

  /** A year: no chunk is longer, so a longer one is a damaged number. */
  public static final long LONGEST_NANOS = 366L * 24 * 3600 * 1_000_000_000;

  static final int FINISHED = 0;

  /** The generation of a header that was being rewritten when the writer died. */
  static final int REWRITING = 255;

  /** The header at the buffer's position 0, which must hold {@link #BYTES} bytes. */
  public static ChunkHeader parse(ByteBuffer at) {
    return new ChunkHeader(
        at.getShort(4),
        at.getShort(6),
        at.getLong(SIZE_AT),
        at.getLong(CONSTANTS_AT),
        at.getLong(METADATA_AT),
        at.getLong(32),
        at.getLong(40),
        at.getLong(48),
        at.getLong(56),
        at.get(GENERATION_AT) & 0xff,
        (at.getInt(GENERATION_AT) & 1) != 0);
  }

  /** Whether a chunk seems to begin at the buffer's position 0. */
  public static boolean startsAt(ByteBuffer at) {
    return at.remaining() >= 8 && at.getInt(0) == MAGIC;
  }

  /**
   * Tells the chunk from all others: the moment at which it began, by two clocks to the nanosecond.
   * Copies of a chunk have it in common, be they cut, scrubbed or not finished yet.
   */
  public String id() {
    return Long.toHexString(startNanos) + "-" + Long.toHexString(startTicks);
  }

  /** The same header with other sizes. */
  ChunkHeader with(long newSize, long newConstants, long newMetadata) {
    return new ChunkHeader(
        major,
        minor,
        newSize,
        newConstants,
        newMetadata,
        startNanos,
        durationNanos,
        startTicks,
        ticksPerSecond,
        generation,
        compressed);
  }

  /** Whether the chunk was finished by its writer. */
  public boolean finished() {
    return generation == FINISHED;
  }

  /** Why no reader can make sense of this chunk whatever follows, or null. */
  public @Nullable String unreadable() {
    if (major != 2) {
      return "format version "
          + major
          + "."
          + minor
          + (major < 2 ? ", which Oracle's JDK 7 and 8 write," : "")
          + " is not supported, only 2.x of JDK 9 and newer and of OpenJDK 8u262 and newer";
    }
    if (!compressed) {
      return "numbers of fixed length are not supported";
    }
    return ticksPerSecond <= 0 ? "the clock frequency is " + ticksPerSecond : null;
  }

  /** Whether the sizes describe a whole chunk that fits into so many bytes. */
  public boolean complete(long available) {
    return generation != REWRITING
        && size > BYTES
        && size <= available
        && inside(constants)
        && inside(metadata);
  }

  /** Whether the duration can be true. */
  public boolean plausibleDuration() {
    return durationNanos >= 0
        && durationNanos <= LONGEST_NANOS
        && startNanos >= 0
        && startNanos <= Long.MAX_VALUE / 2;
  }

  private boolean inside(long offset) {
    return offset >= BYTES && offset < size;
  }
}
