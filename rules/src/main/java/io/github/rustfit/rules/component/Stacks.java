package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import java.util.List;

/** What the outer end of a stack tells. */
final class Stacks {

  /** How far above the outermost frame a virtual thread may begin: its carrier has about ten. */
  private static final int BELOW_VIRTUAL = 24;

  private Stacks() {}

  /**
   * Whether the stack was cut, so that what called its outermost frame is unknown and may be of the
   * application.
   */
  static boolean cut(SampleKey key) {
    return ends(key, Frame.CUT) || blind(key);
  }

  /** Whether that was done when recordings were summed, and not by the profiler. */
  static boolean blind(SampleKey key) {
    return ends(key, Frame.FOLDED_BLIND);
  }

  /** Whether what called its outermost frame is unknown, be it the application or not. */
  static boolean open(SampleKey key) {
    return cut(key) || ends(key, Frame.FOLDED);
  }

  private static boolean ends(SampleKey key, Frame root) {
    List<Frame> stack = key.stack();
    return !stack.isEmpty() && stack.get(stack.size() - 1).equals(root);
  }

  /**
   * Whether the sample is of a virtual thread: those begin in {@code VirtualThread.run}. Below it
   * the JDK has up to four frames of its continuation, and profilers those of the carrier.
   */
  static boolean virtual(SampleKey key) {
    List<Frame> stack = key.stack();
    return stack.subList(Math.max(0, stack.size() - BELOW_VIRTUAL), stack.size()).stream()
        .anyMatch(
            frame ->
                frame.method().equals("run")
                    && frame.className().equals("java.lang.VirtualThread"));
  }
}
