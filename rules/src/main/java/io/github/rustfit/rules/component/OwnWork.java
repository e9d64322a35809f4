package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.evidence.source.TypeShape;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a component's own methods work on: the types that a method takes, the state of its class
 * where it is called on an object, and the objects that it was seen to make. A method over its own
 * types walks objects, one over strings reads text, what is left computes.
 */
final class OwnWork {

  private static final Pattern BETWEEN_NAMES = Pattern.compile("[^\\w.$]+");

  private static final Set<String> TEXT =
      Set.of(
          "char",
          "java.lang.CharSequence",
          "java.lang.Character",
          "java.lang.String",
          "java.lang.StringBuffer",
          "java.lang.StringBuilder",
          "java.math.BigDecimal",
          "java.math.BigInteger");

  private final SourceIndex index;

  /** Methods that were seen to make objects of the component's own types. */
  private final Set<Method> makes = new HashSet<>();

  private record Method(String className, String name) {}

  /**
   * Of one component.
   *
   * @param sites where it was seen to allocate
   */
  OwnWork(SourceIndex index, Collection<AllocationSite> sites) {
    this.index = index;
    for (AllocationSite site : sites) {
      if (own(site.type().replace('$', '.').replace("[]", ""))) {
        makes.add(new Method(site.place().className(), site.place().method()));
      }
    }
  }

  /** What the method of that place works on; {@link Work#OTHER} where its signature is unknown. */
  Work of(Place place) {
    Optional<SourceType> type = type(place);
    Optional<Signature> signature = type.flatMap(found -> signature(found, place));
    if (signature.isEmpty()) {
      return Work.OTHER;
    }
    List<String> names = worksOn(type.get(), signature.get());
    if (names.stream().anyMatch(this::own)) {
      return Work.OBJECTS;
    }
    if (names.stream().anyMatch(TEXT::contains)) {
      return Work.TEXT;
    }
    boolean references = names.stream().anyMatch(name -> name.startsWith("java."));
    return references || makes.contains(new Method(place.className(), place.method()))
        ? Work.OBJECTS
        : Work.PRIMITIVES;
  }

  private Optional<SourceType> type(Place place) {
    return index
        .fileOf(place.className())
        .map(SourceFile::types)
        .flatMap(
            types ->
                types.stream()
                    .filter(type -> type.binaryName().equals(place.className()))
                    .findFirst());
  }

  private static Optional<Signature> signature(SourceType type, Place place) {
    return type.methods().stream()
        .filter(method -> method.name().equals(place.method()))
        .filter(method -> place.line() == 0 || method.contains(place.line()))
        .findFirst()
        .flatMap(SourceMethod::signature);
  }

  /** Names of the types that it takes, and of those in the state of its object. */
  private static List<String> worksOn(SourceType type, Signature signature) {
    Stream<String> state =
        signature.isStatic()
            ? Stream.of()
            : type.shape().stream().flatMap(one -> one.state().stream());
    return Stream.concat(signature.parameters().stream(), state)
        .flatMap(BETWEEN_NAMES::splitAsStream)
        .toList();
  }

  /**
   * Whether it is a class, a record or an interface of the sources; an enum is as good as a number.
   */
  private boolean own(String canonicalName) {
    return index
        .type(canonicalName)
        .flatMap(SourceType::shape)
        .filter(shape -> shape.kind() != TypeShape.Kind.ENUM)
        .isPresent();
  }
}
