package io.github.rustfit.benchmarks.fleet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The methods of one service, whose callees are chosen with Zipf weights, and the ways through them
 * that are taken: a few often, most hardly ever, as Zipf has it again.
 */
final class CallGraph {

  /** A method; {@code part} is its top-level own package, empty for what is not own code. */
  record Method(String type, String name, String part) {}

  private static final String[] PARTS = {"api", "order", "price", "store"};
  private static final String[] FOREIGN = {
    "java.util.HashMap", "java.lang.String", "org.springframework.web.Dispatcher", "io.netty.Loop"
  };

  /** Different stacks of a service. */
  private static final int WAYS = 5000;

  private final List<int[]> ways = new ArrayList<>();
  private final double[] upTo = new double[WAYS];
  private final List<Method> methods = new ArrayList<>();
  private final int[][] callees;

  CallGraph(String service, long seed) {
    for (String part : PARTS) {
      for (int i = 0; i < 60; i++) {
        String type = "com.acme." + service + "." + part + ".C" + i / 6;
        methods.add(new Method(type, "m" + i % 6, part));
      }
    }
    for (int i = 0; i < 160; i++) {
      methods.add(new Method(FOREIGN[i % 4] + i / 16, "f" + i % 16, ""));
    }
    Random random = new Random(seed);
    callees = new int[methods.size()][8];
    for (int[] of : callees) {
      for (int i = 0; i < of.length; i++) {
        of[i] = random.nextInt(methods.size());
      }
    }
    double sum = 0;
    for (int i = 0; i < WAYS; i++) {
      ways.add(walk(random));
      sum += 1.0 / (i + 1);
      upTo[i] = sum;
    }
  }

  List<Method> methods() {
    return methods;
  }

  /** A stack of 20 to 60 frames, the method that ran first. */
  int[] stack(Random random) {
    int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[WAYS - 1]);
    return ways.get(at < 0 ? -at - 1 : at);
  }

  private int[] walk(Random random) {
    int[] stack = new int[20 + random.nextInt(41)];
    int at = random.nextInt(4) * 60;
    for (int i = stack.length - 1; i >= 0; i--) {
      stack[i] = at;
      // The k-th callee is called with a weight of about 1/k.
      int callee = (int) Math.floor(Math.pow(9, random.nextDouble())) - 1;
      at = callees[at][Math.min(callee, 7)];
    }
    return stack;
  }

  /** The own package nearest to what ran. */
  String part(int[] stack) {
    for (int method : stack) {
      if (!methods.get(method).part().isEmpty()) {
        return methods.get(method).part();
      }
    }
    return "";
  }
}
