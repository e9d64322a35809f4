package io.github.rustfit.readers.jfr.format;

import io.github.rustfit.readers.jfr.format.Layout.Encoding;
import io.github.rustfit.readers.jfr.format.Layout.Member;
import java.util.ArrayList;
import java.util.List;

/** Lays the members of a type out, with those of the types of its members. */
final class Members {

  /** Real types nest twice; the bound stops a damaged type that contains itself. */
  private static final int DEEPEST = 6;

  /** Real types have some dozens; the bound stops a damaged type from multiplying. */
  private static final int MOST = 10_000;

  private final Metadata metadata;
  private int count;

  Members(Metadata metadata) {
    this.metadata = metadata;
  }

  /** The members of a type, their names preceded by this prefix. */
  List<Member> of(Metadata.Type type, String prefix, int depth) {
    if (type.name().equals("java.lang.String")) {
      return List.of(new Member(prefix, Encoding.TEXT, false, "", List.of()));
    }
    List<Member> members = new ArrayList<>();
    for (Metadata.Field field : type.fields()) {
      members.add(member(field, prefix + field.name(), depth));
    }
    return List.copyOf(members);
  }

  private Member member(Metadata.Field field, String path, int depth) {
    if (field.constant()) {
      return new Member(path, Encoding.NUMBER, field.array(), "", List.of());
    }
    Metadata.Type type = metadata.type(field.type());
    if (type == null || depth > DEEPEST || ++count > MOST) {
      throw new DamagedException("metadata does not define the type of " + path);
    }
    Encoding encoding =
        switch (type.name()) {
          case "long", "int", "short", "char" -> Encoding.NUMBER;
          case "boolean", "byte" -> Encoding.OCTET;
          case "float" -> Encoding.REAL;
          case "double" -> Encoding.LONG_REAL;
          case "java.lang.String" -> Encoding.TEXT;
          default -> Encoding.STRUCTURE;
        };
    List<Member> members =
        encoding == Encoding.STRUCTURE ? of(type, path + ".", depth + 1) : List.of();
    return new Member(path, encoding, field.array(), field.timespan(), members);
  }
}
