package io.github.rustfit.rules.rule;

/** How a rule's answer counts towards its topic. */
public enum Role {
  /** The topic is answered yes only if this rule says yes; its no answers the topic no. */
  NECESSARY,
  /** One of the sufficient rules must say yes; if all say no, the topic is answered no. */
  SUFFICIENT,
  /**
   * Its no answers the topic no, and its unknown leaves the topic open; its yes means that it does
   * not object, and others must say yes.
   */
  REFUSING,
  /** Adds facts and findings; never decides. */
  SUPPORTING
}
