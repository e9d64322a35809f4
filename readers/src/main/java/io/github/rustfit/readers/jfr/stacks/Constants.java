package io.github.rustfit.readers.jfr.stacks;

import io.github.rustfit.readers.jfr.format.ConstantIndex;
import io.github.rustfit.readers.jfr.format.Pool;
import io.github.rustfit.readers.jvm.ClassNames;
import io.github.rustfit.rules.evidence.profile.Frame;
import java.util.Objects;
import one.jfr.Dictionary;
import one.jfr.DictionaryInt;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one chunk refer to by number, turned into the evidence's terms on demand, each
 * class and method once.
 */
public final class Constants {

  private static final Method UNKNOWN = new Method("", "unknown");

  /** Names of a method as recorded; the class is empty where there is none. */
  private record Method(String className, String name) {}

  private final ConstantIndex index;
  private final Known known;
  private final Pool strings;
  private final Pool symbols;
  private final Pool classes;
  private final Pool methods;
  private final Pool threads;
  private final Pool oldObjects;
  private final int symbolText;
  private final int className;
  private final int methodClass;
  private final int methodName;
  private final Dictionary<Method> decodedMethods = new Dictionary<>();
  private final Dictionary<String> classNames = new Dictionary<>();
  private final DictionaryInt types = new DictionaryInt();

  /** Turns the constants of one chunk into numbers that all chunks share. */
  public Constants(ConstantIndex index, Known known) {
    this.index = index;
    this.known = known;
    strings = index.pool(ConstantIndex.TEXT);
    symbols = index.pool(ConstantIndex.SYMBOL);
    classes = index.pool(ConstantIndex.CLASS);
    methods = index.pool(ConstantIndex.METHOD);
    threads = index.pool(ConstantIndex.THREAD);
    oldObjects = index.pool(ConstantIndex.OLD_OBJECT);
    symbolText = symbols.member("string");
    className = classes.member("name");
    methodClass = methods.member("type");
    methodName = methods.member("name");
  }

  /** A text stored once, or null. */
  public @Nullable String text(long id) {
    // A text that refers to another one could refer to itself: no writer does that.
    return strings.text(strings.place(id), 0, nested -> null);
  }

  /** The Java or native name of a thread; empty when unknown. */
  public String thread(long id) {
    int place = threads.place(id);
    String name = threads.text(place, threads.member("javaName"), this::text);
    if (name == null) {
      name = threads.text(place, threads.member("osName"), this::text);
    }
    return Objects.requireNonNullElse(name, "");
  }

  /** Whether this is the number of a virtual thread. */
  public boolean virtualThread(long id) {
    return index.virtualThread(id);
  }

  /** The name of an enumerated value, e.g. of {@code jdk.types.GCCause}; empty when unknown. */
  public String name(String type, long id) {
    Pool pool = index.pool(type);
    return Objects.requireNonNullElse(pool.text(pool.place(id), 0, this::text), "");
  }

  /** Number of the class of an object that was kept; not among the classes when unknown. */
  public long classOfOldObject(long id) {
    return oldObjects.number(oldObjects.place(id), oldObjects.member("type"));
  }

  /** Class, name and descriptor of a method, e.g. {@code com.acme.Cache.get(I)J}. */
  public String method(long id) {
    int place = methods.place(id);
    if (place == 0) {
      return UNKNOWN.name();
    }
    Method method = decodeMethod(id);
    String descriptor = symbol(methods.number(place, methods.member("descriptor")));
    return method.className() + "." + method.name() + descriptor;
  }

  /** Position in the chunk of a class, or 0 when it is not among the constants. */
  public int classPlace(long id) {
    return classes.place(id);
  }

  /** The number of the allocated type whose class is at this position. */
  public int type(int classPlace) {
    int number = types.get(classPlace + 1L, -1);
    return number < 0 ? decodeType(classPlace) : number;
  }

  private int decodeType(int classPlace) {
    int number = known.type(ClassNames.ofType(symbol(classes.number(classPlace, className))));
    types.put(classPlace + 1L, number);
    return number;
  }

  /** A frame's number; {@code line} is 0 when there is none. */
  int frame(long methodId, int line, boolean nativeCode) {
    Method method = decodedMethods.get(methodId);
    if (method == null) {
      method = decodeMethod(methodId);
      decodedMethods.put(methodId, method);
    }
    String owner = nativeCode ? "" : method.className();
    return known.frame(new Frame(owner, method.name(), owner.isEmpty() ? 0 : line));
  }

  private Method decodeMethod(long id) {
    int place = methods.place(id);
    if (place == 0) {
      return UNKNOWN;
    }
    long owner = methods.number(place, methodClass);
    return new Method(className(owner), symbol(methods.number(place, methodName)));
  }

  private String className(long id) {
    String name = classNames.get(id);
    if (name == null) {
      name = ClassNames.ofFrame(symbol(classes.number(classes.place(id), className)));
      classNames.put(id, name);
    }
    return name;
  }

  private String symbol(long id) {
    String text = symbols.text(symbols.place(id), symbolText, this::text);
    return Objects.requireNonNullElse(text, "");
  }
}
