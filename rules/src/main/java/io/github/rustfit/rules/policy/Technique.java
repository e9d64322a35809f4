package io.github.rustfit.rules.policy;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How Java and the replaced code would call each other. Costs of one crossing are nanoseconds,
 * pessimistic first, with the bytes that it copies counted apart.
 */
public enum Technique {
  /** Nothing crosses: the whole process is replaced. */
  NONE("none", "no boundary", nanos(0, 0, 0), nanos(0, 0, 0), nanos(0, 0, 0), "nothing crosses"),
  /** The Foreign Function and Memory API, JDK 22 and newer. */
  FFM(
      "ffm",
      "Foreign Function and Memory API",
      nanos(19, 11, 3.3),
      nanos(324, 84, 21),
      nanos(1900, 581, 371),
      "measured by this project on Temurin 25 (a call 3.3–19 ns, a string in 67–130 ns);"
          + " P. Minborg 2023 (strings 21–43 ns); uniffi-bindgen-java's benchmark on JDK 25 (a string"
          + " 324, record 371, list 581, nested data 1,900 ns)"),
  /** The Java Native Interface. */
  JNI(
      "jni",
      "Java Native Interface",
      nanos(22, 12, 8),
      nanos(360, 130, 86),
      nanos(5760, 1440, 371),
      "measured by this project on Temurin 25 (a call 11.3–22 ns); a string read 86–190 ns;"
          + " Co-Epi, pull request 119: a string returned costs 30 calls, an object passed 4 and"
          + " one returned 16 times that"),
  /** Java Native Access. */
  JNA(
      "jna",
      "Java Native Access",
      nanos(1800, 1800, 79),
      nanos(15_000, 11_000, 11_000),
      nanos(15_000, 15_000, 11_000),
      "measured by this project on Temurin 25 (a call, direct mapping, 79 ns);"
          + " uniffi-bindgen-java's benchmark: a call 1.8 µs, with strings or records 11–15 µs"),
  /** WebAssembly inside the JVM or beside it. */
  WEBASSEMBLY(
      "wasm",
      "WebAssembly",
      nanos(5760, 100, 11),
      nanos(5760, 360, 86),
      nanos(15_000, 1900, 371),
      "no figure for one call was published: those of JNI, FFM and JNA stand in. What runs takes"
          + " 1.3 times (GraalWasm) to 9 times as long (Chicory, compiled) as Wasmtime through FFM,"
          + " and 248 times if interpreted"),
  /** Another process: a service, a sidecar, a command. */
  PROCESS(
      "process",
      "another process",
      nanos(100_000, 50_000, 10_000),
      nanos(100_000, 50_000, 10_000),
      nanos(200_000, 50_000, 10_000),
      "project assumption: a request and its answer over a local socket, serialized on both"
          + " sides");

  private static final ThreePoint SLOWER = new ThreePoint(10, 3, 1.3);

  private final String id;
  private final String title;
  private final ThreePoint numbers;
  private final ThreePoint text;
  private final ThreePoint objects;
  private final String source;

  Technique(
      String id,
      String title,
      ThreePoint numbers,
      ThreePoint text,
      ThreePoint objects,
      String source) {
    this.id = id;
    this.title = title;
    this.numbers = numbers;
    this.text = text;
    this.objects = objects;
    this.source = source;
  }

  private static ThreePoint nanos(double pessimistic, double central, double optimistic) {
    return new ThreePoint(pessimistic, central, optimistic);
  }

  /** The name in the policy and in {@code report.json}. */
  public String id() {
    return id;
  }

  /** A few words for people. */
  public String title() {
    return title;
  }

  /** CPU time of a call and of its return, nanoseconds. */
  public ThreePoint nanosPerCrossing(Payload payload) {
    return switch (payload) {
      case NUMBERS -> numbers;
      case TEXT -> text;
      case OBJECTS -> objects;
    };
  }

  /** How many times as long the replaced code takes as native code does; 1 but for WebAssembly. */
  public ThreePoint runtimeFactor() {
    return this == WEBASSEMBLY ? SLOWER : ThreePoint.exactly(1);
  }

  /** Where the figures come from. */
  public String source() {
    return source;
  }

  /** The technique with that {@link #id()}. */
  public static Optional<Technique> byId(String id) {
    return Stream.of(values()).filter(one -> one.id.equals(id)).findFirst();
  }
}
