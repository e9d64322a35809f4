package io.github.rustfit.engine.seam;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Strongly connected components of a graph, by S. R. Kosaraju's algorithm (A. V. Aho, J. E.
 * Hopcroft, J. D. Ullman, "Data Structures and Algorithms", 1983, section 6.7): without recursion,
 * as the graph may be any size.
 */
record Cycles(SortedMap<String, SortedSet<String>> edges) {

  /** Nodes in the largest component with a cycle; 0 when there is none. */
  int largest() {
    List<String> finished = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    edges.keySet().forEach(node -> walk(node, edges, seen, finished));
    Map<String, SortedSet<String>> reversed = new TreeMap<>();
    edges.forEach(
        (from, all) ->
            all.forEach(to -> reversed.computeIfAbsent(to, n -> new TreeSet<>()).add(from)));
    Collections.reverse(finished);
    Set<String> assigned = new HashSet<>();
    int largest = 0;
    for (String node : finished) {
      List<String> component = new ArrayList<>();
      walk(node, reversed, assigned, component);
      boolean cyclic = component.size() > 1 || neighbours(node, edges).contains(node);
      largest = cyclic ? Math.max(largest, component.size()) : largest;
    }
    return largest;
  }

  private static Set<String> neighbours(String node, Map<String, SortedSet<String>> graph) {
    return graph.getOrDefault(node, Collections.emptySortedSet());
  }

  /** Appends what is reached for the first time, each node after those reached from it. */
  private static void walk(
      String start, Map<String, SortedSet<String>> graph, Set<String> seen, List<String> order) {
    Deque<String> path = new ArrayDeque<>();
    Map<String, Deque<String>> left = new HashMap<>();
    if (seen.add(start)) {
      path.push(start);
    }
    while (!path.isEmpty()) {
      String node = path.getFirst();
      Deque<String> next = left.computeIfAbsent(node, n -> new ArrayDeque<>(neighbours(n, graph)));
      if (next.isEmpty()) {
        order.add(path.pop());
      } else if (seen.add(next.getFirst())) {
        path.push(next.pop());
      } else {
        next.pop();
      }
    }
  }
}
