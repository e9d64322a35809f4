package io.github.rustfit.fleet;

import io.github.rustfit.fleet.table.LimitRow;
import java.util.List;

/**
 * Says what became of limits.
 *
 * @param limits all of them
 * @param decide whether they decide how the job ends
 */
record LimitsSaid(List<LimitRow> limits, boolean decide) {

  /** Rows of one state that are named; the table has all. */
  private static final int MOST_NAMED = 20;

  void to(Terminal terminal) {
    if (limits.isEmpty()) {
      terminal.info("No limit was declared: nothing was checked.");
      return;
    }
    List<LimitRow> crossed = of(LimitRow.CROSSED);
    for (LimitRow one : crossed.subList(0, Math.min(crossed.size(), MOST_NAMED))) {
      String line =
          "limit "
              + one.limit()
              + (one.bound() == null ? "" : " (" + one.bound() + ")")
              + " is crossed by "
              + one.where()
              + ": "
              + one.message();
      if (decide && one.fails()) {
        terminal.error(line);
      } else {
        terminal.warn(line);
      }
    }
    if (crossed.size() > MOST_NAMED) {
      terminal.warn(
          (crossed.size() - MOST_NAMED) + " more that are crossed are in " + Output.LIMITS + ".");
    }
    List<LimitRow> unchecked = of(LimitRow.UNCHECKED);
    for (LimitRow one : unchecked.subList(0, Math.min(unchecked.size(), MOST_NAMED))) {
      terminal.warn("not checked: " + one.limit() + " of " + one.where() + ": " + one.message());
    }
    terminal.info(
        "Limits: "
            + crossed.size()
            + " crossed, "
            + unchecked.size()
            + " not checked, "
            + of(LimitRow.ACCEPTED).size()
            + " accepted by decisions, "
            + of(LimitRow.HELD).size()
            + " held.");
  }

  private List<LimitRow> of(String state) {
    return limits.stream().filter(one -> one.is(state)).sorted().toList();
  }
}
