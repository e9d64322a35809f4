package io.github.rustfit.readers.stacks;

import io.github.rustfit.readers.jvm.ClassNames;
import io.github.rustfit.rules.evidence.profile.Frame;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Frames out of one text each, e.g. {@code com/acme/Cache.get:12_[j]}. Understands what
 * async-profiler writes (frameName.cpp and FlameGraph.java of 4.5): packages with {@code /} or
 * {@code .} or left out, a signature, a line or bytecode index, and a mark {@code _[0]}, {@code
 * _[1]}, {@code _[j]} or {@code _[i]} behind Java frames and {@code _[k]} behind those of the
 * kernel. Equal texts yield the same instance. Not thread-safe.
 */
public final class FrameNames {

  /** Longer names are taken for native ones: no profiler of Java code writes them. */
  private static final int MAX_JAVA = 1_000;

  private static final int MAX_NATIVE = 500;

  /** The class file format has 16 bits for a line, and converters write -1 into them. */
  private static final int NO_LINE = 0xffff;

  private static final Pattern POSITION = Pattern.compile("([:@])(\\d{1,5})$");

  private static final String MARKS = "01jik";

  private record Key(String text, int line) {}

  private final Map<Key, Frame> frames = new HashMap<>();

  /**
   * The frame that a text stands for.
   *
   * @param line the source line; 0 or a number that no class file can hold if it is not known, or
   *     if the text may name it
   */
  public Frame frame(String text, long line) {
    int known = line > 0 && line < NO_LINE ? (int) line : 0;
    return frames.computeIfAbsent(new Key(text, known), key -> parse(key.text(), key.line()));
  }

  private static Frame parse(String text, int line) {
    char mark = mark(text);
    String name = unmarked(text);
    if (mark == 'k' || name.length() > MAX_JAVA) {
      return new Frame("", name.substring(0, Math.min(name.length(), MAX_NATIVE)), 0);
    }
    int found = line;
    Matcher position = POSITION.matcher(name);
    String bare = name;
    if (position.find()) {
      bare = name.substring(0, position.start());
      int number = Integer.parseInt(position.group(2));
      boolean isLine = position.group(1).equals(":") && number < NO_LINE;
      found = line == 0 && isLine ? number : line;
    }
    bare = withoutDescriptor(bare);
    int dot = bare.lastIndexOf('.');
    if (dot > 0 && Identifiers.method(bare.substring(dot + 1))) {
      String className = ClassNames.ofFrame(bare.substring(0, dot));
      boolean packaged = bare.indexOf('/') >= 0;
      if (Identifiers.type(className) && (mark != 0 || packaged || Identifiers.usual(className))) {
        return new Frame(className, bare.substring(dot + 1), found);
      }
    }
    return new Frame("", name.substring(0, Math.min(name.length(), MAX_NATIVE)), 0);
  }

  /**
   * Class and method alone: without arguments behind them, without the result in front, as
   * OpenTelemetry's eBPF profiler and Parca write it ({@code boolean com.acme.A.hot(int[], int)}),
   * and not as perf maps have it ({@code Lcom/acme/A;::hot}).
   */
  private static String withoutDescriptor(String text) {
    String name = text;
    int arguments = name.indexOf('(');
    if (arguments >= 0) {
      name = name.substring(0, arguments);
      int result = name.lastIndexOf(' ');
      // C++ has results as well, but no dots, and its arguments have no names of packages.
      if (result > 0 && name.indexOf("::") < 0 && name.indexOf('.', result) > 0) {
        name = name.substring(result + 1);
      }
    }
    int end = name.indexOf(';');
    if (end > 1 && name.charAt(0) == 'L' && end + 1 < name.length()) {
      String method = name.substring(end + 1);
      return name.substring(1, end)
          + "."
          + (method.startsWith("::") ? method.substring(2) : method);
    }
    return name;
  }

  /**
   * The class that a leaf names instead of a method, as async-profiler's profiles of allocations
   * and locks do: {@code byte[]_[i]}, {@code java.lang.String_[k]}, without the mark in dotted
   * output. Empty when it names none.
   */
  public static String type(String text) {
    char mark = mark(text);
    String name = unmarked(text);
    if (name.length() > MAX_JAVA || (mark != 0 && mark != 'i' && mark != 'k')) {
      return "";
    }
    int end = name.length();
    while (name.startsWith("[]", end - 2)) {
      end -= 2;
    }
    boolean array = end < name.length();
    String element = ClassNames.ofFrame(name.substring(0, end));
    boolean slashes = name.indexOf('/') >= 0 && !name.contains("/0x");
    boolean certain = array || mark == 'i' || element.indexOf('.') > 0;
    boolean named = array || Identifiers.capital(element.substring(element.lastIndexOf('.') + 1));
    return certain && named && !slashes && Identifiers.type(element)
        ? element + name.substring(end)
        : "";
  }

  /** Whether the leaf stands for an allocation outside of a TLAB, which no lock does. */
  static boolean outsideTlab(String text) {
    return mark(text) == 'k' && !type(text).isEmpty();
  }

  /** Whether a root is async-profiler's name of a thread, e.g. {@code [main tid=12]}. */
  public static boolean thread(String text) {
    return text.startsWith("[")
        && text.endsWith("]")
        && (text.contains(" tid=") || text.startsWith("[tid="));
  }

  /** The name in such a root, without the number; empty where there is none. */
  public static String threadName(String text) {
    int end = text.lastIndexOf(" tid=");
    return end <= 1 ? "" : text.substring(1, end);
  }

  /** Whether the text carries one of async-profiler's marks. */
  public static boolean marked(String text) {
    return mark(text) != 0;
  }

  private static char mark(String text) {
    int end = text.length();
    boolean marked =
        end > 4
            && text.charAt(end - 1) == ']'
            && text.startsWith("_[", end - 4)
            && MARKS.indexOf(text.charAt(end - 2)) >= 0;
    return marked ? text.charAt(end - 2) : 0;
  }

  private static String unmarked(String text) {
    return mark(text) == 0 ? text : text.substring(0, text.length() - 4);
  }
}
