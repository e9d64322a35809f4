package io.github.rustfit.rules.component;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A part of the code base that somebody owns: a Maven module's package root, or what the policy
 * declares.
 *
 * @param name unique name: {@code module/subpackage} unless declared
 * @param module artifact id of its module; of the first one when a declared component spans several
 * @param packages its packages
 * @param owner team or person; empty when not declared
 * @param linesOfCode lines of shipped code, neither blank nor comment
 */
public record Component(
    String name, String module, SortedSet<String> packages, String owner, int linesOfCode)
    implements Comparable<Component> {

  private static final Comparator<Component> ORDER =
      Comparator.comparing(Component::name)
          .thenComparing(Component::module)
          .thenComparing(Component::owner)
          .thenComparingInt(Component::linesOfCode)
          .thenComparing(component -> component.packages().toString());

  public Component {
    packages = Collections.unmodifiableSortedSet(new TreeSet<>(packages));
  }

  @Override
  public int compareTo(Component other) {
    return ORDER.compare(this, other);
  }
}
