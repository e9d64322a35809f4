package io.github.rustfit.readers.jfr.format;

import java.util.List;

/**
 * How the members of a type follow each other in the bytes, structures laid out in place. Built
 * from the metadata, so it holds whatever order a JDK chose.
 */
public final class Layout {

  /** How one member is encoded. */
  public enum Encoding {
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
  public record Member(
      String path, Encoding encoding, boolean array, String timespan, List<Member> members) {}

  /** The layout of what has no members. */
  static final Layout NONE = new Layout(List.of());

  private final List<Member> members;
  private final Shape shape;

  /** For each member, how to get at it. */
  private final Shape[] each;

  private Layout(List<Member> members) {
    this.members = members;
    shape = Shape.of(members);
    each = new Shape[members.size()];
    for (int i = 0; i < each.length; i++) {
      Member wanted = members.get(i);
      each[i] = Shape.of(members.subList(0, i + 1), member -> member == wanted ? 0 : -1);
    }
  }

  /** The layout of a type. */
  static Layout of(Metadata metadata, Metadata.Type type) {
    return new Layout(new Members(metadata).of(type, "", 0));
  }

  /** The members, in the order of the bytes. */
  public List<Member> members() {
    return members;
  }

  /** The shape of all members, none of which is kept. */
  Shape shape() {
    return shape;
  }

  /** The shape of the members up to this one, which is kept at place 0. */
  Shape upTo(int member) {
    return each[member];
  }

  /** The place of a member, or -1. */
  int place(String name) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).path().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
