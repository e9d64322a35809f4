package io.github.rustfit.plugin.starter;

import io.github.rustfit.rules.component.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The fewest packages that name each component: a package is left out when the nearest one above it
 * that is named belongs to the same component.
 */
final class Roots {

  /** What the policy's schema admits as a package. */
  private static final Pattern PACKAGE =
      Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

  private static final int LONGEST = 500;

  private Roots() {}

  /** By the name of the component, in order; empty where no package can be named. */
  static Map<String, List<String>> of(List<Component> components) {
    Map<String, TreeMap<String, String>> owners = new TreeMap<>();
    for (Component one : components) {
      for (String name : one.packages()) {
        if (PACKAGE.matcher(name).matches() && name.length() <= LONGEST) {
          owners.computeIfAbsent(one.module(), m -> new TreeMap<>()).put(name, one.name());
        }
      }
    }
    Map<String, List<String>> roots = new TreeMap<>();
    owners.values().forEach(packages -> add(packages, roots));
    return roots;
  }

  /** Packages come before those below them, so what is above is decided already. */
  private static void add(TreeMap<String, String> packages, Map<String, List<String>> roots) {
    Map<String, String> named = new HashMap<>();
    packages.forEach(
        (name, owner) -> {
          if (above(name, named).filter(owner::equals).isEmpty()) {
            named.put(name, owner);
            roots.computeIfAbsent(owner, o -> new ArrayList<>()).add(name);
          }
        });
  }

  /** The owner of the nearest named package above. */
  private static Optional<String> above(String name, Map<String, String> named) {
    String at = name;
    while (at.lastIndexOf('.') > 0) {
      at = at.substring(0, at.lastIndexOf('.'));
      String owner = named.get(at);
      if (owner != null) {
        return Optional.of(owner);
      }
    }
    return Optional.empty();
  }
}
