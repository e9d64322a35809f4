package io.github.rustfit.engine.fold;

import io.github.rustfit.rules.evidence.profile.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each frame once, however many recordings have it. Not thread-safe. */
final class KnownFrames {

  private final Map<Frame, Frame> frames = new HashMap<>();

  /** An equal stack whose frames are those of other stacks. */
  List<Frame> of(List<Frame> stack) {
    List<Frame> known = new ArrayList<>(stack.size());
    for (Frame frame : stack) {
      Frame other = frames.putIfAbsent(frame, frame);
      known.add(other == null ? frame : other);
    }
    return List.copyOf(known);
  }

  /** How many there are. */
  int size() {
    return frames.size();
  }

  /** Forgets all; stacks keep their frames. */
  void clear() {
    frames.clear();
  }
}
