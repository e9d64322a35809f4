package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.Layout.Member;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the wanted members of one event type. The same object serves all events of its type in a
 * chunk; wanted members are asked for by their place in the list that was wanted.
 */
final class EventType {

  /** What to decode of which event, and what to do with it. */
  record Wanted(String event, List<String> members, Consumer<EventType> action) {}

  private record Slot(Member member, int place) {}

  private final Wanted wanted;
  private final Clock clock;
  private final LongFunction<@Nullable String> texts;
  private final Slot[] slots;
  private final String[] timespans;
  private final long[] numbers;
  private long ticks;
  private final double[] reals;
  private final @Nullable String[] strings;

  EventType(Wanted wanted, List<Member> layout, Clock clock, LongFunction<@Nullable String> texts) {
    this.wanted = wanted;
    this.clock = clock;
    this.texts = texts;
    int size = wanted.members().size();
    timespans = new String[size];
    Arrays.fill(timespans, "");
    numbers = new long[size];
    reals = new double[size];
    strings = new String[size];
    if (layout.isEmpty() || !layout.get(0).path().equals("startTime")) {
      throw new DamagedException(wanted.event() + " does not begin with its start time");
    }
    slots = layout.stream().skip(1).flatMap(this::slots).toArray(Slot[]::new);
  }

  private Stream<Slot> slots(Member member) {
    if (member.encoding() == Layout.Encoding.STRUCTURE && !member.array()) {
      return member.members().stream().flatMap(this::slots);
    }
    int place = member.array() ? -1 : wanted.members().indexOf(member.path());
    if (place >= 0) {
      timespans[place] = member.timespan();
    }
    return Stream.of(new Slot(member, place));
  }

  /** Decodes one event from the cursor, which stands behind its type number, and acts on it. */
  void accept(Cursor cursor) {
    ticks = cursor.number();
    for (Slot slot : slots) {
      int place = slot.place();
      if (place < 0) {
        Layout.skip(cursor, slot.member());
        continue;
      }
      switch (slot.member().encoding()) {
        case NUMBER -> numbers[place] = cursor.number();
        case OCTET -> numbers[place] = cursor.octet();
        case REAL -> reals[place] = cursor.real();
        case LONG_REAL -> reals[place] = cursor.longReal();
        case TEXT -> strings[place] = cursor.text(texts);
        case STRUCTURE -> throw new IllegalStateException("structures are laid out in place");
      }
    }
    wanted.action().accept(this);
  }

  /** When the event began, by the chunk's clock. */
  long ticks() {
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
    return reals[place];
  }

  /** A text; empty when it is null or this JDK does not record it. */
  String text(int place) {
    String text = strings[place];
    return text == null ? "" : text;
  }

  /**
   * How long the event lasted, in nanoseconds: from its begin to its end, each in whole
   * nanoseconds, as the JDK's own reader has it for the first chunk of a file.
   */
  long lasted(int place) {
    return timespans[place].equals("TICKS")
        ? clock.timeOf(Math.addExact(ticks, numbers[place])) - time()
        : nanos(place);
  }

  /** A duration in nanoseconds, whatever unit the metadata gives it. */
  long nanos(int place) {
    long number = numbers[place];
    return switch (timespans[place]) {
      case "TICKS" -> clock.nanosOf(number);
      case "MICROSECONDS" -> Math.multiplyExact(number, 1_000L);
      case "MILLISECONDS" -> Math.multiplyExact(number, 1_000_000L);
      case "SECONDS" -> Math.multiplyExact(number, 1_000_000_000L);
      default -> number;
    };
  }
}
