package io.github.rustfit.readers.codec;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All stacks as a tree that shares callers: a node is a frame and the node of its caller, which
 * always comes first. The tables depend on the stacks alone, not on the order in which they come.
 */
final class StackTable {

  /** The node of the empty stack, and the caller of outermost frames. */
  static final int NONE = -1;

  private final List<Frame> frames;
  private final List<int[]> nodes = new ArrayList<>();
  private final Map<List<Frame>, Integer> nodeOf = new HashMap<>();

  private StackTable(List<Frame> frames) {
    this.frames = frames;
  }

  /** The table of all stacks of these profiles. */
  static StackTable of(Collection<ProfileSummary> profiles) {
    Set<List<Frame>> stacks = new HashSet<>();
    for (ProfileSummary profile : profiles) {
      for (SampleKey key : profile.samples().keySet()) {
        stacks.add(key.stack());
      }
      stacks.addAll(profile.facts().threads().samples().keySet());
    }
    Set<Frame> distinct = new HashSet<>();
    stacks.forEach(distinct::addAll);
    StackTable table = new StackTable(List.copyOf(new TreeSet<>(distinct)));
    table.addAll(stacks);
    return table;
  }

  private record Path(List<Frame> stack, int[] callersFirst) {}

  private void addAll(Set<List<Frame>> stacks) {
    Map<Frame, Integer> frameIndex = new HashMap<>();
    for (Frame frame : frames) {
      frameIndex.put(frame, frameIndex.size());
    }
    List<Path> paths = new ArrayList<>();
    for (List<Frame> stack : stacks) {
      int[] path = new int[stack.size()];
      for (int i = 0; i < path.length; i++) {
        path[path.length - 1 - i] = frameIndex.getOrDefault(stack.get(i), NONE);
      }
      paths.add(new Path(stack, path));
    }
    paths.sort((a, b) -> Arrays.compare(a.callersFirst, b.callersFirst));
    int[] before = {};
    int[] beforeNodes = {};
    for (Path path : paths) {
      int[] now = path.callersFirst;
      int mismatch = Arrays.mismatch(before, now);
      int shared = mismatch < 0 ? now.length : mismatch;
      int[] nowNodes = Arrays.copyOf(beforeNodes, now.length);
      for (int i = shared; i < now.length; i++) {
        nowNodes[i] = nodes.size();
        nodes.add(new int[] {i == 0 ? NONE : nowNodes[i - 1], now[i]});
      }
      nodeOf.put(path.stack, now.length == 0 ? NONE : nowNodes[now.length - 1]);
      before = now;
      beforeNodes = nowNodes;
    }
  }

  /** All frames, sorted. */
  List<Frame> frames() {
    return frames;
  }

  /** Nodes as [caller's node or {@link #NONE}, frame]. */
  List<int[]> nodes() {
    return nodes;
  }

  /** The node of a stack's leaf; {@link #NONE} for the empty stack. */
  int node(List<Frame> stack) {
    return nodeOf.getOrDefault(stack, NONE);
  }
}
