package io.github.rustfit.rules.crates;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the catalogue entry of an imported name: the longest matching prefix wins. */
public final class CrateCatalogue {

  /** A catalogue that knows no library. */
  public static final CrateCatalogue EMPTY = new CrateCatalogue(List.of());

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

  /** This catalogue, and these entries over it: of the same prefix, theirs holds. */
  public CrateCatalogue with(List<CrateEntry> others) {
    CrateCatalogue all = new CrateCatalogue(others);
    byPrefix.forEach(all.byPrefix::putIfAbsent);
    return all;
  }

  /**
   * Whether all that is known below a package is native code already.
   *
   * @param library a package, which may stand above the prefixes of entries or below one
   */
  public boolean nativeCode(String library) {
    List<CrateEntry> below =
        byPrefix.entrySet().stream()
            .filter(one -> (one.getKey() + ".").startsWith(library + "."))
            .map(Map.Entry::getValue)
            .toList();
    return below.isEmpty()
        ? find(library).map(CrateEntry::nativeCode).orElse(false)
        : below.stream().allMatch(CrateEntry::nativeCode);
  }
}
