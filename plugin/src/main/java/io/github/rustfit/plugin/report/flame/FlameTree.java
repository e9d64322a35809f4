package io.github.rustfit.plugin.report.flame;

import io.github.rustfit.rules.component.Ownership;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * A call tree from the roots of threads to leaves, as flame graphs draw it. Its width is the sum of
 * what the samples stand for; children are in the order of their names, so equal samples make equal
 * trees. It is bounded, whatever the samples: what is left out stays in the widths of its callers.
 * It may have two sides, before and after a change, which are counted apart.
 */
final class FlameTree {

  /** What the root of a side weighs where amounts are shares. */
  static final long WHOLE = 1_000_000_000;

  /**
   * How much is kept.
   *
   * @param narrowest narrower frames are left out, as a share of the root, 0..1
   * @param deepest frames further from the root are left out: nobody reads on, and recursion makes
   *     thousands
   * @param most number of frames to keep, the widest
   */
  record Bounds(double narrowest, int deepest, int most) {

    /** A graph beside others in a page: less than half a pixel of a wide screen is left out. */
    static final Bounds EMBEDDED = new Bounds(0.001, 400, 5_000);

    /** A graph of its own. Its data is about two megabytes at most. */
    static final Bounds FULL_SIZE = new Bounds(0.0005, 2_000, 50_000);

    /** The same samples by thread, beside that graph. */
    static final Bounds BY_THREAD = new Bounds(0.0005, 2_000, 20_000);
  }

  /** One frame in its place in the tree. */
  static final class Node {
    private final Frame frame;
    private final FrameOwner owner;
    private final int depth;
    private final Map<Frame, Node> children = new TreeMap<>();
    private final long[] amount;
    private final long[] own;
    private boolean kept;

    private Node(Frame frame, FrameOwner owner, int depth, int sides) {
      this.frame = frame;
      this.owner = owner;
      this.depth = depth;
      this.amount = new long[sides];
      this.own = new long[sides];
    }

    /** The frame; for allocated classes a frame without class that is named by the type. */
    Frame frame() {
      return frame;
    }

    /** Whose code it is. */
    FrameOwner owner() {
      return owner;
    }

    /** How many frames are between it and the outside: 0 for the root. */
    int depth() {
      return depth;
    }

    /** What passes through it, in the unit of its samples. */
    long amount() {
      return amount[0];
    }

    /** What ends in it. */
    long own() {
      return own[0];
    }

    /** What passes through it on a side. */
    long amount(int side) {
      return amount[side];
    }

    /** What ends in it on a side. */
    long own(int side) {
      return own[side];
    }

    private long widest() {
      return LongStream.of(amount).max().orElse(0);
    }

    /** The frames that it calls, by name. */
    List<Node> children() {
      return List.copyOf(children.values());
    }

    private Node child(Frame called, FrameOwner whose) {
      return children.computeIfAbsent(
          called, frame -> new Node(frame, whose, depth + 1, own.length));
    }
  }

  private final Set<String> ownPackages;
  private final Set<String> applicationPackages;
  private final Bounds bounds;
  private final Node root;
  private long built;
  private long drawn;
  private long stacksCut;

  private FlameTree(
      int sides, Set<String> ownPackages, Set<String> applicationPackages, Bounds bounds) {
    this.root = new Node(new Frame("", "all", 0), FrameOwner.ALL, 0, sides);
    this.ownPackages = ownPackages;
    this.applicationPackages = applicationPackages;
    this.bounds = bounds;
  }

  /**
   * The tree of these samples.
   *
   * @param samples weights by stack, all of one kind
   * @param ownPackages packages of the component that is looked at
   * @param applicationPackages packages of all components
   */
  static FlameTree of(
      List<Map.Entry<SampleKey, Weight>> samples,
      Set<String> ownPackages,
      Set<String> applicationPackages,
      Bounds bounds) {
    FlameTree tree = new FlameTree(1, ownPackages, applicationPackages, bounds);
    samples.stream()
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .forEach(sample -> tree.add(sample.getKey(), 0, sample.getValue().amount()));
    tree.keepTheWidest();
    return tree;
  }

  /**
   * The tree of these samples with a frame for each group of threads below all others. Equal stacks
   * weigh alike, whatever thread they were taken in; samples whose thread is not named are those of
   * {@link Ownership#UNNAMED}.
   *
   * @param threads in which threads the samples were taken
   */
  static FlameTree byThread(
      List<Map.Entry<SampleKey, Weight>> samples,
      ThreadSamples threads,
      Set<String> ownPackages,
      Set<String> applicationPackages,
      Bounds bounds) {
    FlameTree tree = new FlameTree(1, ownPackages, applicationPackages, bounds);
    samples.stream()
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .forEach(sample -> tree.add(sample.getKey(), sample.getValue(), threads));
    tree.keepTheWidest();
    return tree;
  }

