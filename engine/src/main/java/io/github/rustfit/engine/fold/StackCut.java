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
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Cuts the stacks of few samples. A stack stays whole if it holds its share of the samples of its
 * kind. The others keep as many frames from the leaf on as they have in common with others that
 * together hold that share, so that it is still known what ran and who called it, and {@link
 * Frame#FOLDED} stands in the place of the callers that are not known any more. These are the heavy
 * hitters of a hierarchy (Cormode, Korn, Muthukrishnan, Srivastava, "Finding Hierarchical Heavy
 * Hitters in Data Streams", VLDB 2003), of all samples and not of a stream, hence without error.
 *
 * <p>Where it is known what is own code, a stack with a frame of it is never cut before the first
 * such frame, which owns the sample: what has not enough in common up to there keeps that frame and
 * the one that it called, without lines where they are rare. Where it is not known, {@link
 * Frame#FOLDED_BLIND} says so.
 */
final class StackCut {

  private static final double MILLION = 1e6;

  /** Some first stacks that have their first frames in common. */
  private static final class Node {

    private final int depth;
    private final int from;

    /** Where their owner is among these frames, which is the same for all; -1 without one. */
    private final int owner;

    private long weight;

    /** Whether stacks of at least that share were cut behind these frames, now or earlier. */
    private boolean cutHere;

    Node(int depth, int from, int owner) {
      this.depth = depth;
      this.from = from;
      this.owner = owner;
    }
  }

  /** A stack that keeps its owner and what that called. */
  private record Owned(SampleKey key, int owner) {

    /** The two frames. */
    SampleKey kept(boolean precise) {
      List<Frame> stack = key.stack();
      List<Frame> kept = new ArrayList<>();
      if (owner > 0) {
        kept.add(withoutLine(stack.get(owner - 1)));
      }
      kept.add(precise ? stack.get(owner) : withoutLine(stack.get(owner)));
      if (stack.size() > kept.size()) {
        kept.add(Frame.FOLDED);
      }
      return new SampleKey(key.kind(), kept, precise ? key.type() : "");
    }

    private static Frame withoutLine(Frame frame) {
      return new Frame(frame.className(), frame.method(), 0);
    }
  }

  private final Map<SampleKey, Weight> samples;
  private final Optional<Predicate<Frame>> own;
  private final Map<Frame, Boolean> ownFrames = new HashMap<>();
  private final List<Owned> owned = new ArrayList<>();
  private final Map<SampleKey, SampleKey> shorter = new HashMap<>();
  private final Map<SampleKind, Long> least = new EnumMap<>(SampleKind.class);
  private final Map<SampleKind, Boolean> counted = new EnumMap<>(SampleKind.class);

  private StackCut(Map<SampleKey, Weight> samples, Optional<Predicate<Frame>> own) {
    this.samples = samples;
    this.own = own;
  }

  /**
   * What the keys of these samples become that do not stay what they are.
   *
   * @param share see {@link FoldRule#share}
   * @param own whether a frame is of own code; empty where nobody knows
   */
  static Map<SampleKey, SampleKey> of(
      Map<SampleKey, Weight> samples, long share, Optional<Predicate<Frame>> own) {
    StackCut cut = new StackCut(samples, own);
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
    end();
  }

  /** What keeps its owner is told apart by its line and type where there is enough of it. */
  private void end() {
    Map<SampleKey, Long> weights = new HashMap<>();
    owned.forEach(one -> weights.merge(one.kept(true), weight(one.key()), Long::sum));
    for (Owned one : owned) {
      SampleKey precise = one.kept(true);
      boolean enough =
          weights.getOrDefault(precise, 0L) >= least.getOrDefault(one.key().kind(), 1L);
      becomes(one.key(), enough ? precise : one.kept(false));
    }
  }

  private void becomes(SampleKey key, SampleKey other) {
    if (!other.equals(key)) {
      shorter.put(key, other);
    }
  }

  /** Where the first frame of own code is among the first of a stack; -1 without one. */
  private int owner(List<Frame> stack, int depth) {
    if (own.isPresent()) {
      for (int i = 0; i < depth; i++) {
        if (ownFrames.computeIfAbsent(stack.get(i), own.get()::test)) {
          return i;
        }
      }
    }
    return -1;
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
      Node root = node(0, 0);
      path.push(root);
      for (int i = 0; i < keys.size(); i++) {
        int common = i == 0 ? 0 : common(keys.get(i - 1).stack(), keys.get(i).stack());
        closeTo(common, i);
        int depth = keys.get(i).stack().size();
        long weight = weight(keys.get(i));
        if (weight >= enough && wasCut(keys.get(i).stack())) {
          if (path.element().depth < depth - 1) {
            path.push(node(depth - 1, i));
          }
          path.element().cutHere = true;
        }
        if (path.element().depth < depth) {
          path.push(node(depth, i));
        }
        if (weight >= enough) {
          done[i] = true;
        } else {
          path.element().weight += weight;
        }
      }
      closeTo(0, keys.size());
      end(root);
    }

    private Node node(int depth, int from) {
      return new Node(depth, from, owner(keys.get(from).stack(), depth));
    }

    /** Leaves those that would lose their owner. */
    private void own(Node node, int next) {
      for (int i = node.from; i < next; i++) {
        if (!done[i]) {
          owned.add(new Owned(keys.get(i), node.owner));
          done[i] = true;
        }
      }
    }

    /** Ends what has more frames in common than the next stack has with it. */
    private void closeTo(int depth, int next) {
      while (path.element().depth > depth) {
        Node node = path.pop();
        if (path.element().depth < depth) {
          path.push(node(depth, node.from));
        }
        if (node.weight >= enough || node.cutHere) {
          cut(node, next);
        } else if (node.owner >= path.element().depth) {
          own(node, next);
        } else {
          path.element().weight += node.weight;
        }
      }
    }

    private void cut(Node node, int next) {
      for (int i = node.from; i < next; i++) {
        SampleKey key = keys.get(i);
        if (!done[i] && key.stack().size() > node.depth) {
          becomes(key, new SampleKey(key.kind(), first(key.stack(), node.depth), key.type()));
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
          List<Frame> rest = key.stack().isEmpty() ? List.of() : first(key.stack(), 0);
          String type = root.weight >= enough || root.cutHere ? key.type() : "";
          becomes(key, new SampleKey(key.kind(), rest, type));
        }
      }
    }
  }

  private static boolean wasCut(List<Frame> stack) {
    return !stack.isEmpty() && stack.get(stack.size() - 1).standsForMore();
  }

  private List<Frame> first(List<Frame> stack, int depth) {
    List<Frame> kept = new ArrayList<>(stack.subList(0, depth));
    kept.add(root(stack));
    return kept;
  }

  /** A profiler's cut, or an earlier blind one, stays one: own code may be behind it. */
  private Frame root(List<Frame> stack) {
    Frame last = stack.get(stack.size() - 1);
    boolean unknown = last.equals(Frame.CUT) || last.equals(Frame.FOLDED_BLIND);
    return own.isEmpty() ? Frame.FOLDED_BLIND : unknown ? last : Frame.FOLDED;
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
