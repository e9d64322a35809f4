package io.github.rustfit.engine.seam;

import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Member;
import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.evidence.source.TypeShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what types are for who must bring their values across. */
final class Types {

  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double");

  /** Records in records are looked into so deep; deeper ones count as object graphs. */
  private static final int DEPTH = 4;

  private static final String OPTIONAL = "java.util.Optional";

  private final Attribution attribution;
  private final Map<String, Value> seen = new HashMap<>();

  /** Looks types up in the source of all components. */
  Types(Attribution attribution) {
    this.attribution = attribution;
  }

  private record Value(Kind kind, int texts, int copies) {

    static Value of(Kind kind) {
      return new Value(kind, kind == Kind.TEXT ? 1 : 0, kind == Kind.ARRAY ? 1 : 0);
    }
  }

  /** What crosses with a call; an unknown signature is of an unknown type. */
  Crossing crossing(Member member) {
    List<Part> parts = new ArrayList<>();
    Optional<Signature> signature = member.method().signature();
    if (signature.isEmpty()) {
      return new Crossing(List.of(new Part(Part.PARAMETER, "?", Kind.UNKNOWN, 0, 0)));
    }
    if (!signature.get().isStatic()) {
      Kind self = self(member.className());
      if (self != Kind.NOTHING) {
        String name = member.className().replace('$', '.');
        Value value =
            self == Kind.VALUE ? value(name, member.className(), DEPTH) : new Value(self, 0, 0);
        parts.add(part(Part.OBJECT, name, value, false));
      }
    }
    for (String parameter : signature.get().parameters()) {
      Value value = value(parameter, member.className(), DEPTH);
      parts.add(part(Part.PARAMETER, parameter, value, false));
    }
    String returned = signature.get().returns();
    parts.add(part(Part.RESULT, returned, value(returned, member.className(), DEPTH), true));
    return new Crossing(parts);
  }

  /** Several values come back through memory that the caller allocates. */
  private static Part part(String role, String type, Value value, boolean returned) {
    int block = returned && value.kind == Kind.VALUE && value.copies == 0 ? 1 : 0;
    return new Part(role, type, value.kind, value.texts, value.copies + block);
  }

  /**
   * The object that a method is called on: a record is a value, an object without fields is
   * nothing, and any other's state would have to live on the native side, so that a handle crosses.
   */
  private Kind self(String className) {
    Optional<SourceType> type = attribution.type(className.replace('$', '.'));
    Optional<TypeShape> shape = type.flatMap(SourceType::shape);
    if (shape.isEmpty()) {
      return Kind.UNKNOWN;
    }
    return switch (shape.get().kind()) {
      case ENUM -> Kind.PRIMITIVE;
      case INTERFACE, ANNOTATION -> Kind.OBJECTS;
      case RECORD -> {
        Kind kind = value(className.replace('$', '.'), className, DEPTH).kind;
        yield kind == Kind.VALUE ? kind : Kind.OBJECTS;
      }
      case CLASS -> state(className, shape.get());
    };
  }

  private Kind state(String className, TypeShape shape) {
    if (shape.superclass().isEmpty() && shape.state().isEmpty()) {
      return Kind.NOTHING;
    }
    List<Kind> fields =
        shape.state().stream().map(type -> value(type, className, DEPTH).kind).toList();
    Kind inherited = inherited(className, shape, DEPTH);
    if (fields.contains(Kind.STREAM) || inherited == Kind.STREAM) {
      return Kind.STREAM;
    }
    return shape.state().stream().anyMatch(type -> type.startsWith("java.util.function."))
        ? Kind.CALLBACK
        : Kind.STATE;
  }

