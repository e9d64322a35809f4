package io.github.rustfit.engine.ecosystem;

import io.github.rustfit.rules.component.JavaPlatform;
import io.github.rustfit.rules.crates.CrateEntry;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.rule.RuleContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A run-time library that a component uses, and what Rust has instead.
 *
 * @param library the packages of the catalogue's entry that are imported, or the imported one where
 *     the catalogue has no entry
 * @param entry what the catalogue says; empty when it does not know the library
 * @param files paths of the component's files that import it, sorted; none for a planned component
 */
public record LibraryUse(String library, Optional<CrateEntry> entry, List<String> files) {

  private static final Comparator<CrateEntry> BY_GRADE =
      Comparator.comparing(CrateEntry::grade)
          .thenComparing(entry -> entry.imports().get(0))
          .thenComparing(entry -> String.join(", ", entry.crates()))
          .thenComparing(CrateEntry::reason)
          .thenComparing(CrateEntry::source)
          .thenComparing(entry -> String.join(", ", entry.imports()));

  public LibraryUse {
    files = List.copyOf(files);
  }

  /**
   * The libraries behind a component's imports, by grade and then by name, those that the catalogue
   * does not know last. What comes with the JDK, the project's own packages and what only builds or
   * tests use are no such libraries.
   */
  public static List<LibraryUse> of(RuleContext context) {
    SortedMap<CrateEntry, SortedSet<String>> known = new TreeMap<>(BY_GRADE);
    SortedMap<String, SortedSet<String>> others = new TreeMap<>();
    for (String imported : context.imports()) {
      Optional<CrateEntry> entry = context.crates().find(imported);
      if (entry.isPresent()) {
        if (entry.get().scope() == CrateEntry.Scope.RUNTIME) {
          known.computeIfAbsent(entry.get(), one -> new TreeSet<>()).add(imported);
        }
      } else if (!JavaPlatform.has(imported) && !own(context.ownPackages(), imported)) {
        others.computeIfAbsent(packageOf(imported), name -> new TreeSet<>()).add(imported);
      }
    }
    List<LibraryUse> uses = new ArrayList<>();
    known.forEach(
        (entry, names) ->
            uses.add(
                new LibraryUse(
                    recognisedBy(entry, names),
                    Optional.of(entry),
                    importing(context.sources(), names))));
    others.forEach(
        (library, names) ->
            uses.add(
                new LibraryUse(library, Optional.empty(), importing(context.sources(), names))));
    return List.copyOf(uses);
  }

  /** An entry may name several libraries for one purpose; only those that are imported count. */
  private static String recognisedBy(CrateEntry entry, Set<String> names) {
    String used =
        entry.imports().stream()
            .filter(
                prefix ->
                    names.stream()
                        .anyMatch(name -> name.equals(prefix) || name.startsWith(prefix + ".")))
            .sorted()
            .collect(Collectors.joining(", "));
    return used.isEmpty() ? entry.imports().get(0) : used;
  }

  private static List<String> importing(Collection<SourceFile> sources, Set<String> names) {
    return sources.stream()
        .filter(file -> file.imports().stream().anyMatch(names::contains))
        .map(SourceFile::path)
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean own(Set<String> ownPackages, String imported) {
    return ownPackages.stream()
        .anyMatch(name -> imported.equals(name) || imported.startsWith(name + "."));
  }

  private static String packageOf(String imported) {
    StringBuilder name = new StringBuilder();
    for (String part : imported.split("\\.")) {
      if (part.isEmpty() || part.equals("*") || Character.isUpperCase(part.charAt(0))) {
        break;
      }
      name.append(name.isEmpty() ? "" : ".").append(part);
    }
    return name.isEmpty() ? imported : name.toString();
  }
}
