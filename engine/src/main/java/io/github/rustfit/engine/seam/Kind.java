package io.github.rustfit.engine.seam;

import java.util.Locale;

/** What a value is for who must bring it across. */
public enum Kind {
  /** No value. */
  NOTHING(Ease.FLAT, "nothing"),
  /** A primitive, its box, or a constant of an enum. */
  PRIMITIVE(Ease.FLAT, "primitive"),
  /** An array of primitives. */
  ARRAY(Ease.FLAT, "primitive array"),
  /** Memory that native code can read where it lies. */
  BUFFER(Ease.FLAT, "buffer"),
  /** Text. */
  TEXT(Ease.FLAT, "text"),
  /** A record of values that cross as they are. */
  VALUE(Ease.FLAT, "flat record"),
  /** The object itself, whose state lies on the native side; a handle crosses. */
  STATE(Ease.FLAT, "handle to state on the native side"),
  /** A collection or an array of objects. */
  COLLECTION(Ease.SERIALIZED, "collection"),
  /** Objects that refer to others. */
  OBJECTS(Ease.SERIALIZED, "object graph"),
  /** Code that the native part would call. */
  CALLBACK(Ease.BOUND, "callback"),
  /** A stream, channel or socket of the JVM. */
  STREAM(Ease.BOUND, "I/O of the JVM"),
  /** An object of the JDK or of a library. */
  OPAQUE(Ease.BOUND, "library object"),
  /** A type that the source does not tell. */
  UNKNOWN(Ease.BOUND, "unknown type");

  private final Ease ease;
  private final String text;

  Kind(Ease ease, String text) {
    this.ease = ease;
    this.text = text;
  }

  /** How readily it crosses. */
  public Ease ease() {
    return ease;
  }

  /** A few words for people. */
  public String text() {
    return text;
  }

  /** The name in {@code report.json}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
