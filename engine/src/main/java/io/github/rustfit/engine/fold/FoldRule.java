package io.github.rustfit.engine.fold;

/**
 * How evidence is folded.
 *
 * @param buckets how many sums there are at most of one version of a program: as many, and not
 *     more, tell how much its runs differ
 * @param share which part of the samples of its kind, in all sums of its program together, a stack
 *     needs to be kept whole, in millionths; with 0 every stack is
 */
public record FoldRule(int buckets, long share) {

  /** 32 sums; stacks below 0.05 % of their kind are cut. */
  public static final FoldRule DEFAULT = new FoldRule(32, 500);

  private static final long MILLION = 1_000_000;

  public FoldRule {
    if (buckets < 1 || share < 0 || share > MILLION) {
      throw new IllegalArgumentException(buckets + " buckets, " + share + " millionths");
    }
  }
}
