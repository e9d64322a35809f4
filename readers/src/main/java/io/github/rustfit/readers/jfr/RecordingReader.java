package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.readers.input.Window;
import io.github.rustfit.readers.input.Window.Span;
import io.github.rustfit.readers.jfr.format.ChunkBytes;
import io.github.rustfit.readers.jfr.format.ChunkFile;
import io.github.rustfit.readers.jfr.format.ChunkHeader;
import io.github.rustfit.readers.jfr.format.MetadataCache;
import io.github.rustfit.readers.jfr.stacks.Known;
import io.github.rustfit.readers.parallel.InOrder;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes from chunk to chunk, past damaged ones, has several read at a time, and adds up what they
 * hold in the order of the file.
 */
final class RecordingReader {

  /** Bytes in memory, tables for them, and as much again for what all chunks share. */
  private static final int PARTS_PER_CHUNK = 4;

  private final ChunkFile file;
  private final LongConsumer progress;
  private final Set<String> elsewhere;
  private final Damage damage = new Damage();
  private final Known known = new Known();
  private final Shared shared;
  private final Recording recording = new Recording(known);
  private final Queue<byte[]> memory = new ConcurrentLinkedQueue<>();
  private long bytesRead;
  private int chunks;

  /**
   * @param progress told now and then up to which byte the file was read
   * @param elsewhere chunks to pass over, see {@link ChunkHeader#id()}
   * @param wholeBytes larger chunks are not held in memory
   */
  RecordingReader(ChunkFile file, LongConsumer progress, Set<String> elsewhere, int wholeBytes) {
    this(file, progress, elsewhere, wholeBytes, null);
  }

  private RecordingReader(
      ChunkFile file,
      LongConsumer progress,
      Set<String> elsewhere,
      int wholeBytes,
      @Nullable Map<String, Span> spans) {
    this.elsewhere = Set.copyOf(elsewhere);
    this.file = file;
    this.shared = new Shared(known, new MetadataCache(), wholeBytes, spans);
    this.progress = progress;
  }

  /**
   * Reads what a window has of the file: once to see when its JVMs started and compiling died down,
   * and once more.
   */
  Reading read(Window window) throws IOException {
    Reading whole = read();
    if (window.all() || whole.status() == Input.Status.FAILED) {
      return whole;
    }
    if (window.skipStartUp() && recording.timeline().startUp().longest() < 0) {
      return partial(
          whole,
          "byte 0: its start-up is not left out: when compiling died down is only known of a JDK's"
              + " recording in which it did, with jdk.ThreadCPULoad and jdk.CPULoad. Record longer,"
              + " with settings=profile, or give rustfit.from.");
    }
    Reading part =
        new RecordingReader(
                file, progress, elsewhere, shared.wholeBytes(), recording.timeline().spans(window))
            .read();
    return part.profile().equals(ProfileSummary.EMPTY)
        ? part
        : part.of(startUp(part.profile(), whole.profile()));
  }

  /** The part does not tell itself when compiling died down, as it may begin later. */
  private static ProfileSummary startUp(ProfileSummary part, ProfileSummary whole) {
    RecordingFacts facts = part.facts();
    return part.with(facts.with(facts.process().startUp(whole.facts().process().startUpNanos())));
  }

  private static Reading partial(Reading whole, String problem) {
    return Reading.partial(
            whole.problem().isEmpty() ? problem : whole.problem() + " " + problem,
            whole.profile(),
            whole.gc())
        .labelled(whole.labels());
  }

  /** Reads the whole file. */
  Reading read() throws IOException {
    if (file.size() == 0) {
      damage.add(0, "the file is empty", Damage.UNFINISHED);
    }
    try (InOrder<ChunkTask.Result> tasks =
        new InOrder<>(InOrder.most(PARTS_PER_CHUNK * (long) ChunkBytes.most()) + 1, this::add)) {
      long offset = 0;
      while (offset < file.size()) {
        offset = chunk(offset, tasks);
      }
      tasks.finish();
      return result();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RuntimeException e) {
      // Each number was plausible, yet their sums are not: only content made up for it does that.
      return Reading.failed(
          "byte 0: the numbers of this recording add up to nonsense: "
              + e.getMessage()
              + ". Read 0 bytes. "
              + Damage.BROKEN);
    }
  }

  private void add(ChunkTask.Result result) {
    damage.add(result.damage());
    ChunkSummary summary = result.summary();
    if (summary != null && !recording.has(summary.id())) {
      recording.add(summary);
      chunks++;
      bytesRead += summary.read().to();
    }
    progress.accept(result.end());
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
      return Reading.read(recording.profile(), recording.gc()).labelled(recording.labels());
    }
    String problem = damage.text(bytesRead, file.size(), chunks);
    return chunks == 0 && shared.spans() == null
        ? Reading.failed(problem)
        : Reading.partial(problem, recording.profile(), recording.gc())
            .labelled(recording.labels());
  }

  /** Has the chunk at this offset read, if there is one, and returns where to go on. */
  private long chunk(long offset, InOrder<ChunkTask.Result> tasks) throws IOException {
    ByteBuffer head = file.head(offset);
    if (!ChunkHeader.startsAt(head)) {
      long next = file.nextChunk(offset);
      pass(next, offset, (next - offset) + " bytes that are no recording", Damage.BROKEN, tasks);
      return next;
    }
    if (head.limit() < ChunkHeader.BYTES) {
      String cut = "the file ends inside a chunk's header";
      pass(file.size(), offset, cut, Damage.UNFINISHED, tasks);
      return file.size();
    }
    ChunkHeader header = ChunkHeader.parse(head);
    String unreadable = header.unreadable();
    if (unreadable != null) {
      long next = file.nextChunk(offset + 1);
      pass(next, offset, unreadable, Damage.BROKEN, tasks);
      return next;
    }
    boolean complete = complete(offset, header);
    long end = complete ? offset + header.size() : file.nextChunk(offset + 1);
    if (end - offset > Integer.MAX_VALUE) {
      String tooLarge =
          "a chunk of " + (end - offset) + " bytes, the limit is " + Integer.MAX_VALUE;
      pass(end, offset, tooLarge, Damage.LARGE, tasks);
      return end;
    }
    if (elsewhere.contains(header.id()) || shared.passesOver(header.id())) {
      tasks.add(() -> new ChunkTask.Result(null, new Damage(), end));
      return complete && !header.finished() ? file.nextChunk(end) : end;
    }
    tasks.add(
        new ChunkTask(file, offset, (int) (end - offset), header, complete, shared, memory)::read);
    return complete && !header.finished() ? file.nextChunk(end) : end;
  }

  /** Notes, in its turn, that nothing is read up to this offset, and why. */
  private static void pass(
      long to, long offset, String why, String remedy, InOrder<ChunkTask.Result> tasks) {
    Damage damage = new Damage();
    damage.add(offset, why, remedy);
    tasks.add(() -> new ChunkTask.Result(null, damage, to));
  }

  /** Whether the sizes are right: then this chunk ends where the file or the next chunk does. */
  private boolean complete(long offset, ChunkHeader header) throws IOException {
    if (!header.complete(file.size() - offset)) {
      return false;
    }
    long end = offset + header.size();
    return end == file.size() || !header.finished() || ChunkHeader.startsAt(file.head(end));
  }
}
