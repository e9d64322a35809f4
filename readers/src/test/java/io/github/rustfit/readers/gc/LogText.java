package io.github.rustfit.readers.gc;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a search of a log's text counts, without the reader. */
record LogText(String text) {

  static final LogText NONE = new LogText("");

  long lockerWaits() {
    return count("Thread blocked to .*Resumed after");
  }

  /** Lines that hold such a text. */
  long count(String expression) {
    return Pattern.compile(expression).matcher(text).results().count();
  }

  long pauses() {
    return count("(?m)GC\\(\\d+\\) (\\w: )?Pause .*\\d\\.\\d{3}ms$");
  }

  /** How long pauses took, in microseconds, which is how they are printed. */
  long pauseMicros() {
    return sum("(?m)GC\\(\\d+\\) (?:\\w: )?Pause .* (\\d+\\.\\d{3})ms$");
  }

  long pausesFor(String cause) {
    return count("(?m)GC\\(\\d+\\) Pause .*\\(" + Pattern.quote(cause) + "\\).*ms$");
  }

  long safepointNanos() {
    return sum("Safepoint \".*Total: +(\\d+) ns");
  }

  private long sum(String expression) {
    return Pattern.compile(expression)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1).replace(".", ""))
        .mapToLong(Long::parseLong)
        .sum();
  }
}
