package io.github.rustfit.engine.shape;

import io.github.rustfit.rules.component.Work;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.ThreePoint;
import java.util.Optional;

/**
 * What most of the hot code does, and how many times faster such code was measured in Rust: from
 * the smallest to the largest of the shape's kernels with a room of a factor 2 on either side, but
 * no farther than all kernels go with a room of 1.5; in the middle their median. A test holds the
 * figures to {@code benchmarks/calibration}.
 */
public enum Shape {
  /** Most of it is {@link Work#PRIMITIVES}. */
  PRIMITIVES(
      "primitives",
      "own loops over numbers",
      Work.PRIMITIVES,
      new ThreePoint(0.17, 1.1, 8),
      "9 kernels of own loops over numbers, ported by hand: 0.36–5.19×"),
  /** Most of it is {@link Work#INTRINSICS}. */
  INTRINSICS(
      "intrinsics",
      "intrinsics of the JDK",
      Work.INTRINSICS,
      new ThreePoint(0.02, 0.65, 2.2),
      "6 kernels of intrinsics, ported by hand without a crate: 0.04–1.1×"),
  /** Most of it is {@link Work#TEXT}. */
  TEXT(
      "text",
      "text and numbers",
      Work.TEXT,
      new ThreePoint(0.27, 1.5, 8),
      "7 kernels of text, ported by hand: 0.55–4.18×"),
  /** Most of it is {@link Work#COLLECTIONS}. */
  COLLECTIONS(
      "collections",
      "boxed collections and comparators",
      Work.COLLECTIONS,
      new ThreePoint(0.36, 1.0, 8),
      "11 kernels of boxed collections, ported by hand: 0.72–5.3×"),
  /** Most of it is {@link Work#OBJECTS}: too few kernels for an interval of its own. */
  OBJECTS(
      "objects",
      "own object graphs",
      Work.OBJECTS,
      Assumption.KERNEL_SPEED_UP.byDefault(),
      Assumption.KERNEL_SPEED_UP.source()),
  /** No kind of work makes most of it. */
  MIXED(
      "mixed",
      "mixed",
      Assumption.KERNEL_SPEED_UP.byDefault(),
      Assumption.KERNEL_SPEED_UP.source()),
  /** Too few samples to tell, or too many of other code. */
  UNSHAPED(
      "unshaped",
      "not told by its samples",
      Assumption.KERNEL_SPEED_UP.byDefault(),
      Assumption.KERNEL_SPEED_UP.source());

  private final String id;
  private final String title;
  private final Optional<Work> work;
  private final ThreePoint gain;
  private final String source;

  Shape(String id, String title, Work work, ThreePoint gain, String source) {
    this(id, title, Optional.of(work), gain, source);
  }

  Shape(String id, String title, ThreePoint gain, String source) {
    this(id, title, Optional.empty(), gain, source);
  }

  Shape(String id, String title, Optional<Work> work, ThreePoint gain, String source) {
    this.id = id;
    this.title = title;
    this.work = work;
    this.gain = gain;
    this.source = source;
  }

  /** The name in {@code report.json}. */
  public String id() {
    return id;
  }

  /** A few words for people. */
  public String title() {
    return title;
  }

  /** What most of it does; empty where nothing makes most of it. */
  public Optional<Work> work() {
    return work;
  }

  /** How many times faster it runs in Rust, as far as kernels of the shape tell. */
  public ThreePoint gain() {
    return gain;
  }

  /** Where {@link #gain} comes from. */
  public String source() {
    return source;
  }
}
