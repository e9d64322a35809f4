package io.github.rustfit.fleet.page;

import io.github.rustfit.fleet.table.InputRow;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the inputs.
 *
 * @param statuses how many there are of each status
 * @param failed the first of those of which nothing counts
 */
public record InputCounts(SortedMap<String, Long> statuses, List<InputRow> failed) {

  public InputCounts {
    statuses = new TreeMap<>(statuses);
    failed = List.copyOf(failed);
  }

  /** The same. */
  public static InputCounts of(Map<String, Long> statuses, List<InputRow> failed) {
    return new InputCounts(new TreeMap<>(statuses), failed);
  }

  /** How many there are of a status. */
  public long of(String status) {
    return statuses.getOrDefault(status, 0L);
  }

  /** Of how many nothing counts. */
  public long lost() {
    return of("failed") + of(InputRow.NOT_FETCHED);
  }
}
