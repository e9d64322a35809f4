package io.github.rustfit.readers.input;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of recordings and logs to look at. An event of a recording counts when it begins in it,
 * a line of a log when it was written in it.
 *
 * @param from where it begins; empty for the beginning of each
 * @param to where it ends, exclusively; empty for the end of each
 * @param skipStartUp whether it begins no sooner than compiling has died down
 * @param startUpNanos how long after the start of the JVM that is, in nanoseconds, for inputs that
 *     do not tell themselves; -1 when unknown
 */
public record Window(
    Optional<Edge> from, Optional<Edge> to, boolean skipStartUp, long startUpNanos) {

  /** Everything. */
  public static final Window ALL = new Window(Optional.empty(), Optional.empty(), false, -1);

  private static final Pattern OFFSET =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h|d)", Pattern.CASE_INSENSITIVE);

  /**
   * An end of a window.
   *
   * @param nanos since the start of the JVM, or since 1970
   * @param clock whether it is since 1970
   * @param text as the user wrote it
   */
  public record Edge(long nanos, boolean clock, String text) {

    /**
     * Reads {@code 90s}, {@code 5m}, {@code 1.5h}, or a time of the clock with its offset, such as
     * {@code 2026-11-29T20:15:00Z}.
     *
     * @throws IllegalArgumentException whose message says what is understood
     */
    static Edge of(String text) {
      String trimmed = text.trim();
      Matcher offset = OFFSET.matcher(trimmed);
      if (offset.matches()) {
        double unit =
            switch (offset.group(2).toLowerCase(Locale.ROOT)) {
              case "ms" -> 1e6;
              case "s" -> 1e9;
              case "m" -> 60e9;
              case "h" -> 3600e9;
              default -> 86_400e9;
            };
        return new Edge(
            Math.round(Math.min(Double.parseDouble(offset.group(1)) * unit, LATEST)),
            false,
            trimmed);
      }
      try {
        Instant instant = OffsetDateTime.parse(trimmed).toInstant();
        return new Edge(
            Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano()),
            true,
            trimmed);
      } catch (DateTimeParseException | ArithmeticException e) {
        throw new IllegalArgumentException(
            "'"
                + trimmed
                + "' is neither a time since the start of the JVM, such as 90s, 5m or 1.5h, nor a time"
                + " of the clock with its offset, such as 2026-11-29T20:15:00Z");
      }
    }

    /** When it is, in nanoseconds since 1970, of a JVM that started then. */
    long at(long jvmStart) {
      return clock ? nanos : jvmStart > LATEST - nanos ? LATEST : jvmStart + nanos;
    }
  }

  private static final long LATEST = Long.MAX_VALUE / 2;

  /**
   * Reads what the user asked for.
   *
   * @param from an end, or empty or null for none
   * @param to the same
   * @throws IllegalArgumentException whose message names the parameter, for bad text and for
   *     windows that hold nothing
   */
  public static Window of(@Nullable String from, @Nullable String to, boolean skipStartUp) {
    Window window = new Window(edge("rustfit.from", from), edge("rustfit.to", to), skipStartUp, -1);
    if (window.from.isPresent()
        && window.to.isPresent()
        && window.from.get().clock() == window.to.get().clock()
        && window.from.get().nanos() >= window.to.get().nanos()) {
      throw new IllegalArgumentException(
          "rustfit.from ("
              + window.from.get().text()
              + ") does not lie before rustfit.to ("
              + window.to.get().text()
              + ")");
    }
    return window;
  }

  private static Optional<Edge> edge(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Edge.of(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  /** Whether everything is looked at. */
  public boolean all() {
    return from.isEmpty() && to.isEmpty() && !skipStartUp;
  }

  /** Whether an end is a time of the clock. */
  public boolean byClock() {
    return from.filter(Edge::clock).isPresent() || to.filter(Edge::clock).isPresent();
  }

  /** The same, where start-up is known to last that long after the start of the JVM. */
  public Window startUp(long nanos) {
    return new Window(from, to, skipStartUp, nanos);
  }

  /** The same, with start-up left out or not. */
  public Window skipping(boolean startUp) {
    return new Window(from, to, startUp, startUpNanos);
  }

  /**
   * The window of one JVM.
   *
   * @param jvmStart when it started, in nanoseconds since 1970
   */
  public Span of(long jvmStart) {
    long begin = from.map(edge -> edge.at(jvmStart)).orElse(Long.MIN_VALUE);
    if (skipStartUp && startUpNanos > 0) {
      begin = Math.max(begin, jvmStart + startUpNanos);
    }
    return new Span(begin, to.map(edge -> edge.at(jvmStart)).orElse(Long.MAX_VALUE));
  }

  /**
   * The window of a JVM by its own time.
   *
   * @return in nanoseconds since it started; ends by the clock are left out
   */
  public Span sinceStart() {
    return new Window(
            from.filter(edge -> !edge.clock()),
            to.filter(edge -> !edge.clock()),
            skipStartUp,
            startUpNanos)
        .of(0);
  }

  /**
   * A stretch of time in nanoseconds.
   *
   * @param from inclusively; {@code Long.MIN_VALUE} without
   * @param to exclusively; {@code Long.MAX_VALUE} without
   */
  public record Span(long from, long to) {

    /** All time. */
    public static final Span ALL = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

    /** Whether the time lies in it. */
    public boolean holds(long time) {
      return time >= from && time < to;
    }

    /** Whether any time between these lies in it. */
    public boolean meets(long begin, long end) {
      return begin < to && end > from;
    }

    /** Whether it is all time. */
    public boolean all() {
      return equals(ALL);
    }
  }

  /** How it is told from others, behind the path of an input; empty when all is looked at. */
  public String suffix() {
    if (all()) {
      return "";
    }
    StringBuilder text = new StringBuilder("#");
    from.ifPresent(edge -> text.append("from=").append(edge.text()).append(','));
    to.ifPresent(edge -> text.append("to=").append(edge.text()).append(','));
    if (skipStartUp) {
      text.append("skipStartup,");
    }
    text.setLength(text.length() - 1);
    return text.toString();
  }

  /** It in words: {@code from 60s to 5m, without start-up}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    from.ifPresent(edge -> text.append(" from ").append(edge.text()));
    to.ifPresent(edge -> text.append(" to ").append(edge.text()));
    if (skipStartUp) {
      text.append(text.isEmpty() ? " without start-up" : ", without start-up");
    }
    return text.isEmpty() ? "all" : text.substring(1);
  }
}
