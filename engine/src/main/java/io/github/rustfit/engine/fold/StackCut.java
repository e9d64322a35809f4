package io.github.rustfit.engine.fold;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts the stacks of few samples. A stack stays whole if it holds its share of the samples of its
 * kind. The others keep as many frames from the leaf on as they have in common with others that
 * together hold that share, so that it is still known what ran and who called it, and {@link
 * Frame#CUT} stands in the place of the callers that are not known any more. These are the heavy
 * hitters of a hierarchy (Cormode, Korn, Muthukrishnan, Srivastava, "Finding Hierarchical Heavy
 * Hitters in Data Streams", VLDB 2003), of all samples and not of a stream, hence without error: at
 * most one over the share is kept of each kind.
 */
final class StackCut {

  private static final double MILLION = 1e6;

  /** Some first stacks that have their first frames in common. */
  private static final class Node {

    private final int depth;
    private final int from;
    private long weight;

    Node(int depth, int from) {
      this.depth = depth;
      this.from = from;
    }
  }

  private final Map<SampleKey, Weight> samples;
  private final Map<SampleKey, SampleKey> shorter = new HashMap<>();
  private final Map<SampleKind, Long> least = new EnumMap<>(SampleKind.class);
  private final Map<SampleKind, Boolean> counted = new EnumMap<>(SampleKind.class);

  private StackCut(Map<SampleKey, Weight> samples) {
    this.samples = samples;
  }

  /**
   * What the keys of these samples become that do not stay what they are.
   *
   * @param share see {@link FoldRule#share}
   */
  static Map<SampleKey, SampleKey> of(Map<SampleKey, Weight> samples, long share) {
    StackCut cut = new StackCut(samples);
    if (share > 0) {
      cut.measure(share);
      cut.go();
    }
    return cut.shorter;
  }

  private void measure(long share) {
    Map<SampleKind, Weight> totals = new EnumMap<>(SampleKind.class);
    samples.forEach((key, weight) -> totals.merge(key.kind(), weight, Weight::merge));
    totals.forEach(
        (kind, total) -> {
          boolean bySamples = total.amount() == 0;
          long all = bySamples ? total.samples() : total.amount();
          counted.put(kind, bySamples);
          least.put(kind, Math.max(1, (long) Math.ceil(all / MILLION * share)));
        });
  }

  private long weight(SampleKey key) {
    Weight weight = samples.getOrDefault(key, Weight.ZERO);
    return counted.getOrDefault(key.kind(), false) ? weight.samples() : weight.amount();
  }

  private void go() {
    List<SampleKey> sorted = new ArrayList<>(samples.keySet());
    Collections.sort(sorted);
    int from = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || !alike(sorted.get(i), sorted.get(from))) {
        new Group(sorted.subList(from, i)).cut();
        from = i;
      }
    }
  }

  private static boolean alike(SampleKey one, SampleKey other) {
    return one.kind() == other.kind() && one.type().equals(other.type());
  }

  /** Samples of one kind and type, in the order of their stacks, leaf first. */
  private final class Group {

    private final List<SampleKey> keys;
    private final boolean[] done;
    private final long enough;
    private final Deque<Node> path = new ArrayDeque<>();

    Group(List<SampleKey> keys) {
      this.keys = keys;
      this.done = new boolean[keys.size()];
      this.enough = least.getOrDefault(keys.get(0).kind(), 1L);
    }

    void cut() {
      Node root = new Node(0, 0);
      path.push(root);
      for (int i = 0; i < keys.size(); i++) {
        int common = i == 0 ? 0 : common(keys.get(i - 1).stack(), keys.get(i).stack());
        closeTo(common, i);
        int depth = keys.get(i).stack().size();
        if (path.element().depth < depth) {
          path.push(new Node(depth, i));
        }
        long weight = weight(keys.get(i));
        if (weight >= enough) {
          done[i] = true;
        } else {
          path.element().weight += weight;
        }
      }
      closeTo(0, keys.size());
      end(root);
    }

    /** Ends what has more frames in common than the next stack has with it. */
    private void closeTo(int depth, int next) {
      while (path.element().depth > depth) {
        Node node = path.pop();
        if (path.element().depth < depth) {
          path.push(new Node(depth, node.from));
        }
        if (node.weight >= enough) {
          cut(node, next);
        } else {
          path.element().weight += node.weight;
        }
      }
    }

    private void cut(Node node, int next) {
      for (int i = node.from; i < next; i++) {
        SampleKey key = keys.get(i);
        if (!done[i] && key.stack().size() > node.depth) {
          becomes(key, first(key.stack(), node.depth), key.type());
        }
        done[i] = true;
      }
    }

    /**
     * What is left is too little to tell anything but its kind, and its type if that has enough.
     */
    private void end(Node root) {
      for (int i = 0; i < keys.size(); i++) {
        if (!done[i]) {
          SampleKey key = keys.get(i);
          List<Frame> rest = key.stack().isEmpty() ? List.of() : List.of(Frame.CUT);
          becomes(key, rest, root.weight >= enough ? key.type() : "");
        }
      }
    }

    private void becomes(SampleKey key, List<Frame> stack, String type) {
      SampleKey other = new SampleKey(key.kind(), stack, type);
      if (!other.equals(key)) {
        shorter.put(key, other);
      }
    }
  }

  private static List<Frame> first(List<Frame> stack, int depth) {
    List<Frame> kept = new ArrayList<>(stack.subList(0, depth));
    kept.add(Frame.CUT);
    return kept;
  }

  private static int common(List<Frame> one, List<Frame> other) {
    int most = Math.min(one.size(), other.size());
    int i = 0;
    while (i < most && one.get(i).equals(other.get(i))) {
      i++;
    }
    return i;
  }
}
