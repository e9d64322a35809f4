package io.github.rustfit.capture.agent;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What captured methods call. In the program it is {@code java.lang.RustfitProbe}, see {@link
 * ProbeClass}: every class of every loader finds classes of that package, and it alone of the agent
 * has to be found. So it uses nothing but the JDK, and small methods are small to be compiled into
 * their callers.
 *
 * <p>Counters are in stripes by thread, so that threads seldom share one; adding is atomic, so no
 * call is lost where they do.
 */
public final class Probe {

  /** Most methods that are captured at once. */
  public static final int MOST = 1024;

  /** Counters of a stripe: the calls of each class of sizes, then these. */
  public static final int IN = 64;

  /** Bytes of results. */
  public static final int OUT = 65;

  /** Calls that threw. */
  public static final int THROWN = 66;

  /** From one stripe to the next; more than a line of a processor's cache. */
  public static final int STRIDE = 80;

  /** What tells a chosen call of its arguments. */
  public static final Integer ARGUMENTS = 0;

  /** What tells a chosen call of its result. */
  public static final Integer RESULT = 1;

  /** What tells a chosen call of its exception. */
  public static final Integer EXCEPTION = 2;

  /** The counters of each method; null for one that is not counted any more. */
  public static final @Nullable AtomicLongArray[] COUNTS = new AtomicLongArray[MOST];

  /** By method and class of sizes: calls whose key is below this, unsigned, are chosen. */
  public static final long[][] LIMITS = new long[MOST][];

  /** Number of stripes less one; the number is a power of two. */
  public static final int MASK =
      Integer.highestOneBit(
                  Math.min(32, Math.max(1, Runtime.getRuntime().availableProcessors())) * 2 - 1)
              * 2
          - 1;

  /**
   * Asked of a call that its key has chosen: method, class of sizes, key, bytes of arguments. Gives
   * what is told of the call, or null.
   */
  public static volatile @Nullable Function<long[], BiConsumer<Integer, Object>> chooser;

  private Probe() {}

  /**
   * A call begins.
   *
   * @param id the method
   * @param elements of its arrays and strings
   * @param bytes of the same
   * @return for {@link #arguments} and {@link #left}; null for most calls
   */
  public static @Nullable Object enter(int id, long elements, long bytes) {
    AtomicLongArray counts = COUNTS[id];
    if (counts == null) {
      return null;
    }
    int size = 64 - Long.numberOfLeadingZeros(elements);
    int stripe = (System.identityHashCode(Thread.currentThread()) & MASK) * STRIDE;
    long key = counts.getAndIncrement(stripe + size) + ((long) (stripe + size) << 44);
    if (bytes != 0) {
      counts.getAndAdd(stripe + IN, bytes);
    }
    // A mixer, so that what repeats in the order of calls does not repeat in the choice.
    key *= 0x9e3779b97f4a7c15L;
    key = (key ^ (key >>> 32)) * 0xd6e8feb86659fd93L;
    key ^= key >>> 32;
    return Long.compareUnsigned(key, LIMITS[id][size]) < 0 ? chosen(id, size, key, bytes) : null;
  }

  private static @Nullable Object chosen(int id, int size, long key, long bytes) {
    try {
      Function<long[], BiConsumer<Integer, Object>> ask = chooser;
      return ask == null ? null : ask.apply(new long[] {id, size, key, bytes});
    } catch (Throwable e) {
      return null;
    }
  }

  /** The arguments of a chosen call. */
  public static void arguments(Object call, Object[] arguments) {
    tell(call, ARGUMENTS, arguments);
  }

  /** A call ends without a result. */
  public static void left(@Nullable Object call) {
    if (call != null) {
      tell(call, RESULT, null);
    }
  }

  /** A call ends. */
  public static void left(int value, @Nullable Object call) {
    if (call != null) {
      tell(call, RESULT, value);
    }
  }

  /** A call ends. */
  public static void left(long value, @Nullable Object call) {
    if (call != null) {
      tell(call, RESULT, value);
    }
  }

  /** A call ends. */
  public static void left(float value, @Nullable Object call) {
    if (call != null) {
      tell(call, RESULT, value);
    }
  }

  /** A call ends. */
  public static void left(double value, @Nullable Object call) {
    if (call != null) {
      tell(call, RESULT, value);
    }
  }

  /** A call ends with an array or string. */
  public static void left(@Nullable Object value, @Nullable Object call, int id) {
    add(id, OUT, size(value, true));
    if (call != null) {
      tell(call, RESULT, value);
    }
  }

