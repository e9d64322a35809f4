package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.Layout.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the wanted members of one event type. The same object serves all events of its type in a
 * chunk; wanted members are asked for by their place in the list that was wanted.
 */
final class EventType {

  /** Takes decoded events. */
  interface Sink {
    void accept(EventKind kind, EventType event);
  }

  private record Slot(Member member, int place) {}

  private final EventKind kind;
  private final Sink sink;
  private final Clock clock;
  private final Cursor.Texts texts;
  private final Slot[] slots;
  private final String[] timespans;
  private final long[] numbers;
  private long ticks;
  private final double[] reals;
  private final @Nullable String[] strings;

  EventType(EventKind kind, List<Member> layout, Clock clock, Cursor.Texts texts, Sink sink) {
    this.kind = kind;
    this.sink = sink;
    this.clock = clock;
    this.texts = texts;
    int size = kind.members().size();
    timespans = new String[size];
    Arrays.fill(timespans, "");
    numbers = new long[size];
    reals = new double[size];
    strings = new String[size];
    if (layout.isEmpty() || !layout.get(0).path().equals("startTime")) {
      throw new DamagedException(kind.event() + " does not begin with its start time");
    }
    List<Slot> all = new ArrayList<>();
    for (Member member : layout.subList(1, layout.size())) {
      addSlots(member, all);
    }
    slots = all.toArray(new Slot[0]);
  }

  private void addSlots(Member member, List<Slot> all) {
    if (member.encoding() == Layout.Encoding.STRUCTURE && !member.array()) {
      for (Member inner : member.members()) {
        addSlots(inner, all);
      }
      return;
    }
    int place = member.array() ? -1 : kind.members().indexOf(member.path());
    if (place >= 0) {
      timespans[place] = member.timespan();
    }
    all.add(new Slot(member, place));
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
    sink.accept(kind, this);
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
