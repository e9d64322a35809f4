package io.github.rustfit.rules.policy;

import java.util.List;

/**
 * A component that has no code yet.
 *
 * @param name unique name, shown everywhere
 * @param owner team or person; empty when not declared
 * @param description what it is going to do; empty when not declared
 * @param shape how it would be built if it were native, e.g. {@code service}; empty when not
 *     declared
 * @param imports Java packages of the libraries that it would use; empty when not declared
 */
public record PlannedComponent(
    String name, String owner, String description, String shape, List<String> imports) {

  public PlannedComponent {
    imports = imports.stream().sorted().distinct().toList();
    if (name.isBlank()) {
      throw new IllegalArgumentException("a planned component needs a name");
    }
  }
}
