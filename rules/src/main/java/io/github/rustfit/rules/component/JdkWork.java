package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.Frame;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What classes of the JDK do, by name. */
final class JdkWork {

  private static final List<String> TEXT =
      List.of(
          "java.lang.AbstractStringBuilder",
          "java.lang.Character",
          "java.lang.CharSequence",
          "java.lang.String",
          "java.io.BufferedReader",
          "java.io.InputStreamReader",
          "java.io.Print",
          "java.io.StringReader",
          "java.io.StringWriter",
          "java.math.",
          "java.nio.charset.",
          "java.text.",
          "java.time.",
          "java.util.Formatter",
          "java.util.Scanner",
          "java.util.StringJoiner",
          "java.util.StringTokenizer",
          "java.util.UUID",
          "java.util.regex.",
          "jdk.internal.math.",
          "sun.nio.cs.");

  /**
   * Classes whose work HotSpot does by stubs or by special instructions, or that are native code.
   */
  private static final List<String> INTRINSICS =
      List.of(
          "com.sun.crypto.provider.",
          "java.lang.Math",
          "java.lang.StrictMath",
          "java.security.",
          "java.util.Base64",
          "java.util.zip.",
          "javax.crypto.",
          "jdk.internal.util.ArraysSupport",
          "sun.security.");

  /** Of {@code java.util.Arrays}, what compares or fills whole ranges by vector instructions. */
  private static final Set<String> OF_ARRAYS =
      Set.of("compare", "compareUnsigned", "copyOf", "copyOfRange", "equals", "fill", "mismatch");

  private static final Set<String> BOXES =
      Set.of("Boolean", "Byte", "Double", "Float", "Integer", "Long", "Number", "Short");

  /** Methods of boxes that read or write text. */
  private static final Set<String> OF_TEXT =
      Set.of(
          "decode",
          "formatUnsignedInt",
          "getChars",
          "parse",
          "parseDouble",
          "parseFloat",
          "parseInt",
          "parseLong",
          "parseShort",
          "parseByte",
          "parseUnsignedInt",
          "parseUnsignedLong",
          "stringSize",
          "toBinaryString",
          "toHexString",
          "toOctalString",
          "toString",
          "toUnsignedString");

  private static final Set<String> COMPARE =
      Set.of(
          "java.util.Arrays",
          "java.util.Collections",
          "java.util.ComparableTimSort",
          "java.util.PriorityQueue",
          "java.util.TimSort",
          "java.util.TreeMap",
          "java.util.concurrent.ConcurrentSkipListMap",
          "java.util.concurrent.PriorityBlockingQueue");

  private JdkWork() {}

  /** What a frame does; empty where its name does not say. */
  static Optional<Work> of(Frame frame) {
    String name = frame.className();
    if (TEXT.stream().anyMatch(name::startsWith)) {
      return Optional.of(Work.TEXT);
    }
    if (name.equals("java.util.Arrays")) {
      return Optional.of(ofArrays(frame.method()));
    }
    if (INTRINSICS.stream().anyMatch(name::startsWith) || arraycopy(frame)) {
      return Optional.of(Work.INTRINSICS);
    }
    if (name.equals("java.util.DualPivotQuicksort")) {
      return Optional.of(Work.PRIMITIVES);
    }
    if (box(name)) {
      return Optional.of(OF_TEXT.contains(frame.method()) ? Work.TEXT : Work.COLLECTIONS);
    }
    return name.startsWith("java.util.") && !name.startsWith("java.util.function.")
        ? Optional.of(Work.COLLECTIONS)
        : Optional.empty();
  }

  private static boolean arraycopy(Frame frame) {
    return frame.className().equals("java.lang.System") && frame.method().equals("arraycopy");
  }

  private static Work ofArrays(String method) {
    return OF_ARRAYS.contains(method) ? Work.INTRINSICS : Work.COLLECTIONS;
  }

  private static boolean box(String className) {
    String prefix = "java.lang.";
    if (!className.startsWith(prefix)) {
      return false;
    }
    int nested = className.indexOf('$');
    String simple = className.substring(prefix.length(), nested < 0 ? className.length() : nested);
    return BOXES.contains(simple);
  }

  /** Whether it asks the elements of a collection how they compare, are equal or hash. */
  static boolean asks(Frame frame) {
    String name = frame.className();
    int nested = name.indexOf('$');
    String outer = nested < 0 ? name : name.substring(0, nested);
    return outer.equals("java.util.Comparator")
        || outer.equals("java.util.Objects")
        || COMPARE.contains(outer)
        || (outer.startsWith("java.util.") && outer.endsWith("Map"))
        || (outer.startsWith("java.util.") && outer.endsWith("Set"));
  }
}
