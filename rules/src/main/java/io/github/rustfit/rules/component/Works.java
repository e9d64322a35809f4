package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the CPU samples of one component did. Where its leaf-most frame called the JDK, the first
 * frame below it whose name says what it does decides; where it was running itself, what its method
 * works on, unless a collection asked it to compare, to hash or to tell equal.
 */
final class Works {

  private final Map<Work, Weight> called = new EnumMap<>(Work.class);
  private final Map<Place, Weight> running = new HashMap<>();

  void add(List<Frame> stack, int depth, Place place, Weight weight) {
    Optional<Work> found = below(stack, depth);
    if (found.isEmpty() && depth == 0) {
      running.merge(place, weight, Weight::merge);
    } else {
      called.merge(found.orElse(Work.OTHER), weight, Weight::merge);
    }
  }

  private static Optional<Work> below(List<Frame> stack, int depth) {
    for (int i = depth - 1; i >= 0; i--) {
      Optional<Work> found = JdkWork.of(stack.get(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return depth == 0 && asked(stack) ? Optional.of(Work.COLLECTIONS) : Optional.empty();
  }

  private static boolean asked(List<Frame> stack) {
    String own = stack.get(0).className();
    int caller = 1;
    while (caller < stack.size() && stack.get(caller).className().equals(own)) {
      caller++; // the bridge of a generic method, or what a lambda calls
    }
    return caller < stack.size() && JdkWork.asks(stack.get(caller));
  }

  /** The sums. */
  Map<Work, Weight> sums(OwnWork own) {
    Map<Work, Weight> sums = new EnumMap<>(Work.class);
    sums.putAll(called);
    running.forEach((place, weight) -> sums.merge(own.of(place), weight, Weight::merge));
    return sums;
  }
}
