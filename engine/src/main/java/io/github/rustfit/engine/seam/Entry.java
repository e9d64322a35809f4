package io.github.rustfit.engine.seam;

import io.github.rustfit.rules.component.Member;

/**
 * A method that would be called across the boundary.
 *
 * @param member the method
 * @param share share of the component's CPU samples that pass through it, 0..1
 * @param inner share of these in which the component itself calls it, so that its loops cross, 0..1
 * @param callsOut of all CPU time below it, the share that other components take, 0..1: each such
 *     part takes a call back into Java
 * @param loop whether it is the body of a thread or of a program and so is entered once
 * @param crossing what crosses with a call
 */
public record Entry(
    Member member, double share, double inner, double callsOut, boolean loop, Crossing crossing) {

  /** How readily it is cut off. */
  public Ease ease() {
    return loop || callsOut >= Seam.CALLS_OUT.value() ? Ease.BOUND : crossing.ease();
  }

  /** {@code Type.method(Type, …)}, without packages. */
  public String text() {
    String type = member.className();
    StringBuilder text =
        new StringBuilder(type.substring(type.lastIndexOf('.') + 1).replace('$', '.'))
            .append('.')
            .append(member.method().name())
            .append('(');
    String separator = "";
    for (Part part : crossing.parts()) {
      if (part.role().equals(Part.PARAMETER)) {
        text.append(separator).append(part.shortType());
        separator = ", ";
      }
    }
    return text.append(')').toString();
  }
}
