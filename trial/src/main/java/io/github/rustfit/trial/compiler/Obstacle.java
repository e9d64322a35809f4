package io.github.rustfit.trial.compiler;

/**
 * What keeps a method from being said in Rust line by line.
 *
 * @param kind what sort of thing
 * @param what it, as a few words
 * @param className binary name of the type whose source it stands in
 * @param line its line
 * @param method the method that it stands in, {@code Type.method}
 */
public record Obstacle(Kind kind, String what, String className, int line, String method) {

  /** Sorts, in the order of what they ask for. */
  public enum Kind {
    /** Text, which is UTF-16 in Java. */
    TEXT,
    /** A number in an object. */
    BOX,
    /** A list, map or set of the JDK. */
    COLLECTION,
    /** Objects that refer to others, or may be null. */
    OBJECTS,
    /** A static variable, or a static object. */
    STATIC,
    /** Which code runs is decided at run time. */
    DISPATCH,
    /** A lambda, a method reference or a stream. */
    LAMBDA,
    /** An exception that is caught, or looked at. */
    EXCEPTION,
    /** Locks, threads, atomics, volatile fields. */
    THREADS,
    /** Files, sockets, buffers of the JVM. */
    INPUT_OUTPUT,
    /** Another class of the JDK. */
    JDK,
    /** A class of a library. */
    LIBRARY,
    /** The compiler cannot tell what it is. */
    UNRESOLVED
  }
}
