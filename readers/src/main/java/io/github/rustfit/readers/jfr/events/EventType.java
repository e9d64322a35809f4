package io.github.rustfit.readers.jfr.events;

import io.github.rustfit.readers.jfr.format.Clock;
import io.github.rustfit.readers.jfr.format.Cursor;
import io.github.rustfit.readers.jfr.format.DamagedException;
import io.github.rustfit.readers.jfr.format.Layout.Member;
import io.github.rustfit.readers.jfr.format.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the wanted members of one event type. The same object serves all events of its type in a
 * chunk; wanted members are asked for by their place in the list that was wanted.
 */
public final class EventType {

  /** Takes decoded events. */
  interface Sink {
    void accept(EventKind kind, EventType event);
  }

  private final EventKind kind;
  private final Sink sink;
  private final Clock clock;
  private final Cursor.Texts texts;
  private final Shape shape;
  private final boolean[] inTicks;

  /** Nanoseconds in what a duration is counted in, other than ticks. */
  private final long[] nanosEach;

  private final long[] numbers;
  private long ticks;
  private @Nullable Cursor cursor;

  /**
   * Decodes events of a kind.
   *
   * @param layout its members, the time of its begin first
   * @param texts where texts that are stored once stand
   * @param sink takes each event once it is decoded
   * @throws DamagedException when such an event does not begin with its time
   */
  public EventType(
      EventKind kind, List<Member> layout, Clock clock, Cursor.Texts texts, Sink sink) {
    this.kind = kind;
    this.sink = sink;
    this.clock = clock;
    this.texts = texts;
    int size = kind.members().size();
    inTicks = new boolean[size];
    nanosEach = new long[size];
    numbers = new long[size];
    if (layout.isEmpty() || !layout.get(0).path().equals("startTime")) {
      throw new DamagedException(kind.event() + " does not begin with its start time");
    }
    shape = Shape.of(layout.subList(1, layout.size()), this::place);
  }

  private int place(Member member) {
    int place = kind.members().indexOf(member.path());
    if (place >= 0) {
      inTicks[place] = member.timespan().equals("TICKS");
      nanosEach[place] = nanosEach(member.timespan());
    }
    return place;
  }

  /** Decodes one event from the cursor, which stands behind its type number, and acts on it. */
  public void accept(Cursor from) {
    cursor = from;
    ticks = from.number();
    shape.read(from, numbers);
    sink.accept(kind, this);
  }

  /** When the event began, by the chunk's clock. */
  public long ticks() {
    return ticks;
  }

  /** When the event began, in nanoseconds since 1970. */
  long time() {
    return clock.timeOf(ticks);
  }

  /** A number, a reference to a constant, or a truth value; 0 when this JDK does not record it. */
  long number(int place) {
    return numbers[place];
  }

  /** A floating point number; 0 when this JDK does not record it. */
  double real(int place) {
    return Double.longBitsToDouble(numbers[place]);
  }

  /** A text; empty when it is null or this JDK does not record it. To be asked for at once. */
  String text(int place) {
    Cursor from = cursor;
    if (from == null || numbers[place] == 0) {
      return "";
    }
    from.moveTo((int) numbers[place]);
    String text = from.text(texts);
    return text == null ? "" : text;
  }

  /**
   * How long the event lasted, in nanoseconds: from its begin to its end, each in whole
   * nanoseconds, as the JDK's own reader has it for the first chunk of a file.
   */
  long lasted(int place) {
    return inTicks[place]
        ? clock.timeOf(Math.addExact(ticks, numbers[place])) - time()
        : nanos(place);
  }

  /** A duration in nanoseconds, whatever unit the metadata gives it. */
  long nanos(int place) {
    return inTicks[place]
        ? clock.nanosOf(numbers[place])
        : Math.multiplyExact(numbers[place], nanosEach[place]);
  }

  private static long nanosEach(String unit) {
    return switch (unit) {
      case "MICROSECONDS" -> 1_000L;
      case "MILLISECONDS" -> 1_000_000L;
      case "SECONDS" -> 1_000_000_000L;
      default -> 1L;
    };
  }
}
