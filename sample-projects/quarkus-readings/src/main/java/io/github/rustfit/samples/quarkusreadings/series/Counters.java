package io.github.rustfit.samples.quarkusreadings.series;

/** The counters of one meter: a ring of a day and a quarter of an hour. */
final class Counters {

  private static final int KEPT = Day.QUARTERS + 1;

  private final int meter;
  private final long[] counters = new long[KEPT];
  private long first = -1;
  private long last = -1;

  Counters(int meter) {
    this.meter = meter;
  }

  /** Keeps what was counted up to the end of a quarter, and says whether it runs forwards. */
  synchronized boolean add(long quarter, long counter) {
    if (last >= 0 && (quarter <= last || counter < at(last))) {
      return false;
    }
    if (last < 0 || quarter - last > KEPT) {
      first = quarter;
      last = quarter;
      counters[(int) (quarter % KEPT)] = counter;
      return true;
    }
    // What was not told is shared out evenly.
    long before = at(last);
    long steps = quarter - last;
    for (long step = 1; step <= steps; step++) {
      counters[(int) ((last + step) % KEPT)] = before + (counter - before) * step / steps;
    }
    last = quarter;
    first = Math.max(first, last - KEPT + 1);
    return true;
  }

  private long at(long quarter) {
    return counters[(int) (quarter % KEPT)];
  }

  /** What was used in each quarter of the latest day that is known. */
  synchronized Day day() {
    Day day = new Day();
    day.meter = meter;
    day.from = first;
    day.used = new long[(int) (last - first)];
    for (int i = 0; i < day.used.length; i++) {
      day.used[i] = at(first + i + 1) - at(first + i);
      day.total += day.used[i];
    }
    return day;
  }
}
