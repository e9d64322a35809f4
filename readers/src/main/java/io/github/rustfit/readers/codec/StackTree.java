package io.github.rustfit.readers.codec;

import io.github.rustfit.rules.evidence.profile.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of {@link StackTable} as they are read back; nothing in them is trusted. */
final class StackTree {

  /**
   * Frames of all distinct stacks together, about 200 MB of references. A few megabytes of hostile
   * nodes could stand for terabytes; half a million distinct stacks of depth 100 are read.
   */
  static final long MAX_FRAMES = 50_000_000;

  private final List<Frame> frames = new ArrayList<>();
  private final Map<Integer, List<Frame>> stacks = new HashMap<>();
  private int[] callers = new int[64];
  private int[] frameOf = new int[64];
  private int[] depths = new int[64];
  private int size;
  private long expanded;

  void addFrame(Frame frame) {
    frames.add(frame);
  }

  void addNode(int caller, int frame) {
    if (caller < StackTable.NONE || caller >= size || frame < 0 || frame >= frames.size()) {
      throw new IllegalArgumentException(
          "the stack node [" + caller + ", " + frame + "] points outside the tables before it");
    }
    if (size == callers.length) {
      callers = Arrays.copyOf(callers, size * 2);
      frameOf = Arrays.copyOf(frameOf, size * 2);
      depths = Arrays.copyOf(depths, size * 2);
    }
    callers[size] = caller;
    frameOf[size] = frame;
    depths[size] = caller == StackTable.NONE ? 1 : depths[caller] + 1;
    size++;
  }

  /** The stack of a node, leaf first. */
  List<Frame> stack(int node) {
    if (node == StackTable.NONE) {
      return List.of();
    }
    if (node < 0 || node >= size) {
      throw new IllegalArgumentException("there is no stack node " + node);
    }
    return stacks.computeIfAbsent(node, this::expand);
  }

  private List<Frame> expand(int leaf) {
    expanded += depths[leaf];
    if (expanded > MAX_FRAMES) {
      throw new IllegalArgumentException("its stacks have more than " + MAX_FRAMES + " frames");
    }
    Frame[] stack = new Frame[depths[leaf]];
    int node = leaf;
    for (int i = 0; i < stack.length; i++) {
      stack[i] = frames.get(frameOf[node]);
      node = callers[node];
    }
    return List.of(stack);
  }
}
