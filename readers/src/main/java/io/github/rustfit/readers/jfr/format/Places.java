package io.github.rustfit.readers.jfr.format;

import one.jfr.DictionaryInt;

/** Where in a chunk the constants of one type stand, by their numbers. */
final class Places {

  private final DictionaryInt places = new DictionaryInt();
  private int zero;

  /** Notes a constant; of equal numbers the last one noted counts. */
  void put(long id, int position) {
    if (id == 0) {
      zero = position; // the dictionary has no key 0
    } else {
      places.put(id, position);
    }
  }

  /** Position of a constant in the chunk, or 0, where no constant can stand. */
  int of(long id) {
    return id == 0 ? zero : places.get(id, 0);
  }
}