  private void add(SampleKey key, Weight weight, ThreadSamples threads) {
    SortedMap<String, Long> groups = new TreeMap<>(threads.of(key.stack()));
    long named = groups.values().stream().mapToLong(Long::longValue).sum();
    if (weight.samples() > named) {
      groups.merge(Ownership.UNNAMED, weight.samples() - named, Long::sum);
    }
    double whole = Math.max(1, Math.max(named, weight.samples()));
    long count = 0;
    long amount = 0;
    for (Map.Entry<String, Long> group : groups.entrySet()) {
      count += group.getValue();
      long upTo = Math.round(weight.amount() * (count / whole));
      Node at = root.child(new Frame("", group.getKey(), 0), FrameOwner.ALL);
      root.amount[0] += upTo - amount;
      add(at, key, 0, upTo - amount);
      amount = upTo;
    }
  }

  /**
   * The tree of two sides. What a side's samples stand for is scaled so that its root is {@link
   * #WHOLE}: the amounts are shares. Lines of source are left out, for an edit moves them; a frame
   * is kept if it is wide enough on either side.
   *
   * @param before weights by stack, all of one kind, that stand for something
   * @param after the same of the other side
   * @param ownPackages packages of all components of either side
   */
  static FlameTree ofSides(
      List<Map.Entry<SampleKey, Weight>> before,
      List<Map.Entry<SampleKey, Weight>> after,
      Set<String> ownPackages,
      Bounds bounds) {
    FlameTree tree = new FlameTree(2, ownPackages, ownPackages, bounds);
    tree.addScaled(before, 0);
    tree.addScaled(after, 1);
    tree.keepTheWidest();
    return tree;
  }

  /** Rounds sums rather than parts, so that these add up. */
  private void addScaled(List<Map.Entry<SampleKey, Weight>> samples, int side) {
    double total = samples.stream().mapToDouble(sample -> sample.getValue().amount()).sum();
    double sum = 0;
    long scaled = 0;
    for (Map.Entry<SampleKey, Weight> sample :
        samples.stream().sorted(Comparator.comparing(Map.Entry::getKey)).toList()) {
      SampleKey key = sample.getKey();
      sum += sample.getValue().amount();
      long upTo = Math.round(WHOLE * (sum / total));
      add(
          new SampleKey(
              key.kind(), key.stack().stream().map(FlameTree::atNoLine).toList(), key.type()),
          side,
          upTo - scaled);
      scaled = upTo;
    }
  }

  private static Frame atNoLine(Frame frame) {
    return frame.line() == 0 ? frame : new Frame(frame.className(), frame.method(), 0);
  }

  /** All of it: the frame below all stacks. */
  Node root() {
    return root;
  }

  /** Number of frames that are kept, the root aside. */
  long drawn() {
    return drawn;
  }

  /** Number of frames that were left out because they are too narrow. */
  long leftOut() {
    return built - drawn;
  }

  /** Number of different stacks that are cut because they are too deep. */
  long stacksCut() {
    return stacksCut;
  }

  private void add(SampleKey key, int side, long amount) {
    add(root, key, side, amount);
  }

  private void add(Node from, SampleKey key, int side, long amount) {
    List<Frame> stack = key.stack();
    int end = Math.max(0, stack.size() - bounds.deepest());
    stacksCut += end > 0 ? 1 : 0;
    Node at = from;
    at.amount[side] += amount;
    for (int i = stack.size() - 1; i >= end; i--) {
      Frame frame = stack.get(i);
      at = at.child(frame, FrameOwner.of(frame, at.owner, ownPackages, applicationPackages));
      at.amount[side] += amount;
    }
    if (!key.type().isEmpty()) {
      at = at.child(new Frame("", key.type(), 0), FrameOwner.TYPE);
      at.amount[side] += amount;
    }
    at.own[side] += amount;
  }

  /** A caller is at least as wide as what it calls, so no frame is kept without its caller. */
  private void keepTheWidest() {
    long least = Math.max(1, (long) Math.ceil(root.widest() * bounds.narrowest()));
    PriorityQueue<Node> next =
        new PriorityQueue<>(
            Comparator.comparingLong((Node node) -> -node.widest())
                .thenComparingInt(Node::depth)
                .thenComparing(Node::frame));
    List<Node> kept = new ArrayList<>();
    next.add(root);
    while (!next.isEmpty() && kept.size() <= bounds.most()) {
      Node widest = next.remove();
      widest.kept = true;
      kept.add(widest);
      widest.children.values().stream().filter(one -> one.widest() >= least).forEach(next::add);
    }
    drawn = kept.size() - 1L;
    built = count() - 1;
    kept.forEach(node -> node.children.values().removeIf(child -> !child.kept));
  }

  private long count() {
    List<Node> level = List.of(root);
    long count = 0;
    while (!level.isEmpty()) {
      count += level.size();
      level = level.stream().flatMap(node -> node.children.values().stream()).toList();
    }
    return count;
  }
}
