package io.github.rustfit.rules.component;

import java.util.List;

/**
 * A component as the policy declares it.
 *
 * @param name unique name, shown everywhere
 * @param module artifact id it is limited to; empty for any module
 * @param packages packages that belong to it, each with its subpackages; the longest match wins
 * @param owner team or person; empty when not declared
 */
public record ComponentDefinition(String name, String module, List<String> packages, String owner) {

  public ComponentDefinition {
    packages = List.copyOf(packages);
    if (name.isBlank() || packages.isEmpty()) {
      throw new IllegalArgumentException("a component needs a name and a package: '" + name + "'");
    }
  }

  /**
   * How specifically this definition matches a package of a module.
   *
   * @return length of the longest matching package, or -1 when none matches
   */
  int match(String ofModule, String packageName) {
    if (!module.isEmpty() && !module.equals(ofModule)) {
      return -1;
    }
    return packages.stream()
        .filter(root -> packageName.equals(root) || packageName.startsWith(root + "."))
        .mapToInt(String::length)
        .max()
        .orElse(-1);
  }
}
