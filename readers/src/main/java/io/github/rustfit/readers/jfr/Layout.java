package io.github.rustfit.readers.jfr;

import java.util.ArrayList;
import java.util.List;

/**
 * How the members of a type follow each other in the bytes, structures laid out in place. Built
 * from the metadata, so it holds whatever order a JDK chose.
 */
final class Layout {

  /** How one member is encoded. */
  enum Encoding {
    /** A number of variable length: integers, times, and references to constants. */
    NUMBER,
    /** One byte. */
    OCTET,
    /** Four bytes. */
    REAL,
    /** Eight bytes. */
    LONG_REAL,
    /** A text. */
    TEXT,
    /** A structure, laid out in place. */
    STRUCTURE
  }

  /**
   * A member.
   *
   * @param path its name; for a member of a structure {@code structure.member}
   * @param members what a structure is made of; empty for everything else
   */
  record Member(
      String path, Encoding encoding, boolean array, String timespan, List<Member> members) {

    /** Whether it is a structure of numbers only, as a frame of a stack is. */
    boolean ofNumbers() {
      for (int i = 0; i < members.size(); i++) {
        if (members.get(i).array() || members.get(i).encoding() != Encoding.NUMBER) {
          return false;
        }
      }
      return encoding == Encoding.STRUCTURE;
    }
  }

  /** Real types nest twice; the bound stops a damaged type that contains itself. */
  private static final int DEEPEST = 6;

  /** Real types have some dozens; the bound stops a damaged type from multiplying. */
  private static final int MOST = 10_000;

  private final Metadata metadata;
  private int count;

  private Layout(Metadata metadata) {
    this.metadata = metadata;
  }

  /** The members of a type. */
  static List<Member> of(Metadata metadata, Metadata.Type type) {
    return new Layout(metadata).members(type, "", 0);
  }

  private List<Member> members(Metadata.Type type, String prefix, int depth) {
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
        encoding == Encoding.STRUCTURE ? members(type, path + ".", depth + 1) : List.of();
    return new Member(path, encoding, field.array(), field.timespan(), members);
  }

  /** Moves past all members. */
  static void skip(Cursor cursor, List<Member> members) {
    for (int i = 0; i < members.size(); i++) {
      skip(cursor, members.get(i));
    }
  }

  /** Moves past a member, with all its elements when it is an array. */
  static void skip(Cursor cursor, Member member) {
    int count = member.array() ? cursor.count() : 1;
    if (member.array() && member.ofNumbers()) {
      cursor.skipNumbers((long) count * member.members().size());
      return;
    }
    for (int left = count; left > 0; left--) {
      switch (member.encoding()) {
        case NUMBER -> cursor.number();
        case OCTET -> cursor.skip(1);
        case REAL -> cursor.skip(4);
        case LONG_REAL -> cursor.skip(8);
        case TEXT -> cursor.skipText();
        case STRUCTURE -> skip(cursor, member.members());
      }
    }
  }
}
