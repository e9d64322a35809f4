package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cut of one module into components that nobody declared: the packages directly below its
 * common package, each with all below it, and one more for classes in the common package itself. A
 * package that has no class of its own and holds nearly all of the module is no component but a
 * longer common package, and is cut in turn.
 */
final class DefaultCut {

  /** Share of the module's lines above which a package without classes is cut further. */
  private static final double NEARLY_ALL = 0.8;

  private final String common;
  private final Set<String> opened = new HashSet<>();

  private DefaultCut(List<SourceFile> files) {
    SortedMap<String, Integer> lines = new TreeMap<>();
    for (SourceFile file : files) {
      if (!file.types().isEmpty()) {
        lines.merge(file.packageName(), file.linesOfCode(), Integer::sum);
      }
    }
    common = lines.keySet().stream().reduce(DefaultCut::commonPackage).orElse("");
    opened.add(common);
    String dominant = dominantChild(common, lines);
    while (opened.add(dominant)) {
      dominant = dominantChild(dominant, lines);
    }
  }

  /** The cut of every module that the files belong to. */
  static Map<String, DefaultCut> ofModules(List<SourceFile> files) {
    Map<String, List<SourceFile>> byModule = new TreeMap<>();
    for (SourceFile file : files) {
      byModule.computeIfAbsent(file.module(), m -> new ArrayList<>()).add(file);
    }
    Map<String, DefaultCut> cuts = new HashMap<>();
    byModule.forEach((module, members) -> cuts.put(module, new DefaultCut(members)));
    return cuts;
  }

  /**
   * The child of an opened package that must be opened too; the package itself if there is none.
   */
  private static String dominantChild(String parent, SortedMap<String, Integer> lines) {
    long all = lines.values().stream().mapToLong(Integer::longValue).sum();
    Map<String, Long> below = new TreeMap<>();
    lines.forEach(
        (name, count) -> {
          if (!name.equals(parent) && within(parent, name)) {
            below.merge(child(parent, name), (long) count, Long::sum);
          }
        });
    return below.entrySet().stream()
        .filter(one -> !lines.containsKey(one.getKey()) && one.getValue() > NEARLY_ALL * all)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(parent);
  }

  /**
   * The name of the component that the file belongs to: {@code module/package below the common}.
   */
  String nameOf(SourceFile file) {
    String root = file.packageName();
    if (!within(common, root)) {
      return file.module();
    }
    String at = common;
    while (!at.equals(root) && opened.contains(at)) {
      at = child(at, root);
    }
    String rest = common.isEmpty() ? at : at.substring(Math.min(at.length(), common.length() + 1));
    return rest.isEmpty() ? file.module() : file.module() + "/" + rest;
  }

  private static boolean within(String parent, String name) {
    return parent.isEmpty() || name.equals(parent) || name.startsWith(parent + ".");
  }

  /** The package one step below the parent on the way to the name. */
  private static String child(String parent, String name) {
    int dot = name.indexOf('.', parent.isEmpty() ? 0 : parent.length() + 1);
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static String commonPackage(String a, String b) {
    String[] left = a.split("\\.", -1);
    String[] right = b.split("\\.", -1);
    int same = 0;
    while (same < left.length && same < right.length && left[same].equals(right[same])) {
      same++;
    }
    return String.join(".", List.of(left).subList(0, same));
  }
}
