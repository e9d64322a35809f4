package io.github.rustfit.trial.starter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A static method whose arguments and result cross a boundary as they are.
 *
 * @param className binary name of the class that declares it
 * @param name its name
 * @param hidden whether only its own class may call it
 * @param parameters what is passed, in order
 * @param result what comes back
 * @param place where it is declared
 */
record FlatMethod(
    String className,
    String name,
    boolean hidden,
    List<Passed> parameters,
    Passed result,
    Lines place) {

  /**
   * Lines of the source.
   *
   * @param file path relative to the project's root
   * @param first line of the first token
   * @param last line of the closing brace
   */
  record Lines(String file, int first, int last) {

    /** {@code file:line}. */
    String text() {
      return file + ":" + first;
    }
  }

  /** Names that mean another type in the classes that are written. */
  private static final Set<String> MEANT_OTHERWISE =
      Set.of(
          "Library Kernel Native Arena FunctionDescriptor Linker MemorySegment SymbolLookup"
              .split(" "));

  FlatMethod {
    parameters = List.copyOf(parameters);
  }

  /** The same, of which the arrays at these places are known to be only read. */
  FlatMethod onlyReading(List<Integer> arrays) {
    List<Passed> known = new ArrayList<>(parameters);
    for (int place : arrays) {
      known.set(place, known.get(place).onlyRead());
    }
    return new FlatMethod(className, name, hidden, known, result, place);
  }

  String packageName() {
    int dot = className.lastIndexOf('.');
    return dot < 0 ? "" : className.substring(0, dot);
  }

  /** The class without its package, as in its binary name. */
  String simpleName() {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  /** Whether Java code in the same package can call it by its name. */
  boolean callable() {
    return !hidden
        && !MEANT_OTHERWISE.contains(simpleName())
        && Names.isJava(simpleName())
        && simpleName().indexOf('$') < 0;
  }

  /** {@code Type.method(type, …)} without the package, for people. */
  String text() {
    return simpleName().replace('$', '.')
        + "."
        + name
        + parameters.stream().map(Passed::java).collect(Collectors.joining(", ", "(", ")"));
  }

  /**
   * {@code package.Type#method(type,…)}: what {@code rustfit.entry} takes, overloads told apart.
   */
  String id() {
    return className
        + "#"
        + name
        + parameters.stream().map(Passed::java).collect(Collectors.joining(",", "(", ")"));
  }
}
