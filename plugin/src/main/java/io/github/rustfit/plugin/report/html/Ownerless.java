package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.assessment.Unattributed;
import io.github.rustfit.plugin.report.text.OwnershipText;
import io.github.rustfit.rules.component.LibraryShare;
import io.github.rustfit.rules.component.Ownership;
import java.util.List;

/**
 * What no frame of the code base called, as the page shows it.
 *
 * @param groups where its threads begin, by the names that people call them
 * @param entries the methods behind these
 * @param libraries what it is spent in
 * @param threads the groups of threads that run it, by name; empty where no recording names any
 */
record Ownerless(
    List<OwnershipText.Group> groups,
    List<LibraryShare> entries,
    List<LibraryShare> libraries,
    List<LibraryShare> threads) {

  /** Most rows of a table. */
  private static final int MOST = 10;

  static Ownerless of(Unattributed unattributed) {
    Ownership ownership = unattributed.ownership();
    return new Ownerless(
        first(OwnershipText.groups(ownership)),
        first(ownership.entries()),
        first(ownership.named()),
        first(ownership.threads()));
  }

  private static <T> List<T> first(List<T> rows) {
    return rows.stream().limit(MOST).toList();
  }

  /** Whether there is anything to show. */
  boolean any() {
    return !libraries.isEmpty();
  }
}
