package io.github.rustfit.plugin.report.flame;

import io.github.rustfit.rules.component.JavaPlatform;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A call tree from the roots of threads to leaves, as flame graphs draw it. Its width is the sum of
 * what the samples stand for; children are in the order of their names, so equal samples make equal
 * trees.
 */
final class FlameTree {

  /** Whose code a frame is. */
  enum Owner {
    /** This component's. */
    OWN,
    /** Another component's of the code base. */
    APPLICATION,
    /** A library's. */
    LIBRARY,
    /** The JDK's. */
    JDK,
    /** Native code, or the class that was allocated. */
    OTHER
  }

  /**
   * Narrower frames are left out, as a share of the root: less than half a pixel of a wide screen.
   * It bounds the tree; what they weigh is in their callers' widths.
   */
  private static final double NARROWEST = 0.001;

  /** Deeper frames are left out: nobody reads on, and recursion makes thousands. */
  private static final int DEEPEST = 400;

  /** One frame in its place in the tree. */
  static final class Node {
    private final Frame frame;
    private final Owner owner;
    private final Map<Frame, Node> children = new TreeMap<>();
    private long amount;
    private long own;

    private Node(Frame frame, Owner owner) {
      this.frame = frame;
      this.owner = owner;
    }

    /** The frame; for allocated classes a frame without class that is named by the type. */
    Frame frame() {
      return frame;
    }

    /** Whose code it is. */
    Owner owner() {
      return owner;
    }

    /** What passes through it, in the unit of its samples. */
    long amount() {
      return amount;
    }

    /** What ends in it. */
    long own() {
      return own;
    }

    /** The frames that it calls, by name. */
    List<Node> children() {
      return List.copyOf(children.values());
    }

    private Node child(Frame called, Owner whose) {
      return children.computeIfAbsent(called, frame -> new Node(frame, whose));
    }

    private void prune(long least) {
      children.values().removeIf(child -> child.amount < least);
      children.values().forEach(child -> child.prune(least));
    }
  }

  private final Set<String> ownPackages;
  private final Set<String> applicationPackages;
  private final Node root = new Node(new Frame("", "all", 0), Owner.OTHER);

  private FlameTree(Set<String> ownPackages, Set<String> applicationPackages) {
    this.ownPackages = ownPackages;
    this.applicationPackages = applicationPackages;
  }

  /**
   * The tree of these samples.
   *
   * @param samples weights by stack, all of one kind
   * @param ownPackages packages of the component that is looked at
   * @param applicationPackages packages of all components
   */
  static Node of(
      List<Map.Entry<SampleKey, Weight>> samples,
      Set<String> ownPackages,
      Set<String> applicationPackages) {
    FlameTree tree = new FlameTree(ownPackages, applicationPackages);
    samples.stream()
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .forEach(sample -> tree.add(sample.getKey(), sample.getValue().amount()));
    tree.root.prune(Math.max(1, (long) Math.ceil(tree.root.amount * NARROWEST)));
    return tree.root;
  }

  private void add(SampleKey key, long amount) {
    List<Frame> path = new ArrayList<>(key.stack());
    Collections.reverse(path);
    Node at = root;
    at.amount += amount;
    for (Frame frame : path.subList(0, Math.min(DEEPEST, path.size()))) {
      at = at.child(frame, owner(frame));
      at.amount += amount;
    }
    if (!key.type().isEmpty()) {
      at = at.child(new Frame("", key.type(), 0), Owner.OTHER);
      at.amount += amount;
    }
    at.own += amount;
  }

  private Owner owner(Frame frame) {
    if (!frame.java()) {
      return Owner.OTHER;
    }
    int dot = frame.className().lastIndexOf('.');
    String packageName = dot < 0 ? "" : frame.className().substring(0, dot);
    if (ownPackages.contains(packageName)) {
      return Owner.OWN;
    }
    if (applicationPackages.contains(packageName)) {
      return Owner.APPLICATION;
    }
    return JavaPlatform.has(frame.className()) ? Owner.JDK : Owner.LIBRARY;
  }
}
