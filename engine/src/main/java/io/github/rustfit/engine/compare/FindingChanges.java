package io.github.rustfit.engine.compare;

import io.github.rustfit.rules.rule.Finding;
import java.util.List;

/**
 * Findings by their stable ids, which carry no line numbers.
 *
 * @param gone what was found before and is not found any more
 * @param appeared what was not found before
 * @param kept how many are found on both sides
 */
public record FindingChanges(List<Finding> gone, List<Finding> appeared, int kept) {

  /** Nothing found on either side. */
  public static final FindingChanges NONE = new FindingChanges(List.of(), List.of(), 0);

  public FindingChanges {
    gone = List.copyOf(gone);
    appeared = List.copyOf(appeared);
  }
}
