package io.github.rustfit.trial.starter;

import io.github.rustfit.engine.seam.Crossing;
import io.github.rustfit.engine.seam.Kind;
import io.github.rustfit.engine.seam.Part;
import io.github.rustfit.rules.component.Member;
import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.trial.port.Receiver;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds why a method does not cross as it is, and says what would have to be done first.
 *
 * @param crossing what is known of the types that cross; empty for their names only
 */
record Obstacles(Optional<Crossing> crossing) {

  private static final int MOST_REASONS = 3;

  private static final Set<String> BOXES =
      Set.of("Boolean", "Byte", "Character", "Short", "Integer", "Long", "Float", "Double");

  static final String NOTHING =
      "it gives nothing and takes no array, so all it does is done to what does not cross: let"
          + " it give a result";

  /**
   * What is in the way.
   *
   * @param own what no object has to do with
   * @param object that it is called on one
   */
  record Found(List<String> own, Optional<String> object) {}

  Found of(Member member) {
    Optional<Signature> signature = member.method().signature();
    boolean onObject =
        signature.isPresent()
            && !signature.get().isStatic()
            && !Modifier.isAbstract(signature.get().access());
    List<String> own = own(member);
    if (!onObject && own.isEmpty() && doesNothing(member, List.of())) {
      own = List.of(NOTHING);
    }
    return new Found(own, onObject ? Optional.of(instance(member)) : Optional.empty());
  }

  /** Whether nothing comes of it: no result, no array, and no field that changes. */
  static boolean doesNothing(Member member, List<Receiver.Field> fields) {
    Signature signature = member.method().signature().orElseThrow();
    return signature.returns().equals("void")
        && signature.parameters().stream().noneMatch(Obstacles::written)
        && fields.stream().noneMatch(Receiver.Field::written);
  }

  private List<String> own(Member member) {
    List<String> found = new ArrayList<>();
    String name = member.method().name();
    if (name.startsWith("<")) {
      return List.of("it is no method; name one that does the work");
    }
    Optional<Signature> known = member.method().signature();
    if (known.isEmpty()) {
      return List.of(
          "its signature is not known, as only shipped Java sources tell theirs; call it from a"
              + " static method in Java and name that");
    }
    int dot = member.className().lastIndexOf('.');
    if (!Names.isJava(name)
        || !Names.isJava(member.className().substring(dot + 1))
        || !Names.isPackage(dot < 0 ? "" : member.className().substring(0, dot))) {
      return List.of("Java code cannot call it by this name; give it another");
    }
    Signature signature = known.get();
    if (Modifier.isAbstract(signature.access())) {
      found.add("it has no body; name a method that has one");
    }
    if (signature.isNative()) {
      found.add("it is native already");
    }
    if (Modifier.isSynchronized(signature.access())) {
      found.add("it is synchronized, and the lock stays in Java: take it in the caller");
    }
    for (int i = 0; i < signature.parameters().size(); i++) {
      String type = signature.parameters().get(i);
      if (Passed.of(type).isEmpty()) {
        found.add("parameter " + (i + 1) + " is " + part(Part.PARAMETER, type, false));
      }
    }
    String returns = signature.returns();
    if (Passed.of(returns).isEmpty() || returns.endsWith("[][]")) {
      found.add("the result is " + part(Part.RESULT, returns, true));
    }
    return found;
  }

  private static boolean written(String type) {
    return type.endsWith("[]");
  }

  /** Why an object does not cross by its fields. */
  static String more(Member member, List<String> reasons) {
    int left = reasons.size() - MOST_REASONS;
    return "it needs more of the object of "
        + member.className().replace('$', '.')
        + " that it is called on than fields of numbers, arrays of these, and strings ("
        + String.join("; ", reasons.subList(0, Math.min(reasons.size(), MOST_REASONS)))
        + (left > 0 ? "; and " + left + " more" : "")
        + "): put the work into a static method that takes what it reads, as primitives and arrays,"
        + " and gives back what it changes";
  }

  private String instance(Member member) {
    Optional<Part> object =
        crossing.flatMap(
            all -> all.parts().stream().filter(p -> p.role().equals(Part.OBJECT)).findFirst());
    String what = "it is called on an object of " + member.className().replace('$', '.');
    if (crossing.isPresent() && object.isEmpty()) {
      return what + ", which holds nothing: make it static";
    }
    return what
        + object.map(part -> " (" + part.kind().text() + ")").orElse("")
        + ": put the work into a static method that takes the fields it reads, as primitives and"
        + " arrays, and gives back what it changes";
  }

  /** The type, what it is, and what must be done before it crosses. */
  private String part(String role, String type, boolean result) {
    String shown = new Part(role, type, Kind.UNKNOWN, 0, 0).shortType();
    String name = type.contains("<") ? type.substring(0, type.indexOf('<')) : type;
    String plain = name.substring(name.lastIndexOf('.') + 1);
    if (type.endsWith("[][]") && Passed.of(type.replace("[]", "")).isPresent()) {
      return shown
          + " (rows of arrays): "
          + (result ? "give" : "pass")
          + " one array with the rows behind each other, and the length of a row";
    }
    if (BOXES.contains(plain)) {
      return shown + " (may be null): use the primitive";
    }
    Optional<Kind> kind =
        crossing.flatMap(
            all ->
                all.parts().stream()
                    .filter(p -> p.role().equals(role) && p.type().equals(type))
                    .map(Part::kind)
                    .findFirst());
    return shown
        + kind.map(one -> " (" + one.text() + ")").orElse("")
        + ": "
        + kind.map(one -> remedy(one, result)).orElseGet(() -> serialize(result));
  }

  private static String serialize(boolean result) {
    return result
        ? "let it give primitives, one array, or the object serialized to byte[], and build the"
            + " object in Java"
        : "pass its fields as primitives and arrays, or serialize it to byte[] first";
  }

  private static String remedy(Kind kind, boolean result) {
    return switch (kind) {
      case PRIMITIVE -> (result ? "give" : "pass") + " its ordinal() as an int";
      case TEXT -> (result ? "give" : "pass") + " a String";
      case BUFFER -> (result ? "give" : "pass") + " its content as an array";
      case VALUE ->
          result ? "let it fill an array that is passed, or give one" : "pass its parts one by one";
      case COLLECTION ->
          (result ? "give" : "pass")
              + " its elements in arrays of primitives, one a field, or serialized to byte[]";
      case CALLBACK ->
          "Rust would call back into Java: collect what it gives in an array first, or put the"
              + " work that does not call it into a method";
      case STREAM -> "read it to byte[] in Java first, and write in Java afterwards";
      default -> serialize(result);
    };
  }
}
