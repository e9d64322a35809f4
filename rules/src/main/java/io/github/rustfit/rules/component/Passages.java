package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The methods of one component that its CPU time passes through, for the question where it could be
 * cut off.
 */
public final class Passages {

  private final Map<List<Member>, Weight> inside = new HashMap<>();
  private final Map<Member, Weight> outside = new HashMap<>();
  private final Map<Member, Weight> first = new HashMap<>();
  private Weight all = Weight.ZERO;

  Passages() {}

  /** A sample that the component owns. */
  void inside(List<Member> outermostFirst, Weight weight) {
    all = all.merge(weight);
    inside.merge(outermostFirst, weight, Weight::merge);
  }

  /** A sample that another component owns and the member called for. */
  void outside(Member member, Weight weight) {
    outside.merge(member, weight, Weight::merge);
  }

  /** A sample, whoever owns it, whose first application frame is the member. */
  void first(Member member, Weight weight) {
    first.merge(member, weight, Weight::merge);
  }

  /** All CPU samples that the component owns. */
  public Weight all() {
    return all;
  }

  /**
   * The component's samples by the members that they pass through since they last came in from
   * another component: each member once, the outermost first. Lambda bodies, classes without a name
   * and what does not fit the source are left out, so a list may be empty.
   */
  public Map<List<Member>, Weight> inside() {
    return Collections.unmodifiableMap(inside);
  }

  /** The samples that other components own while the member waits for them further up the stack. */
  public Weight outside(Member member) {
    return outside.getOrDefault(member, Weight.ZERO);
  }

  /** The samples on whose stack no application frame stands before the member. */
  public Weight first(Member member) {
    return first.getOrDefault(member, Weight.ZERO);
  }
}