  /**
   * What the classes above it hold: of the source's own their state, of the platform's its kind.
   */
  private Kind inherited(String className, TypeShape shape, int depth) {
    if (shape.superclass().isEmpty() || depth == 0) {
      return Kind.NOTHING;
    }
    String name = name(raw(shape.superclass()), className);
    Optional<SourceType> own = attribution.type(name);
    if (own.isPresent()) {
      Optional<TypeShape> above = own.get().shape();
      if (above.isEmpty()) {
        return Kind.UNKNOWN;
      }
      boolean stream =
          above.get().state().stream()
              .anyMatch(type -> value(type, own.get().binaryName(), depth).kind == Kind.STREAM);
      return stream ? Kind.STREAM : inherited(own.get().binaryName(), above.get(), depth - 1);
    }
    return Platform.kind(name).filter(kind -> kind == Kind.STREAM).orElse(Kind.NOTHING);
  }

  private Value value(String type, String user, int depth) {
    if (type.equals("void")) {
      return Value.of(Kind.NOTHING);
    }
    if (PRIMITIVES.contains(type)) {
      return Value.of(Kind.PRIMITIVE);
    }
    if (type.endsWith("[]")) {
      String element = type.replace("[]", "");
      return Value.of(PRIMITIVES.contains(element) ? Kind.ARRAY : Kind.COLLECTION);
    }
    String name = name(raw(type), user);
    if (name.equals(OPTIONAL) && type.endsWith(">")) {
      Value held = value(type.substring(raw(type).length() + 1, type.length() - 1), user, depth);
      return held.kind.ease() == Ease.FLAT ? new Value(Kind.VALUE, held.texts, held.copies) : held;
    }
    return attribution
        .type(name)
        .map(own -> remembered(own, depth))
        .orElseGet(() -> Value.of(Platform.kind(name).orElse(foreign(name))));
  }

  /** A name with a package is of a library; one without was not found anywhere. */
  private static Kind foreign(String name) {
    return name.contains(".") ? Kind.OPAQUE : Kind.UNKNOWN;
  }

  private Value remembered(SourceType type, int depth) {
    String key = depth + type.binaryName();
    Value known = seen.get(key);
    if (known == null) {
      known = own(type, depth);
      seen.put(key, known);
    }
    return known;
  }

  private Value own(SourceType type, int depth) {
    if (type.shape().isEmpty()) {
      return Value.of(Kind.UNKNOWN);
    }
    TypeShape shape = type.shape().get();
    if (shape.kind() == TypeShape.Kind.ENUM) {
      return Value.of(Kind.PRIMITIVE);
    }
    if (shape.kind() != TypeShape.Kind.RECORD || depth == 0) {
      return Value.of(Kind.OBJECTS);
    }
    int texts = 0;
    int copies = 0;
    for (String field : shape.state()) {
      Value value = value(field, type.binaryName(), depth - 1);
      if (value.kind.ease() != Ease.FLAT) {
        return Value.of(Kind.OBJECTS);
      }
      texts += value.texts;
      copies += value.copies;
    }
    return new Value(Kind.VALUE, texts, copies);
  }

  static String raw(String type) {
    int arguments = type.indexOf('<');
    return arguments < 0 ? type : type.substring(0, arguments);
  }

  /** A name that its file left open is looked for in the package and in what is imported whole. */
  private String name(String raw, String user) {
    Optional<SourceFile> file = attribution.fileOf(user);
    if (raw.contains(".") || file.isEmpty()) {
      return raw;
    }
    String here = file.get().packageName().isEmpty() ? raw : file.get().packageName() + "." + raw;
    List<String> candidates =
        Stream.concat(
                Stream.of(here),
                file.get().imports().stream()
                    .filter(name -> name.endsWith(".*"))
                    .map(name -> name.substring(0, name.length() - 1) + raw))
            .toList();
    return candidates.stream()
        .filter(name -> attribution.type(name).isPresent())
        .findFirst()
        .or(
            () ->
                candidates.stream()
                    .filter(name -> Platform.kind(name).filter(k -> k != Kind.OPAQUE).isPresent())
                    .findFirst())
        .orElse(raw);
  }
}
