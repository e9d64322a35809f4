package io.github.rustfit.rules.rule;

/** How a rule's answer counts towards its topic. */
public enum Role {
  /** The topic is answered yes only if this rule says yes; its no answers the topic no. */
  NECESSARY,
  /** One of the sufficient rules must say yes; if all say no, the topic is answered no. */
  SUFFICIENT,
  /** Adds facts and findings; never decides. */
  SUPPORTING
}
