package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.count;
import static io.github.rustfit.rules.stats.Format.millis;
import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseTotal;

/**
 * The pauses that the JVM gives one of some causes for, among all of them.
 *
 * @param known whether the causes of collections are known; a log need not carry them
 * @param causes their number and time
 * @param pauses number of all pauses
 * @param nanos time of all pauses, in nanoseconds
 */
record CauseShare(boolean known, PauseTotal causes, long pauses, long nanos) {

  /**
   * The pauses of these causes, which are as the JVM prints them.
   *
   * @param incident what such a collection counts as
   */
  static CauseShare of(GcSummary gc, GcIncident incident, String... causes) {
    PauseTotal total = PauseTotal.NONE;
    for (String cause : causes) {
      total = total.merge(gc.causes().getOrDefault(cause, PauseTotal.NONE));
    }
    boolean known = total.count() > 0 || gc.details().incidents().of(incident).known();
    return new CauseShare(known, total, gc.pauses().count(), gc.pauses().totalNanos());
  }

  boolean none() {
    return causes.count() == 0;
  }

  /** Share of the number of pauses, 0..1. */
  double ofCount() {
    return pauses == 0 ? 0 : (double) causes.count() / pauses;
  }

  /** Share of the time of pauses, 0..1. */
  double ofTime() {
    return nanos == 0 ? 0 : (double) causes.totalNanos() / nanos;
  }

  /** The figures as the beginning of a sentence. */
  String text() {
    return count(causes.count())
        + " of "
        + count(pauses)
        + " pauses ("
        + percent(ofCount())
        + "; "
        + millis(causes.totalNanos())
        + ", "
        + percent(ofTime())
        + " of the time in pauses)";
  }
}
