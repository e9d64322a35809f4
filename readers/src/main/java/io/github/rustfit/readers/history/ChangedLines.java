package io.github.rustfit.readers.history;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The lines of a source that a commit changed.
 *
 * @param change what it did to which source
 * @param places where, from the top
 * @param counted whether the source, as it is afterwards, speaks of reference counts or native
 *     memory
 */
record ChangedLines(Change change, List<Place> places, boolean counted) {

  /**
   * Lines that are next to each other. A line that was changed is one removed and one added.
   *
   * @param removed lines that are gone
   * @param added lines that are new
   */
  record Place(List<String> removed, List<String> added) {

    Place {
      removed = List.copyOf(removed);
      added = List.copyOf(added);
    }
  }

  ChangedLines {
    places = List.copyOf(places);
  }

  List<String> removed() {
    return places.stream().flatMap(place -> place.removed().stream()).toList();
  }

  List<String> added() {
    return places.stream().flatMap(place -> place.added().stream()).toList();
  }

  /** The same with each line as the function gives it; empty ones are left out. */
  ChangedLines map(UnaryOperator<String> function) {
    return new ChangedLines(
        change,
        places.stream()
            .map(place -> new Place(map(place.removed(), function), map(place.added(), function)))
            .toList(),
        counted);
  }

  private static List<String> map(List<String> lines, UnaryOperator<String> function) {
    return lines.stream().map(function).filter(line -> !line.isEmpty()).toList();
  }
}
