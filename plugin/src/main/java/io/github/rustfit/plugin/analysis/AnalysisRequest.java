package io.github.rustfit.plugin.analysis;

import java.nio.file.Path;
import java.util.List;

/**
 * What to analyse.
 *
 * @param root the project's root folder: relative paths start here, reported paths are relative to
 *     it
 * @param checkout what is read of the project itself
 * @param inputs recordings, logs and evidence
 * @param judging how to judge
 */
public record AnalysisRequest(Path root, Checkout checkout, NamedInputs inputs, Judging judging) {

  /** The same request, listing candidates or not. */
  public AnalysisRequest listingCandidates(boolean list) {
    return judging(new Judging(judging.policy(), list, judging.limitCheck()));
  }

  /** The same request, with a folder that keeps what was read of sources and history. */
  public AnalysisRequest cachingIn(Path folder) {
    return new AnalysisRequest(root, checkout.cachingIn(folder), inputs, judging);
  }

  /** The same request, with evidence that other builds wrote. */
  public AnalysisRequest merging(List<String> files) {
    return new AnalysisRequest(root, checkout, inputs.merging(files), judging);
  }

  /**
   * The same request of other inputs and of nothing in the default places.
   *
   * @param named recordings and logs; with evidence files, the sources are theirs
   * @param files evidence that other builds wrote
   */
  public AnalysisRequest of(List<String> named, List<String> files) {
    return new AnalysisRequest(
        root,
        checkout.reading(files.isEmpty()),
        NamedInputs.of(named, named).merging(files).within(inputs.part()).labelled(inputs.labels()),
        judging);
  }

  /** The same request with this to decide which crossed limits count. */
  public AnalysisRequest judging(LimitCheckRequest other) {
    return judging(new Judging(judging.policy(), judging.candidates(), other));
  }

  private AnalysisRequest judging(Judging other) {
    return new AnalysisRequest(root, checkout, inputs, other);
  }
}
