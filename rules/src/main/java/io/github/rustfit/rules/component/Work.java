package io.github.rustfit.rules.component;

/** What a sample was doing, seen from the component's own frame that owns it. */
public enum Work {
  /** Own code over numbers and arrays of them. */
  PRIMITIVES("primitives", "own loops over numbers and their arrays"),
  /** Code of the JDK that its compiler replaces by hand-written instructions. */
  INTRINSICS("intrinsics", "intrinsics of the JDK"),
  /** Strings, and numbers written in them. */
  TEXT("text", "text and numbers"),
  /** Collections of objects, boxes, and what they compare and hash with. */
  COLLECTIONS("collections", "boxed collections and comparators"),
  /** Own code over objects of its own. */
  OBJECTS("objects", "own object graphs"),
  /** What cannot be told: libraries, input and output, code whose types are not known. */
  OTHER("other", "something else");

  private final String id;
  private final String title;

  Work(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The name in {@code report.json}. */
  public String id() {
    return id;
  }

  /** A few words for people. */
  public String title() {
    return title;
  }
}
