package io.github.rustfit.fleet.page;

import io.github.rustfit.fleet.table.LimitRow;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What became of limits.
 *
 * @param groups each limit
 * @param shown rows that do not hold, crossed ones first, of each limit as many as have room
 * @param more how many others there are of these
 */
record LimitsView(List<Group> groups, List<LimitRow> shown, long more) {

  /** Rows of one limit in one state; a policy that many services violate has many. */
  static final int MOST_ROWS = 20;

  /**
   * One limit.
   *
   * @param limit its key
   */
  record Group(String limit, long crossed, long unchecked, long accepted, long held) {}

  static LimitsView of(List<LimitRow> rows) {
    TreeMap<String, List<LimitRow>> byLimit = new TreeMap<>();
    rows.forEach(row -> byLimit.computeIfAbsent(row.limit(), key -> new ArrayList<>()).add(row));
    List<Group> groups = new ArrayList<>();
    List<LimitRow> shown = new ArrayList<>();
    long open = 0;
    for (var one : byLimit.entrySet()) {
      List<LimitRow> of = one.getValue();
      groups.add(
          new Group(
              one.getKey(),
              count(of, LimitRow.CROSSED),
              count(of, LimitRow.UNCHECKED),
              count(of, LimitRow.ACCEPTED),
              count(of, LimitRow.HELD)));
      for (String state : List.of(LimitRow.CROSSED, LimitRow.UNCHECKED, LimitRow.ACCEPTED)) {
        open += count(of, state);
        of.stream().filter(row -> row.is(state)).sorted().limit(MOST_ROWS).forEach(shown::add);
      }
    }
    shown.sort(null);
    return new LimitsView(groups, shown, open - shown.size());
  }

  private static long count(List<LimitRow> rows, String state) {
    return rows.stream().filter(row -> row.is(state)).count();
  }

  /** The state for people. */
  static String state(LimitRow row) {
    return switch (row.state()) {
      case LimitRow.CROSSED -> "crossed (" + row.level() + ")";
      case LimitRow.UNCHECKED -> "not checked";
      default -> row.state();
    };
  }
}
