package io.github.rustfit.readers.crates;

import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.crates.CrateEntry;
import io.github.rustfit.rules.evidence.base.Problem;
import java.util.List;

/**
 * What became of a catalogue file.
 *
 * @param entries its entries in the file's order; none when there is a problem
 * @param problems what is wrong with it, by line and column
 */
public record CatalogueReading(List<CrateEntry> entries, List<Problem> problems) {

  public CatalogueReading {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /** The entries as a catalogue. */
  public CrateCatalogue catalogue() {
    return new CrateCatalogue(entries);
  }
}
