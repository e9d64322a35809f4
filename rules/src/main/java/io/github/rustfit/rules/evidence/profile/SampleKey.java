package io.github.rustfit.rules.evidence.profile;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What equal samples have in common.
 *
 * @param kind what the sample stands for
 * @param stack frames, leaf first; empty when the profiler recorded none
 * @param type class of what was allocated, found alive, entered, parked on or thrown; empty for
 *     kinds that have none, and where it was not recorded
 */
public record SampleKey(SampleKind kind, List<Frame> stack, String type)
    implements Comparable<SampleKey> {

  private static final Comparator<SampleKey> ORDER =
      Comparator.comparing(SampleKey::kind)
          .thenComparing(SampleKey::type)
          .thenComparing(SampleKey::stack, SampleKey::compareStacks);

  public SampleKey {
    stack = List.copyOf(stack);
  }

  // The generated methods are slow until they are compiled, and readers make many keys.

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof SampleKey key
            && kind == key.kind
            && type.equals(key.type)
            && stack.equals(key.stack));
  }

  @Override
  public int hashCode() {
    return (kind.ordinal() * 31 + type.hashCode()) * 31 + stack.hashCode();
  }

  @Override
  public int compareTo(SampleKey other) {
    return ORDER.compare(this, other);
  }

  private static int compareStacks(List<Frame> a, List<Frame> b) {
    Iterator<Frame> left = a.iterator();
    Iterator<Frame> right = b.iterator();
    while (left.hasNext() && right.hasNext()) {
      int order = left.next().compareTo(right.next());
      if (order != 0) {
        return order;
      }
    }
    return Boolean.compare(left.hasNext(), right.hasNext());
  }
}
