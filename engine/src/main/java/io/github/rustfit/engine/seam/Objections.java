package io.github.rustfit.engine.seam;

import static io.github.rustfit.rules.stats.Format.count;
import static io.github.rustfit.rules.stats.Format.number;
import static io.github.rustfit.rules.stats.Format.percent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What speaks against a boundary, as sentences with figures. */
final class Objections {

  /** A boundary of more methods is called wide. */
  private static final int WIDE = 10;

  private static final double INNER = 0.5;
  private static final double NANOS_PER_MICRO = 1000;

  private Objections() {}

  static List<String> of(List<Entry> entries, double covered, Optional<Budget> budget) {
    List<String> against = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.loop()) {
        against.add(entry.text() + " is the body of a thread or program, not a call to cut at.");
      } else if (entry.callsOut() >= Seam.CALLS_OUT.value()) {
        against.add(
            percent(entry.callsOut())
                + " of the CPU below "
                + entry.text()
                + " belongs to other components; each call back into Java costs "
                + number(CrossingCost.UPCALL.value())
                + " ns.");
      }
      if (entry.crossing().ease() != Ease.FLAT) {
        against.add(
            entry.text()
                + " "
                + entry.crossing().ease().text()
                + ": "
                + entry.crossing().obstacles()
                + ".");
      } else if (entry.inner() >= INNER) {
        against.add(
            entry.text()
                + " is called by the component itself, so a loop around it crosses in each turn.");
      }
    }
    if (entries.size() > WIDE) {
      against.add("The boundary is wide: " + entries.size() + " methods.");
    }
    if (covered < Seam.ENOUGH.value()) {
      against.add(
          percent(1 - covered) + " of the component's CPU stays outside of the boundary in Java.");
    }
    budget.ifPresent(one -> budget(one, against));
    return against;
  }

  private static void budget(Budget budget, List<String> against) {
    if (budget.countedTooMany()) {
      against.add(
          "As often as it was counted, crossing takes more than the "
              + String.format(
                  Locale.ROOT, "%.3f", Seam.TOLERATED.value() * budget.savedCoresAtMost())
              + " cores that could pay at most.");
    } else if (budget.exceeded()) {
      against.add(
          "At the declared "
              + count(Math.round(budget.requestsPerSecond().orElse(0)))
              + " requests/s, one crossing each is more than the "
              + count(Math.round(budget.crossingsPerSecondAtMost().orElse(0)))
              + " crossings/s that could pay at most.");
    }
    if (budget.nanosPerCrossing().isEmpty() && budget.nanosPerRequest().isPresent()) {
      against.add(
          "At the declared "
              + count(Math.round(budget.requestsPerSecond().orElse(0)))
              + " requests/s, crossing and serializing may take "
              + number(Math.round(budget.nanosPerRequest().orElse(0) / 10) / (NANOS_PER_MICRO / 10))
              + " µs of CPU for each.");
    }
  }
}
