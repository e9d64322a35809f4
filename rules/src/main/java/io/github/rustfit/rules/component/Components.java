package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The partition of the shipped sources into components.
 *
 * <p>Declared components come first; of several that match, the one with the longest package. What
 * no declaration claims is cut by default, see {@link DefaultCut}.
 */
public final class Components {

  private final SortedMap<String, Component> byName;
  private final Map<String, Component> byPath;
  private final Map<String, Component> byPackage;
  private final List<Problem> problems;

  private Components(
      SortedMap<String, Component> byName,
      Map<String, Component> byPath,
      Map<String, Component> byPackage,
      List<Problem> problems) {
    this.byName = byName;
    this.byPath = byPath;
    this.byPackage = byPackage;
    this.problems = problems;
  }

  /**
   * Cuts the sources into components.
   *
   * @param sources all source files; those of tests belong to no component
   * @param definitions declared components, names unique
   */
  public static Components of(
      Collection<SourceFile> sources, List<ComponentDefinition> definitions) {
    List<SourceFile> shipped =
        sources.stream().filter(file -> file.role() == SourceFile.Role.MAIN).sorted().toList();
    Map<String, DefaultCut> cuts = DefaultCut.ofModules(shipped);
    SortedMap<String, List<SourceFile>> files = new TreeMap<>();
    Map<String, ComponentDefinition> declared = new HashMap<>();
    for (SourceFile file : shipped) {
      Optional<ComponentDefinition> definition = definitionOf(file, definitions);
      definition.ifPresent(d -> declared.put(d.name(), d));
      String name =
          definition.map(ComponentDefinition::name).orElseGet(() -> cut(cuts, file).nameOf(file));
      files.computeIfAbsent(name, n -> new ArrayList<>()).add(file);
    }
    SortedMap<String, Component> byName = new TreeMap<>();
    Map<String, Component> byPath = new HashMap<>();
    Map<String, Component> byPackage = new HashMap<>();
    files.forEach(
        (name, members) -> {
          Component component = component(name, members, declared.get(name));
          byName.put(name, component);
          members.forEach(file -> byPath.put(file.path(), component));
          component.packages().forEach(p -> byPackage.putIfAbsent(p, component));
        });
    return new Components(byName, byPath, byPackage, unused(definitions, byName));
  }

  private static DefaultCut cut(Map<String, DefaultCut> cuts, SourceFile file) {
    return Objects.requireNonNull(cuts.get(file.module()));
  }

  private static Component component(
      String name, List<SourceFile> files, @Nullable ComponentDefinition declared) {
    SortedSet<String> packages = new TreeSet<>();
    SortedSet<String> modules = new TreeSet<>();
    int lines = 0;
    for (SourceFile file : files) {
      packages.add(file.packageName());
      modules.add(file.module());
      lines += file.linesOfCode();
    }
    return new Component(
        name, modules.first(), packages, declared == null ? "" : declared.owner(), lines);
  }

  private static List<Problem> unused(
      List<ComponentDefinition> definitions, SortedMap<String, Component> used) {
    return definitions.stream()
        .filter(definition -> !used.containsKey(definition.name()))
        .map(
            definition ->
                new Problem(
                    "",
                    0,
                    "The declared component '"
                        + definition.name()
                        + "' matches no source file (packages "
                        + String.join(", ", definition.packages())
                        + ").",
                    "Correct its packages or remove it from the policy."))
        .toList();
  }

  private static Optional<ComponentDefinition> definitionOf(
      SourceFile file, List<ComponentDefinition> definitions) {
    ComponentDefinition best = null;
    int bestLength = -1;
    for (ComponentDefinition definition : definitions) {
      int length = definition.match(file.module(), file.packageName());
      if (length > bestLength) {
        best = definition;
        bestLength = length;
      }
    }
    return Optional.ofNullable(best);
  }

  /** All components, by name. */
  public Collection<Component> all() {
    return byName.values();
  }

  /** The component that a shipped source file belongs to. */
  public Optional<Component> ofFile(SourceFile file) {
    return Optional.ofNullable(byPath.get(file.path()));
  }

  /**
   * The component that a package belongs to, for classes without a source file (generated ones).
   */
  public Optional<Component> ofPackage(String packageName) {
    return Optional.ofNullable(byPackage.get(packageName));
  }

  /** Declarations that match nothing. */
  public List<Problem> problems() {
    return problems;
  }
}
