package pairs;

import java.util.ArrayDeque;
import java.util.LinkedList;
import java.util.Queue;

/** {@code linked-list}: a breadth-first walk over a tree of numbers. */
final class LinkedListQueue implements Pair {

  private static final int NODES = 5000;

  @Override
  public long before() {
    Queue<Integer> open = new LinkedList<>();
    open.add(1);
    long sum = 0;
    while (!open.isEmpty()) {
      int node = open.poll();
      sum = 31 * sum + node;
      for (int child = 2 * node; child <= 2 * node + 1 && child <= NODES; child++) {
        open.add(child);
      }
    }
    return sum;
  }

  @Override
  public long after() {
    Queue<Integer> open = new ArrayDeque<>();
    open.add(1);
    long sum = 0;
    while (!open.isEmpty()) {
      int node = open.poll();
      sum = 31 * sum + node;
      for (int child = 2 * node; child <= 2 * node + 1 && child <= NODES; child++) {
        open.add(child);
      }
    }
    return sum;
  }
}
