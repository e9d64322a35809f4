package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.Frame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Goes from chunk to chunk, past damaged ones, and adds up what they hold. */
final class RecordingReader {

  private final ChunkFile file;
  private final Damage damage = new Damage();
  private final Recording recording = new Recording();
  private final Map<Frame, Frame> frames = new HashMap<>();
  private long bytesRead;
  private int chunks;

  RecordingReader(ChunkFile file) {
    this.file = file;
  }

  /** Reads the whole file. */
  Reading read() throws IOException {
    if (file.size() == 0) {
      damage.add(0, "the file is empty", Damage.UNFINISHED);
    }
    try {
      long offset = 0;
      while (offset < file.size()) {
        offset = chunk(offset);
      }
      return result();
    } catch (RuntimeException e) {
      // Each number was plausible, yet their sums are not: only content made up for it does that.
      return Reading.failed(
          "byte 0: the numbers of this recording add up to nonsense: "
              + e.getMessage()
              + ". Read 0 bytes. "
              + Damage.BROKEN);
    }
  }

  private Reading result() {
    if (recording.uncertainAllocations() > 0) {
      damage.add(
          0,
          "none of "
              + recording.uncertainAllocations()
              + " allocation samples was used, because most of them may count what their threads"
              + " allocated before the recording began",
          Damage.TOO_SHORT);
    }
    if (damage.none()) {
      return Reading.read(recording.profile(), recording.gc());
    }
    String problem = damage.text(bytesRead, file.size(), chunks);
    return chunks == 0
        ? Reading.failed(problem)
        : Reading.partial(problem, recording.profile(), recording.gc());
  }

  /** Reads the chunk at this offset, if there is one, and returns where to go on. */
  private long chunk(long offset) throws IOException {
    ByteBuffer head = file.head(offset);
    if (!ChunkHeader.startsAt(head)) {
      long next = file.nextChunk(offset);
      damage.add(offset, (next - offset) + " bytes that are no recording", Damage.BROKEN);
      return next;
    }
    if (head.limit() < ChunkHeader.BYTES) {
      damage.add(offset, "the file ends inside a chunk's header", Damage.UNFINISHED);
      return file.size();
    }
    ChunkHeader header = ChunkHeader.parse(head);
    String unreadable = header.unreadable();
    if (unreadable != null) {
      damage.add(offset, unreadable, Damage.BROKEN);
      return file.nextChunk(offset + 1);
    }
    boolean complete = complete(offset, header);
    long end = complete ? offset + header.size() : file.nextChunk(offset + 1);
    if (end - offset > Integer.MAX_VALUE) {
      damage.add(
          offset,
          "a chunk of " + (end - offset) + " bytes, the limit is " + Integer.MAX_VALUE,
          "Record with smaller chunks: async-profiler's chunksize, the JDK's maxchunksize option.");
      return end;
    }
    ByteBuffer chunk = file.map(offset, (int) (end - offset));
    if (!complete) {
      readBeginning(offset, header, chunk);
      return end;
    }
    readWhole(offset, header, chunk);
    if (header.finished()) {
      return end;
    }
    // What follows in a file that was still written to are events whose names were never written.
    damage.add(
        end,
        "the chunk that begins at byte " + offset + " was not finished when its JVM ended",
        Damage.UNFINISHED);
    return file.nextChunk(end);
  }

  /** Whether the sizes are right: then this chunk ends where the file or the next chunk does. */
  private boolean complete(long offset, ChunkHeader header) throws IOException {
    if (!header.complete(file.size() - offset)) {
      return false;
    }
    long end = offset + header.size();
    return end == file.size() || !header.finished() || ChunkHeader.startsAt(file.head(end));
  }

  private void readWhole(long offset, ChunkHeader header, ByteBuffer chunk) {
    if (read(offset, chunk, header, true)) {
      return;
    }
    ChunkHeader repaired = ChunkRepair.repair(header, chunk);
    if (repaired != null && !repaired.equals(header)) {
      read(offset, repaired.copy(chunk), repaired, repaired.size() == header.size());
    }
  }

  private void readBeginning(long offset, ChunkHeader header, ByteBuffer chunk) {
    ChunkHeader repaired = ChunkRepair.repair(header, chunk);
    if (repaired == null) {
      damage.add(
          offset,
          "the chunk that begins at byte "
              + offset
              + " is cut off or was never finished, and holds no names of classes and methods yet",
          Damage.UNFINISHED);
      return;
    }
    damage.add(
        offset + repaired.size(),
        "the rest of the chunk that begins at byte " + offset + " is missing or was not finished",
        Damage.UNFINISHED);
    read(offset, repaired.copy(chunk), repaired, false);
  }

  /** The boundary for bad content: whatever the decoder tripped over becomes a clause. */
  private static String reason(RuntimeException e) {
    return e instanceof DamagedException ? String.valueOf(e.getMessage()) : "cut short";
  }

  /** Reads a chunk and says whether its metadata and constants are sound. */
  private boolean read(long offset, ByteBuffer chunk, ChunkHeader header, boolean trustDuration) {
    ChunkSummary summary;
    try {
      summary = ChunkReader.read(chunk, header, trustDuration, this::shared);
    } catch (RuntimeException e) {
      damage.add(offset, "metadata or constants are damaged: " + reason(e), Damage.BROKEN);
      return false;
    }
    recording.add(summary);
    chunks++;
    bytesRead += summary.readTo();
    if (!header.plausibleDuration()) {
      damage.add(
          offset,
          "the chunk says it began at "
              + header.startNanos()
              + " and lasted "
              + header.durationNanos()
              + " ns, so its clock went backwards or its header is damaged",
          Damage.BROKEN);
    }
    if (!summary.flaw().isEmpty()) {
      damage.add(offset + summary.readTo(), summary.flaw(), Damage.BROKEN);
    }
    ChunkSummary.OddEvents odd = summary.odd();
    if (odd.count() > 0) {
      damage.add(
          offset + odd.firstAt(),
          odd.count() + " events that make no sense were left out, the first for " + odd.firstWhy(),
          Damage.BROKEN);
    }
    return true;
  }

  private Frame shared(Frame frame) {
    Frame known = frames.putIfAbsent(frame, frame);
    return known == null ? frame : known;
  }
}
