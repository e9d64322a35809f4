package io.github.rustfit.readers.input;

import io.github.rustfit.rules.evidence.gc.GcSeries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Files that are read and kept in memory at once. */
final class Portions {

  /** Files of a portion, but for logs of one series, which stay together. */
  static final int FILES = 32;

  private Portions() {}

  /** The files in their order, in portions. */
  static List<List<Path>> of(Collection<Path> files) {
    List<List<Path>> portions = new ArrayList<>();
    List<Path> portion = new ArrayList<>();
    String series = "";
    for (Path file : files) {
      String name = GcSeries.name(file.toString().replace('\\', '/'));
      if (portion.size() >= FILES && !name.equals(series)) {
        portions.add(portion);
        portion = new ArrayList<>();
      }
      portion.add(file);
      series = name;
    }
    if (!portion.isEmpty()) {
      portions.add(portion);
    }
    return portions;
  }
}
