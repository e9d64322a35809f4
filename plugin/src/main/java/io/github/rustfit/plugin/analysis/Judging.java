package io.github.rustfit.plugin.analysis;

/**
 * How to judge.
 *
 * @param policy files and class-path resources, separated by commas, that count beside {@code
 *     rustfit.yaml} at the root; may be empty
 * @param candidates whether to list every match of a pattern in the source
 * @param limitCheck what decides which crossed limits count
 */
public record Judging(String policy, boolean candidates, LimitCheckRequest limitCheck) {

  /** By {@code rustfit.yaml} at the root alone, every crossed limit. */
  public static final Judging BY_THE_ROOTS_POLICY =
      new Judging("", false, LimitCheckRequest.EVERYTHING);

  /** The same by these policies too. */
  public Judging by(String policies) {
    return new Judging(policies, candidates, limitCheck);
  }
}
