package io.github.rustfit.rules.evidence;

import io.github.rustfit.rules.evidence.base.SortedUnion;
import java.util.SortedSet;

/**
 * What the sum of several recordings, or of several GC logs, is the sum of. It stands in evidence
 * in their place, so that evidence of many inputs stays small and an input that is met again still
 * counts once.
 *
 * @param members digests of the inputs, lower-case hexadecimal
 * @param share which part of the samples of its kind a stack needed to be kept whole, in
 *     millionths; the others end with {@link io.github.rustfit.rules.evidence.profile.Frame#FOLDED}
 *     or its blind sibling
 */
public record Fold(SortedSet<String> members, long share) {

  private static final long MILLION = 1_000_000;

  public Fold {
    members = SortedUnion.copy(members);
    if (members.isEmpty() || share < 0 || share > MILLION) {
      throw new IllegalArgumentException(
          "a fold of " + members.size() + " inputs with a share of " + share + " millionths");
    }
  }
}
