package io.github.rustfit.engine.seam;

import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.evidence.source.TypeShape;
import io.github.rustfit.rules.rule.RuleContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes code hard to say in Rust, counted in the source. Shown, and used by no calculation:
 * the factor for coupling stays what is declared or assumed.
 *
 * @param types types that the component declares
 * @param largestCycle types in the largest set that all hold or extend each other, 0 when there is
 *     no such cycle
 * @param inheritanceDepth longest chain of own classes that extend each other, in classes
 * @param importedTypes names that it imports from other components
 * @param mutableStatics static fields that are not final
 * @param threadLocals fields that are {@code ThreadLocal}
 */
public record PortDifficulty(
    int types,
    int largestCycle,
    int inheritanceDepth,
    int importedTypes,
    int mutableStatics,
    int threadLocals) {

  private static final Pattern NAME = Pattern.compile("[\\w$.]+");

  /** More superclasses than any program has; a cycle of them does not compile but parses. */
  private static final int DEEPEST = 100;

  static PortDifficulty of(RuleContext context) {
    SortedMap<String, TypeShape> shapes = new TreeMap<>();
    for (SourceFile file : context.sources()) {
      for (SourceType type : file.types()) {
        type.shape().ifPresent(s -> shapes.put(type.binaryName().replace('$', '.'), s));
      }
    }
    SortedMap<String, SortedSet<String>> edges = new TreeMap<>();
    shapes.forEach((name, shape) -> edges.put(name, references(shape, shapes.keySet())));
    int depth = 0;
    for (String name : shapes.keySet()) {
      depth = Math.max(depth, depth(name, context.attribution()));
    }
    List<TypeShape.Field> fields =
        shapes.values().stream().flatMap(shape -> shape.fields().stream()).toList();
    return new PortDifficulty(
        shapes.size(),
        new Cycles(edges).largest(),
        depth,
        (int) context.imports().stream().filter(name -> ofAnother(context, name)).count(),
        (int) fields.stream().filter(field -> field.isStatic() && !field.isFinal()).count(),
        (int) fields.stream().filter(field -> field.type().contains("ThreadLocal")).count());
  }

  private static SortedSet<String> references(TypeShape shape, Set<String> own) {
    SortedSet<String> found = new TreeSet<>();
    Set<String> named = new HashSet<>(shape.interfaces());
    named.add(shape.superclass());
    named.addAll(shape.state());
    for (String type : named) {
      Matcher name = NAME.matcher(type);
      while (name.find()) {
        if (own.contains(name.group())) {
          found.add(name.group());
        }
      }
    }
    return found;
  }

  private static int depth(String name, Attribution attribution) {
    int depth = 0;
    Optional<SourceType> type = attribution.type(name);
    while (type.isPresent() && depth < DEEPEST) {
      depth++;
      type =
          type.get()
              .shape()
              .filter(shape -> shape.kind() == TypeShape.Kind.CLASS)
              .map(shape -> Types.raw(shape.superclass()))
              .flatMap(attribution::type);
    }
    return depth;
  }

  private static boolean ofAnother(RuleContext context, String imported) {
    String name = imported.endsWith(".*") ? imported.substring(0, imported.length() - 2) : imported;
    while (name.contains(".") && !context.ownPackages().contains(name)) {
      name = name.substring(0, name.lastIndexOf('.'));
    }
    return context.ownPackages().contains(name) && !context.component().packages().contains(name);
  }
}
