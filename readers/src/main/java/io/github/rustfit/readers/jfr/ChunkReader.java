package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.ChunkSummary.OddEvents;
import io.github.rustfit.rules.evidence.Frame;
import io.github.rustfit.rules.evidence.SampleKey;
import io.github.rustfit.rules.evidence.SampleKind;
import io.github.rustfit.rules.evidence.Weight;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads one chunk in one pass over its events. */
final class ChunkReader {

  /** The JVM's own events have numbers below 1000, async-profiler's below 256. */
  private static final int LARGEST_TYPE = 0xffff;

  private final Cursor cursor;
  private final ChunkHeader header;
  private final int size;
  private final Metadata metadata;
  private final Constants constants;
  private final ChunkEvents events;
  private final @Nullable EventType[] types;
  private long oddCount;
  private int firstOddAt;
  private String firstOdd = "";
  private long lastTicks;

  private ChunkReader(ByteBuffer chunk, ChunkHeader header, UnaryOperator<Frame> shared) {
    this.cursor = new Cursor(chunk);
    this.header = header;
    this.size = chunk.limit();
    this.lastTicks = header.startTicks();
    cursor.window((int) header.metadata(), size);
    this.metadata = Metadata.parse(cursor);
    ConstantBlocks blocks = new ConstantBlocks(cursor, metadata, size);
    blocks.check(header.constants());
    cursor.window(0, size);
    this.constants = Constants.decode(chunk, metadata.asyncProfiler(), shared);
    this.events = new ChunkEvents(metadata, blocks, constants);
    Clock clock = new Clock(header.startNanos(), header.startTicks(), header.ticksPerSecond());
    this.types = types(clock);
  }

  private @Nullable EventType[] types(Clock clock) {
    Map<String, EventType.Wanted> wanted = events.wanted();
    @Nullable EventType[] byNumber = new EventType[0];
    for (Metadata.Type type : metadata.types()) {
      EventType.Wanted want = wanted.get(type.name());
      if (want != null) {
        if (type.id() < 0 || type.id() > LARGEST_TYPE) {
          throw new DamagedException(type.name() + " has the type number " + type.id());
        }
        int number = (int) type.id();
        if (number >= byNumber.length) {
          byNumber = Arrays.copyOf(byNumber, number + 1);
        }
        byNumber[number] = new EventType(want, Layout.of(metadata, type), clock, constants::text);
      }
    }
    return byNumber;
  }

  /**
   * Reads a chunk.
   *
   * @param chunk exactly the chunk, its first {@link ChunkHeader#BYTES} bytes saying so
   * @param trustDuration whether the header's duration covers what the chunk holds
   * @param shared yields the one instance for equal frames
   * @throws DamagedException or another runtime exception if metadata or constants are damaged, so
   *     that no event can be understood
   */
  static ChunkSummary read(
      ByteBuffer chunk, ChunkHeader header, boolean trustDuration, UnaryOperator<Frame> shared) {
    return new ChunkReader(chunk, header, shared).read(trustDuration);
  }

  private ChunkSummary read(boolean trustDuration) {
    String flaw = "";
    int position = ChunkHeader.BYTES;
    while (position < size) {
      int length = event(position);
      if (length <= 0) {
        flaw = "the length of an event is wrong";
        break;
      }
      position += length;
    }
    Sampling sampling = new Sampling(events.settings(), metadata.asyncProfiler());
    Map<Source, List<Map.Entry<SampleKey, Weight>>> bySource =
        events.samples().resolve(sampling, constants);
    List<Map.Entry<SampleKey, Weight>> samples = new ArrayList<>();
    Set<SampleKind> observed = EnumSet.noneOf(SampleKind.class);
    Set<Source> chosen = Samples.chosen(bySource);
    // The JDK's own samples of allocation depend on what was sampled before, so they go by runs.
    boolean sinceLast = !metadata.asyncProfiler() && chosen.remove(Source.ALLOCATION);
    for (Source source : chosen) {
      observed.add(source.kind());
      samples.addAll(bySource.getOrDefault(source, List.of()));
    }
    long nanos = nanos(trustDuration && flaw.isEmpty());
    AllocationRun allocation =
        new AllocationRun(
            header.startNanos(), nanos, events.machine(), sinceLast, events.samples().started());
    if (sinceLast) {
      bySource
          .getOrDefault(Source.ALLOCATION, List.of())
          .forEach(sample -> allocation.add(sample.getKey(), sample.getValue()));
    }
    events.samples().addEarly(allocation, sinceLast, constants);
    return new ChunkSummary(
        header.startNanos(),
        nanos,
        metadata.asyncProfiler(),
        observed,
        samples,
        allocation,
        events.gc(),
        events.machine(),
        position,
        flaw,
        new OddEvents(oddCount, firstOddAt, firstOdd));
  }

  /** Reads the event at this position and returns its length, or 0 if there is none. */
  private int event(int position) {
    long length;
    @Nullable EventType type;
    try {
      cursor.window(position, size);
      length = cursor.number();
      if (length <= 0 || length > size - position) {
        return 0;
      }
      cursor.window(cursor.position(), position + (int) length);
      long number = cursor.number();
      type = number >= 0 && number < types.length ? types[(int) number] : null;
    } catch (RuntimeException e) {
      return 0;
    }
    if (type != null) {
      try {
        type.accept(cursor);
        lastTicks = Math.max(lastTicks, type.ticks());
      } catch (RuntimeException e) {
        if (oddCount++ == 0) {
          firstOddAt = position;
          firstOdd = e instanceof DamagedException ? String.valueOf(e.getMessage()) : "cut short";
        }
      }
    }
    return (int) length;
  }

  /** Without a duration to trust, the time from the begin to the last event that was decoded. */
  private long nanos(boolean trustDuration) {
    if (trustDuration && header.plausibleDuration() && header.durationNanos() > 0) {
      return header.durationNanos();
    }
    double span = (lastTicks - header.startTicks()) / (header.ticksPerSecond() / 1e9);
    return span >= 0 && span <= ChunkHeader.LONGEST_NANOS ? (long) span : 0;
  }
}
