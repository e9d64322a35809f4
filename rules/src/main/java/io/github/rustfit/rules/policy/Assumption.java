package io.github.rustfit.rules.policy;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the economics of a migration assume unless the policy says otherwise. Each has a
 * pessimistic, a central and an optimistic value.
 */
public enum Assumption {
  /** How many times faster the replaced code itself runs. */
  KERNEL_SPEED_UP(
      "kernelSpeedUp",
      "speed-up of the code",
      "×",
      new ThreePoint(0.15, 1.0, 8),
      true,
      "38 kernels ported by hand: 0.25–5.3× but for one intrinsic at 0.04; LangBench (USENIX ATC'22): C++"
          + " 1.43× over JVM; WebGraph Java to Rust (WWW'24): 1.4–3.18×"),
  /** Share of its memory that the replaced code no longer needs. */
  MEMORY_REDUCTION(
      "memoryReduction",
      "memory that goes",
      "share",
      new ThreePoint(0.2, 0.5, 0.7),
      true,
      "Hertz and Berger (OOPSLA 2005): a collector needs 3–5 times the heap to match explicit"
          + " management; Pingora: −67 %, not from a JVM"),
  /** Effort for a thousand lines of code, tests not counted. */
  EFFORT(
      "personMonthsPerKloc",
      "effort per thousand lines",
      "person-months",
      new ThreePoint(2.5, 1.1, 0.5),
      false,
      "YJIT: 11 KLOC by 4 people in 3 months, 1.1; range is a project assumption"),
  /** Factor for what the code is entangled with. */
  COUPLING(
      "couplingMultiplier",
      "factor for coupling",
      "×",
      new ThreePoint(1.5, 1.2, 1.0),
      false,
      "project assumption, no published figure fits"),
  /** Factor for what was not foreseen. */
  OVERRUN(
      "overrun",
      "factor for overrun",
      "×",
      new ThreePoint(2.0, 1.25, 1.0),
      false,
      "Crosslake: more than 50 rewrites took 1.5–2 times the plan (a vendor's figure)"),
  /** How long each developer learns. */
  RAMP_UP(
      "rampUpMonths",
      "learning time of a developer",
      "months",
      new ThreePoint(6, 4, 1),
      false,
      "Datadog: 10 days; Google: two thirds confident within 2 months; corrode: 4–6 months"),
  /** Share of a developer's work that is lost while learning. */
  RAMP_LOSS(
      "rampUpLoss",
      "work lost while learning",
      "share",
      ThreePoint.exactly(0.5),
      false,
      "project assumption"),
  /** Work of a year on having a second stack: builds, images, upgrades, on-call, hiring. */
  RECURRING(
      "recurringPersonMonths",
      "work on a second stack",
      "person-months a year",
      new ThreePoint(6, 3, 1),
      false,
      "project assumption"),
  /** How long both stacks run side by side. */
  DUAL_RUN(
      "dualRunMonths",
      "both stacks side by side",
      "months",
      new ThreePoint(3, 2, 1),
      false,
      "project assumption"),
  /** Share of the removed collector cost that native allocation costs again. */
  ALLOCATOR(
      "nativeAllocatorCost",
      "native allocation per GC cost removed",
      "share",
      new ThreePoint(0.4, 0.3, 0.1),
      false,
      "project assumption, no published figure fits"),
  /** CPU spent on the language boundary, as a share of process CPU. */
  BOUNDARY(
      "boundaryShare",
      "CPU at the language boundary",
      "share",
      new ThreePoint(0.05, 0.02, 0),
      false,
      "project assumption, no published figure fits");

  private final String id;
  private final String title;
  private final String unit;
  private final ThreePoint byDefault;
  private final boolean moreIsBetter;
  private final String source;

  Assumption(
      String id,
      String title,
      String unit,
      ThreePoint byDefault,
      boolean moreIsBetter,
      String source) {
    this.id = id;
    this.title = title;
    this.unit = unit;
    this.byDefault = byDefault;
    this.moreIsBetter = moreIsBetter;
    this.source = source;
  }

  /** The name in the policy and in {@code report.json}. */
  public String id() {
    return id;
  }

  /** A few words for people. */
  public String title() {
    return title;
  }

  /** The unit. */
  public String unit() {
    return unit;
  }

  /** What is assumed unless the policy says otherwise. */
  public ThreePoint byDefault() {
    return byDefault;
  }

  /** Whether a larger value speaks for a migration. */
  public boolean moreIsBetter() {
    return moreIsBetter;
  }

  /** Where the default comes from. */
  public String source() {
    return source;
  }

  /** The assumption with that {@link #id()}. */
  public static Optional<Assumption> byId(String id) {
    return Stream.of(values()).filter(one -> one.id.equals(id)).findFirst();
  }
}
