package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.input.Window.Span;
import io.github.rustfit.readers.jfr.ChunkSummary.Extent;
import io.github.rustfit.readers.jfr.ChunkSummary.OddEvents;
import io.github.rustfit.readers.jfr.events.AllocationRun;
import io.github.rustfit.readers.jfr.events.ChunkEvents;
import io.github.rustfit.readers.jfr.events.EventKind;
import io.github.rustfit.readers.jfr.events.EventType;
import io.github.rustfit.readers.jfr.events.Samples;
import io.github.rustfit.readers.jfr.events.Sampling;
import io.github.rustfit.readers.jfr.events.Source;
import io.github.rustfit.readers.jfr.events.Sums;
import io.github.rustfit.readers.jfr.format.ChunkBytes;
import io.github.rustfit.readers.jfr.format.ChunkHeader;
import io.github.rustfit.readers.jfr.format.Clock;
import io.github.rustfit.readers.jfr.format.ConstantIndex;
import io.github.rustfit.readers.jfr.format.Cursor;
import io.github.rustfit.readers.jfr.format.DamagedException;
import io.github.rustfit.readers.jfr.format.Metadata;
import io.github.rustfit.readers.jfr.format.Pool;
import io.github.rustfit.readers.jfr.stacks.Constants;
import io.github.rustfit.readers.jfr.stacks.Known;
import io.github.rustfit.readers.jfr.stacks.StackDecoder;
import io.github.rustfit.readers.stacks.JvmThreads;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one chunk in one pass over its events. */
final class ChunkReader {

  /** The JVM's own events have numbers below 1000, async-profiler's below 256. */
  private static final int LARGEST_TYPE = 0xffff;

  private final ChunkBytes chunk;
  private final Cursor cursor;
  private final ChunkHeader header;
  private final int size;
  private final Metadata metadata;
  private final Samples samples;
  private final ChunkEvents events;
  private final Span span;
  private final @Nullable EventType[] types;
  private final ForeignSamples foreign;
  private long oddCount;
  private int firstOddAt;
  private String firstOdd = "";
  private long lastTicks;
  private long length;
  private long number;

  private ChunkReader(ChunkBytes chunk, ChunkHeader header, Shared shared) {
    this.chunk = chunk;
    this.cursor = chunk.cursor();
    this.header = header;
    this.size = (int) header.size();
    this.lastTicks = header.startTicks();
    cursor.window((int) header.metadata(), size);
    this.metadata = shared.metadata().parse(cursor, size);
    ConstantIndex index = new ConstantIndex(cursor, chunk.cursor(), metadata, size);
    index.walk(header.constants());
    Known known = shared.known();
    Constants constants = new Constants(index, known);
    Pool stacks = index.pool(ConstantIndex.STACK);
    this.samples =
        new Samples(
            constants,
            new StackDecoder(
                chunk.cursor(), size, stacks, constants, known, metadata.asyncProfiler()),
            known);
    this.span = shared.span(header.id());
    this.events = new ChunkEvents(metadata, constants, samples, span);
    this.types = types(constants);
    this.foreign = new ForeignSamples(metadata.types());
  }

  private @Nullable EventType[] types(Constants constants) {
    Clock clock = new Clock(header.startNanos(), header.startTicks(), header.ticksPerSecond());
    Map<String, EventKind> kinds = new HashMap<>();
    for (EventKind kind : EventKind.values()) {
      if (events.wants(kind)) {
        kinds.put(kind.event(), kind);
      }
    }
    @Nullable EventType[] byNumber = new EventType[0];
    for (Metadata.Type type : metadata.types()) {
      EventKind kind = kinds.get(type.name());
      if (kind != null) {
        if (type.id() < 0 || type.id() > LARGEST_TYPE) {
          throw new DamagedException(type.name() + " has the type number " + type.id());
        }
        int number = (int) type.id();
        if (number >= byNumber.length) {
          byNumber = Arrays.copyOf(byNumber, number + 1);
        }
        byNumber[number] =
            new EventType(kind, metadata.layout(type).members(), clock, constants::text, events);
      }
    }
    return byNumber;
  }

