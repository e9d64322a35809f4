package io.github.rustfit.rules.crates;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the catalogue entry of an imported name: the longest matching prefix wins. */
public final class CrateCatalogue {

  /** A catalogue that knows no library. */
  public static final CrateCatalogue EMPTY = new CrateCatalogue(List.of());

  private static final List<String> PLATFORM =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "org.w3c.dom.", "org.xml.sax.");

  private final Map<String, CrateEntry> byPrefix = new TreeMap<>();

  /** A catalogue of these entries; of two entries with the same prefix the later one wins. */
  public CrateCatalogue(List<CrateEntry> entries) {
    entries.forEach(entry -> entry.imports().forEach(prefix -> byPrefix.put(prefix, entry)));
  }

  /**
   * The entry of an imported name, e.g. {@code com.fasterxml.jackson.databind.ObjectMapper} or
   * {@code java.sql.*}.
   */
  public Optional<CrateEntry> find(String imported) {
    String name = imported.endsWith(".*") ? imported.substring(0, imported.length() - 2) : imported;
    while (!name.isEmpty()) {
      CrateEntry found = byPrefix.get(name);
      if (found != null) {
        return Optional.of(found);
      }
      int dot = name.lastIndexOf('.');
      name = dot < 0 ? "" : name.substring(0, dot);
    }
    return Optional.empty();
  }

  /** Whether a name belongs to the Java platform rather than to a library. */
  public static boolean platform(String imported) {
    return PLATFORM.stream().anyMatch(imported::startsWith);
  }
}