  /** A call ends by an exception. */
  public static void threw(Throwable exception, @Nullable Object call, int id) {
    add(id, THROWN, 1);
    if (call != null) {
      tell(call, EXCEPTION, exception);
    }
  }

  private static void add(int id, int counter, long more) {
    AtomicLongArray counts = COUNTS[id];
    if (counts != null) {
      int stripe = (System.identityHashCode(Thread.currentThread()) & MASK) * STRIDE;
      counts.getAndAdd(stripe + counter, more);
    }
  }

  @SuppressWarnings("unchecked")
  private static void tell(Object call, Integer what, @Nullable Object value) {
    try {
      ((BiConsumer<Integer, @Nullable Object>) call).accept(what, value);
    } catch (Throwable e) {
      // The program comes first; whoever chose the call misses what it was not told.
    }
  }

  /** Elements of an array of arrays, or of anything. */
  public static long length(@Nullable Object value) {
    return size(value, false);
  }

  /** Their bytes. */
  public static long bytes(@Nullable Object value) {
    return size(value, true);
  }

  private static long size(@Nullable Object value, boolean bytes) {
    if (value instanceof Object[]) {
      long sum = 0;
      for (Object part : (Object[]) value) {
        sum += size(part, bytes);
      }
      return sum;
    }
    if (value instanceof byte[]) {
      return ((byte[]) value).length;
    }
    if (value instanceof boolean[]) {
      return ((boolean[]) value).length;
    }
    if (value instanceof String) {
      return (long) ((String) value).length() << (bytes ? 1 : 0);
    }
    if (value instanceof char[]) {
      return (long) ((char[]) value).length << (bytes ? 1 : 0);
    }
    if (value instanceof short[]) {
      return (long) ((short[]) value).length << (bytes ? 1 : 0);
    }
    if (value instanceof int[]) {
      return (long) ((int[]) value).length << (bytes ? 2 : 0);
    }
    if (value instanceof float[]) {
      return (long) ((float[]) value).length << (bytes ? 2 : 0);
    }
    if (value instanceof long[]) {
      return (long) ((long[]) value).length << (bytes ? 3 : 0);
    }
    if (value instanceof double[]) {
      return (long) ((double[]) value).length << (bytes ? 3 : 0);
    }
    return 0;
  }

  /** Elements. */
  public static long length(boolean @Nullable [] value) {
    return value == null ? 0 : value.length;
  }

  /** Bytes. */
  public static long bytes(boolean @Nullable [] value) {
    return value == null ? 0 : value.length;
  }

  /** Elements. */
  public static long length(byte @Nullable [] value) {
    return value == null ? 0 : value.length;
  }

  /** Bytes. */
  public static long bytes(byte @Nullable [] value) {
    return value == null ? 0 : value.length;
  }

  /** Elements. */
  public static long length(char @Nullable [] value) {
    return value == null ? 0 : value.length;
  }

  /** Bytes. */
  public static long bytes(char @Nullable [] value) {
    return value == null ? 0 : (long) value.length << 1;
  }

  /** Elements. */
  public static long length(short @Nullable [] value) {
    return value == null ? 0 : value.length;
  }

  /** Bytes. */
  public static long bytes(short @Nullable [] value) {
    return value == null ? 0 : (long) value.length << 1;
  }

  /** Elements. */
  public static long length(int @Nullable [] value) {
    return value == null ? 0 : value.length;
  }

  /** Bytes. */
  public static long bytes(int @Nullable [] value) {
    return value == null ? 0 : (long) value.length << 2;
  }

  /** Elements. */
  public static long length(float @Nullable [] value) {
    return value == null ? 0 : value.length;
  }

  /** Bytes. */
  public static long bytes(float @Nullable [] value) {
    return value == null ? 0 : (long) value.length << 2;
  }

  /** Elements. */
  public static long length(long @Nullable [] value) {
    return value == null ? 0 : value.length;
  }

  /** Bytes. */
  public static long bytes(long @Nullable [] value) {
    return value == null ? 0 : (long) value.length << 3;
  }

  /** Elements. */
  public static long length(double @Nullable [] value) {
    return value == null ? 0 : value.length;
  }

  /** Bytes. */
  public static long bytes(double @Nullable [] value) {
    return value == null ? 0 : (long) value.length << 3;
  }

  /** Elements. */
  public static long length(@Nullable String value) {
    return value == null ? 0 : value.length();
  }

  /** Bytes. */
  public static long bytes(@Nullable String value) {
    return value == null ? 0 : (long) value.length() << 1;
  }
}
