package io.github.rustfit.engine.seam;

import java.util.Locale;

/**
 * Something in a method, or in what it takes along, that Rust cannot say line by line.
 *
 * @param kind what sort of thing
 * @param what it, as a few words
 * @param file its file, relative to the project's root; empty when unknown
 * @param line its line; 0 when unknown
 * @param method the method that it stands in, {@code Type.method}
 */
public record Blocker(Kind kind, String what, String file, int line, String method) {

  /** What a port has to do about it. */
  public enum Asks {
    /** Said in types of its own, and brought across as bytes. */
    BYTES("bring it across as bytes"),
    /** State would have to move to the native side. */
    STATE("move its state"),
    /** Written anew, or left in Java. */
    REWRITE("write it anew, or leave it in Java");

    private final String text;

    Asks(String text) {
      this.text = text;
    }

    /** A predicate for people. */
    public String text() {
      return text;
    }
  }

  /** Sorts, in the order of what they ask for. */
  public enum Kind {
    /** Text, which is UTF-16 in Java. */
    TEXT(Asks.BYTES, "text"),
    /** A number in an object. */
    BOX(Asks.BYTES, "boxed numbers"),
    /** A list, map or set of the JDK. */
    COLLECTION(Asks.BYTES, "collections"),
    /** Objects that refer to others, or may be null. */
    OBJECTS(Asks.STATE, "objects that refer to others"),
    /** A static variable, or a static object. */
    STATIC(Asks.STATE, "static variables"),
    /** Which code runs is decided at run time. */
    DISPATCH(Asks.REWRITE, "calls decided at run time"),
    /** A lambda, a method reference or a stream. */
    LAMBDA(Asks.REWRITE, "lambdas and streams"),
    /** An exception that is caught, or looked at. */
    EXCEPTION(Asks.REWRITE, "caught exceptions"),
    /** Locks, threads, atomics, volatile fields. */
    THREADS(Asks.REWRITE, "locks and threads"),
    /** Files, sockets, buffers of the JVM. */
    INPUT_OUTPUT(Asks.REWRITE, "input and output"),
    /** Another class of the JDK. */
    JDK(Asks.REWRITE, "classes of the JDK"),
    /** A class of a library. */
    LIBRARY(Asks.REWRITE, "classes of libraries"),
    /** The compiler cannot tell what it is. */
    UNRESOLVED(Asks.REWRITE, "names that the compiler cannot resolve");

    private final Asks asks;
    private final String text;

    Kind(Asks asks, String text) {
      this.asks = asks;
      this.text = text;
    }

    /** What a port has to do about it. */
    public Asks asks() {
      return asks;
    }

    /** A plural for people. */
    public String text() {
      return text;
    }

    /** The name in {@code report.json}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** {@code Cache.java:31}; empty when unknown. */
  public String place() {
    return file.isEmpty() ? "" : file.substring(file.lastIndexOf('/') + 1) + ":" + line;
  }
}
