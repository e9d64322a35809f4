package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.format.ChunkBytes;
import io.github.rustfit.readers.jfr.format.ChunkFile;
import io.github.rustfit.readers.jfr.format.ChunkHeader;
import io.github.rustfit.readers.jfr.format.ChunkRepair;
import io.github.rustfit.readers.jfr.format.DamagedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Reads one chunk, or what is left of it, independently of all others. */
final class ChunkTask {

  /**
   * What came of a chunk.
   *
   * @param summary null when nothing could be read
   * @param damage what is wrong with it, in the order of the file
   * @param end offset in the file behind it
   */
  record Result(@Nullable ChunkSummary summary, Damage damage, long end) {}

  private final ChunkFile file;
  private final long offset;
  private final int size;
  private final ChunkHeader header;
  private final boolean complete;
  private final Shared shared;
  private final Queue<byte[]> memory;
  private final Damage damage = new Damage();

  /**
   * @param size number of bytes up to the end of the chunk, or to where the next one begins
   * @param complete whether the header's sizes are right
   * @param memory arrays to use again
   */
  ChunkTask(
      ChunkFile file,
      long offset,
      int size,
      ChunkHeader header,
      boolean complete,
      Shared shared,
      Queue<byte[]> memory) {
    this.file = file;
    this.offset = offset;
    this.size = size;
    this.header = header;
    this.complete = complete;
    this.shared = shared;
    this.memory = memory;
  }

  /**
   * Reads the chunk.
   *
   * @throws UncheckedIOException when the storage fails
   */
  Result read() {
    byte[] reused = memory.poll();
    try {
      ChunkBytes chunk =
          ChunkBytes.of(
              file, offset, size, reused == null ? new byte[0] : reused, shared.wholeBytes());
      ChunkSummary summary = complete ? readWhole(chunk) : readBeginning(chunk);
      memory.add(chunk.memory());
      return new Result(summary, damage, offset + size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable ChunkSummary readWhole(ChunkBytes chunk) {
    ChunkSummary summary = read(chunk, header, true);
    if (summary == null) {
      ChunkHeader repaired = ChunkRepair.repair(header, chunk);
      if (repaired != null && !repaired.equals(header)) {
        summary = read(chunk, repaired, repaired.size() == header.size());
      }
    }
    if (!header.finished()) {
      // What follows in a file that was still written to are events whose names were never written.
      damage.add(
          offset + size,
          "the chunk that begins at byte " + offset + " was not finished when its JVM ended",
          Damage.UNFINISHED);
    }
    return summary;
  }

  private @Nullable ChunkSummary readBeginning(ChunkBytes chunk) {
    ChunkHeader repaired = ChunkRepair.repair(header, chunk);
    if (repaired == null) {
      damage.add(
          offset,
          "the chunk that begins at byte "
              + offset
              + " is cut off or was never finished, and holds no names of classes and methods yet",
          Damage.UNFINISHED);
      return null;
    }
    damage.add(
        offset + repaired.size(),
        "the rest of the chunk that begins at byte " + offset + " is missing or was not finished",
        Damage.UNFINISHED);
    ChunkSummary summary = read(chunk, repaired, false);
    // What stands behind a sound chunk may look like a piece of it.
    return summary == null && header.complete(size) ? read(chunk, header, true) : summary;
  }

  /** Reads a chunk; null when its metadata or constants are not sound. */
  private @Nullable ChunkSummary read(ChunkBytes chunk, ChunkHeader sizes, boolean trustDuration) {
    ChunkSummary summary;
    try {
      summary = ChunkReader.read(chunk, sizes, trustDuration, shared);
    } catch (UncheckedIOException e) {
      throw e;
    } catch (RuntimeException e) {
      damage.add(offset, "metadata or constants are damaged: " + reason(e), Damage.BROKEN);
      return null;
    }
    if (!sizes.plausibleDuration()) {
      damage.add(
          offset,
          "the chunk says it began at "
              + sizes.startNanos()
              + " and lasted "
              + sizes.durationNanos()
              + " ns, so its clock went backwards or its header is damaged",
          Damage.BROKEN);
    }
    if (!summary.read().flaw().isEmpty()) {
      damage.add(offset + summary.read().to(), summary.read().flaw(), Damage.BROKEN);
    }
    ChunkSummary.OddEvents odd = summary.read().odd();
    if (odd.count() > 0) {
      damage.add(
          offset + odd.firstAt(),
          odd.count() + " events that make no sense were left out, the first for " + odd.firstWhy(),
          Damage.BROKEN);
    }
    return summary;
  }

  /** The boundary for bad content: whatever the decoder tripped over becomes a clause. */
  private static String reason(RuntimeException e) {
    return e instanceof DamagedException ? String.valueOf(e.getMessage()) : "cut short";
  }
}