  /**
   * Reads a chunk.
   *
   * @param chunk starts with the chunk
   * @param header with the sizes to go by
   * @param trustDuration whether the header's duration covers what the chunk holds
   * @throws DamagedException or another runtime exception if metadata or constants are damaged, so
   *     that no event can be understood
   */
  static ChunkSummary read(
      ChunkBytes chunk, ChunkHeader header, boolean trustDuration, Shared shared) {
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
    events.finish();
    if (!chunk.whole()) {
      samples.decodeInOrder();
    }
    long whole = nanos(trustDuration && flaw.isEmpty());
    long start = Math.max(header.startNanos(), span.from());
    long nanos = Math.max(0, Math.min(header.startNanos() + whole, span.to()) - start);
    Map<Source, Sums> bySource =
        samples.resolve(
            new Sampling(events.settings(), metadata.asyncProfiler()),
            events.machine().cores * Math.min(nanos, ChunkHeader.LONGEST_NANOS));
    Set<Source> chosen = Samples.chosen(bySource);
    events.machine().assumed.addAll(samples.assumed(chosen));
    events.machine().unread.putAll(foreign.counts());
    events.machine().cpuOfJavaOnly = !metadata.asyncProfiler() && chosen.contains(Source.EXECUTION);
    // The JDK's own samples of allocation depend on what was sampled before, so they go by runs.
    boolean sinceLast = !metadata.asyncProfiler() && chosen.remove(Source.ALLOCATION);
    AllocationRun allocation =
        new AllocationRun(start, nanos, events.machine(), sinceLast, samples.started());
    Sums runs = bySource.get(Source.ALLOCATION);
    if (sinceLast && runs != null) {
      runs.forEach(allocation::add);
    }
    samples.addEarly(allocation, sinceLast);
    return new ChunkSummary(
        header.id(),
        start,
        nanos,
        metadata.asyncProfiler(),
        kinds(chosen, metadata.asyncProfiler()),
        sums(chosen, bySource),
        samples.threads(chosen),
        allocation,
        events.gc(),
        events.machine(),
        new Extent(position, flaw, new OddEvents(oddCount, firstOddAt, firstOdd)));
  }

  private static Set<SampleKind> kinds(Set<Source> sources, boolean ofProcess) {
    Set<SampleKind> kinds = EnumSet.noneOf(SampleKind.class);
    if (ofProcess && sources.contains(Source.EXECUTION)) {
      kinds.addAll(JvmThreads.KINDS);
    }
    for (Source source : sources) {
      kinds.add(source.kind());
    }
    return kinds;
  }

  private static List<Sums> sums(Set<Source> sources, Map<Source, Sums> bySource) {
    List<Sums> sums = new ArrayList<>();
    for (Source source : sources) {
      Sums one = bySource.get(source);
      if (one != null) {
        sums.add(one);
      }
    }
    return sums;
  }

  /** Reads the event at this position and returns its length, or 0 if there is none. */
  private int event(int position) {
    if (!head(position)) {
      return 0;
    }
    EventType type = number >= 0 && number < types.length ? types[(int) number] : null;
    if (type != null) {
      event(type, position);
    } else {
      foreign.see(number);
    }
    return (int) length;
  }

  /** Reads length and type of the event at this position and says whether there is one. */
  private boolean head(int position) {
    cursor.window(position, size);
    if (cursor.pair()) {
      length = cursor.low();
      number = cursor.high();
    } else {
      try {
        length = cursor.number();
        number = cursor.number();
      } catch (RuntimeException e) {
        return false;
      }
    }
    return length > 0 && length <= size - position && cursor.position() <= position + length;
  }

  private void event(EventType type, int position) {
    try {
      cursor.window(cursor.position(), position + (int) length);
      type.accept(cursor);
      lastTicks = Math.max(lastTicks, type.ticks());
    } catch (RuntimeException e) {
      if (oddCount++ == 0) {
        firstOddAt = position;
        firstOdd = e instanceof DamagedException ? String.valueOf(e.getMessage()) : "cut short";
      }
    }
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
