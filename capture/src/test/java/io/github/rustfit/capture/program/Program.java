package io.github.rustfit.capture.program;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/** What is captured in tests. It says itself what it did, in a form that tests look for. */
public final class Program {

  static final class Inner {
    static int twice(int value) {
      return 2 * value;
    }
  }

  /** Steps through a table; what it finds in its object decides what a call gives. */
  static final class Counter {
    private final int[] table = {1, 10, 100};
    private long state = 5;
    private final String name = "abc";
    private final List<String> log = new ArrayList<>();
    private boolean even;

    int next(int by) {
      state += table[(int) (state % 3)] + by;
      table[0]++;
      even = state % 2 == 0;
      log.add(name);
      return (int) state + name.length();
    }
  }

  abstract static class Shape {
    abstract double area(double scale);

    double doubled(double scale) {
      return 2 * area(scale);
    }
  }

  static final class Square extends Shape implements ToLongFunction<String> {
    Square() {}

    @Override
    double area(double scale) {
      return scale * scale;
    }

    @Override
    public long applyAsLong(String text) {
      return text.length();
    }
  }

  private Program() {}

  /** Changes its argument, and what it gives is known from k alone. */
  static long sum(long[] values, int k) {
    long sum = k;
    for (int i = 0; i < values.length; i++) {
      sum += values[i];
      values[i] = -1;
    }
    return sum;
  }

  static int fibonacci(int n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  static int half(int value) {
    if (value % 2 != 0) {
      throw new IllegalStateException("odd");
    }
    return value / 2;
  }

  static String all(
      boolean z,
      byte b,
      char c,
      short s,
      int i,
      long j,
      float f,
      double d,
      String text,
      boolean[] zs,
      byte[] bs,
      char[] cs,
      short[] ss,
      int[] is,
      float[] fs,
      double[] ds,
      int[][] grid,
      int[] again,
      String nothing) {
    return text + c;
  }

  static boolean yes(byte b) {
    return b > 0;
  }

  static char unit(int i) {
    return (char) i;
  }

  static short[] shorts(String text) {
    return new short[] {(short) text.length(), -1};
  }

  static int listed(List<String> list, int[] values) {
    return list.size() + values.length;
  }

  static long over(int value) {
    return value;
  }

  static long over(long value) {
    return value;
  }

  static native int foreign(int value);

  static synchronized long locked(int value) {
    try {
      return 10 / value;
    } catch (ArithmeticException e) {
      return -1;
    } finally {
      Inner.twice(value);
    }
  }

  static long[] made(int seed, int length) {
    long[] values = new long[length];
    for (int i = 0; i < length; i++) {
      values[i] = seed * 31L + i;
    }
    return values;
  }

  /** Options: {@code busy}, {@code large}, {@code wait}. */
  public static void main(String[] options) throws Exception {
    switch (options[0]) {
      case "busy" -> busy();
      case "large" -> large();
      case "leaf" -> leaf();
      default -> await();
    }
  }

  private static void busy() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int first = t * 5000;
      Thread thread =
          new Thread(
              () -> {
                for (int k = first; k < first + 5000; k++) {
                  sum(made(k, k % 300), k);
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    fibonacci(15);
    for (int i = 0; i < 1000; i++) {
      try {
        half(i);
      } catch (IllegalStateException e) {
        // every second one
      }
    }
    int[] same = {1, 2};
    all(
        true,
        (byte) -3,
        '\u20ac',
        (short) -4,
        5,
        6L << 40,
        -0.0f,
        Double.NaN,
        "a\ud800b",
        new boolean[] {true, false},
        new byte[] {-1},
        new char[] {'x', '\uffff'},
        new short[] {-7},
        same,
        new float[] {1.5f},
        new double[] {-2.5},
        new int[][] {{1}, null, {2, 3}},
        same,
        null);
    yes((byte) 1);
    unit(0x20ac);
    shorts("four");
    listed(Arrays.asList("a", "b"), new int[] {1, 2, 3});
    over(1);
    over(2L);
    locked(0);
    locked(5);
    Counter counter = new Counter();
    counter.next(1);
    counter.next(2);
    Square square = new Square();
    square.doubled(3);
    ToLongFunction<String> function = square;
    if (function.applyAsLong("seven") != 5) {
      throw new IllegalStateException();
    }
    try {
      sum(null, 1);
    } catch (NullPointerException e) {
      // as the test knows
    }
    URL classes = Program.class.getProtectionDomain().getCodeSource().getLocation();
    for (int i = 0; i < 2; i++) {
      // Its only parent is the JVM itself.
      try (URLClassLoader other = new URLClassLoader(new URL[] {classes}, null)) {
        Class<?> twin = other.loadClass("io.github.rustfit.capture.program.Twin");
        twin.getMethod("call").invoke(null);
      }
    }
    System.out.println("done");
  }

  private static void large() {
    for (int k = 0; k < 300; k++) {
      sum(made(k, 20_000), k);
      sum(made(k, 4), k);
    }
    sum(made(1, 2_000_000), 1);
    System.out.println("done");
  }

  private static void leaf() {
    long sum = 0;
    for (int i = 0; i < 20_000_000; i++) {
      sum += over(i);
    }
    System.out.println(sum);
  }

  private static void await() throws Exception {
    System.out.println("ready");
    int calls = 0;
    while (System.in.read() == '\n') {
      for (int k = 0; k < 100; k++) {
        sum(made(k, k % 10), k);
      }
      calls += 100;
      System.out.println(calls);
    }
  }
}
