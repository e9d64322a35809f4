package io.github.rustfit.trial.starter;

import io.github.rustfit.trial.port.Receiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A method whose arguments and result, and what it needs of the object that it is called on, cross
 * a boundary as they are.
 *
 * @param className binary name of the class that declares it
 * @param name its name
 * @param hidden whether only its own class may call it
 * @param parameters what is passed, in order: arguments, and the fields of the object behind them
 * @param result what comes back
 * @param fields names of these fields, empty for none; absent for a static method
 * @param place where it is declared
 */
record FlatMethod(
    String className,
    String name,
    boolean hidden,
    List<Passed> parameters,
    Passed result,
    Optional<List<String>> fields,
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
          ("Library Kernel Native Arena FunctionDescriptor Linker MemorySegment SymbolLookup"
                  + " MadeObjects MethodHandle MethodHandles MethodType Rows")
              .split(" "));

  FlatMethod {
    parameters = List.copyOf(parameters);
    fields = fields.map(List::copyOf);
  }

  /** The same, of which the arrays at these places are known to be only read. */
  FlatMethod onlyReading(List<Integer> arrays) {
    List<Passed> known = new ArrayList<>(parameters);
    for (int place : arrays) {
      known.set(place, known.get(place).onlyRead());
    }
    return new FlatMethod(className, name, hidden, known, result, fields, place);
  }

  /** The same, called on an object of which it needs these fields. */
  FlatMethod calledOn(List<Receiver.Field> object) {
    List<Passed> all = new ArrayList<>(parameters);
    for (Receiver.Field field : object) {
      Passed value = Passed.of(field.type()).orElseThrow();
      all.add(field.changes() ? value.changing() : field.written() ? value : value.onlyRead());
    }
    List<String> names = object.stream().map(Receiver.Field::name).toList();
    return new FlatMethod(className, name, hidden, all, result, Optional.of(names), place);
  }

  /** Whether it is called on an object. */
  boolean onObject() {
    return fields.isPresent();
  }

  /** How many parameters are its own; those behind them are fields of the object. */
  int own() {
    return parameters.size() - fields.map(List::size).orElse(0);
  }

  /** The name of the field that a parameter stands for. */
  String field(int parameter) {
    return fields.orElseThrow().get(parameter - own());
  }

  /** How many parameters, at the end, are values that come back changed. */
  int cells() {
    return (int) parameters.stream().filter(one -> one.is(Passed.Form.CELL)).count();
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
    return !hidden && named();
  }

  /** Whether Java code in the same package can name its class. */
  boolean named() {
    return !MEANT_OTHERWISE.contains(simpleName())
        && Names.isJava(simpleName())
        && simpleName().indexOf('$') < 0;
  }

  /** {@code Type.method(type, …)} without the package, for people. */
  String text() {
    return simpleName().replace('$', '.')
        + "."
        + name
        + parameters.stream()
            .limit(own())
            .map(Passed::java)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /**
   * {@code package.Type#method(type,…)}: what {@code rustfit.entry} takes, overloads told apart.
   */
  String id() {
    return className
        + "#"
        + name
        + parameters.stream()
            .limit(own())
            .map(Passed::java)
            .collect(Collectors.joining(",", "(", ")"));
  }
}
