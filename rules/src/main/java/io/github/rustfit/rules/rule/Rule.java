package io.github.rustfit.rules.rule;

/**
 * One judgement about one component. Rules are found by {@link java.util.ServiceLoader} on the
 * plugin's class path, so a team adds its own by declaring a plugin dependency.
 *
 * <p>A rule is stateless and thread-safe and has a public constructor without parameters. It must
 * depend on the context alone: no clock, no files, no randomness.
 */
public interface Rule {

  /** What the rule is about; the same on every call. */
  RuleDescriptor descriptor();

  /**
   * Judges one component. Called only when everything that {@link RuleDescriptor#needs()} names is
   * there; otherwise the answer is unknown and says what to provide.
   */
  Outcome judge(RuleContext context);
}
