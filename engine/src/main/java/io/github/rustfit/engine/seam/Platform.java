package io.github.rustfit.engine.seam;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the types of the Java platform are (Java SE 25). */
final class Platform {

  private static final Set<String> BOXES =
      Set.of(
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Short");

  /** Values of one or two numbers. */
  private static final Set<String> NUMBERS =
      Set.of(
          "java.time.Duration",
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.LocalTime",
          "java.util.Date",
          "java.util.OptionalDouble",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.UUID");

  private static final Pattern BUFFER =
      Pattern.compile("java\\.nio\\.\\w*Buffer|java\\.lang\\.foreign\\.MemorySegment");

  private static final Pattern COLLECTION =
      Pattern.compile(
          "java\\.lang\\.Iterable|java\\.util\\.(?:concurrent\\.)?\\w*(?:List|Map|Set|Collection"
              + "|Queue|Deque|Vector|Map\\.Entry|Table|Stack|BitSet)");

  private static final Pattern CALLBACK =
      Pattern.compile(
          "java\\.util\\.(?:function|stream)\\..*|java\\.lang\\.Runnable"
              + "|java\\.util\\.(?:Comparator|Iterator|ListIterator|Spliterator|Enumeration)"
              + "|java\\.util\\.concurrent\\.(?:Callable|\\w*Future|CompletionStage|\\w*Executor"
              + "|\\w*ExecutorService|Flow\\..*)");

  private static final Pattern STREAM =
      Pattern.compile(
          "java\\.io\\.\\w*(?:Stream|Reader|Writer|File|DataInput|DataOutput|ObjectInput"
              + "|ObjectOutput)|java\\.nio\\.channels\\..*|java\\.net\\.\\w*Socket");

  private static final Pattern GRAPH =
      Pattern.compile(
          "java\\.lang\\.(?:Object|Number|Comparable|Record|Enum|\\w*Exception|\\w*Error|Throwable"
              + "|StringBuilder|StringBuffer)|java\\.math\\..*");

  private Platform() {}

  /** What a type is, by its canonical name; empty for what is not of the platform. */
  static Optional<Kind> kind(String name) {
    if (BOXES.contains(name)) {
      return Optional.of(Kind.PRIMITIVE);
    }
    if (NUMBERS.contains(name)) {
      return Optional.of(Kind.VALUE);
    }
    if (name.equals("java.lang.String") || name.equals("java.lang.CharSequence")) {
      return Optional.of(Kind.TEXT);
    }
    if (name.equals("java.lang.Void")) {
      return Optional.of(Kind.NOTHING);
    }
    if (BUFFER.matcher(name).matches()) {
      return Optional.of(Kind.BUFFER);
    }
    if (CALLBACK.matcher(name).matches()) {
      return Optional.of(Kind.CALLBACK);
    }
    if (COLLECTION.matcher(name).matches()) {
      return Optional.of(Kind.COLLECTION);
    }
    if (STREAM.matcher(name).matches()) {
      return Optional.of(Kind.STREAM);
    }
    if (GRAPH.matcher(name).matches()) {
      return Optional.of(Kind.OBJECTS);
    }
    return name.startsWith("java.") || name.startsWith("javax.")
        ? Optional.of(Kind.OPAQUE)
        : Optional.empty();
  }
}
