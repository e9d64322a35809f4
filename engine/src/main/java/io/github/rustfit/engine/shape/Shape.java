package io.github.rustfit.engine.shape;

import io.github.rustfit.rules.component.Work;
import io.github.rustfit.rules.policy.ThreePoint;
import java.util.Optional;

/** What most of the hot code does, and how many times faster such code was measured in Rust. */
public enum Shape {
  /** Most of it is {@link Work#PRIMITIVES}. */
  PRIMITIVES("primitives", "own loops over numbers", Work.PRIMITIVES, 0.4, 1.0, 2.25),
  /** Most of it is {@link Work#INTRINSICS}. */
  INTRINSICS("intrinsics", "intrinsics of the JDK", Work.INTRINSICS, 0.67, 1.05, 1.65),
  /** Most of it is {@link Work#TEXT}. */
  TEXT("text", "text and numbers", Work.TEXT, 0.6, 1.2, 2.4),
  /** Most of it is {@link Work#COLLECTIONS}. */
  COLLECTIONS(
      "collections", "boxed collections and comparators", Work.COLLECTIONS, 2.7, 4.6, 8.0),
  /** Most of it is {@link Work#OBJECTS}. */
  OBJECTS("objects", "own object graphs", Work.OBJECTS, 0.65, 1.9, 8.0),
  /** No kind of work makes most of it. */
  MIXED("mixed", "mixed", 0.45, 1.5, 6.5),
  /** Too few samples to tell, or too many of other code. */
  UNSHAPED("unshaped", "not told by its samples", 0.45, 1.5, 6.5);

  private final String id;
  private final String title;
  private final Optional<Work> work;
  private final ThreePoint gain;

  Shape(String id, String title, Work work, double low, double central, double high) {
    this(id, title, Optional.of(work), new ThreePoint(low, central, high));
  }

  Shape(String id, String title, double low, double central, double high) {
    this(id, title, Optional.empty(), new ThreePoint(low, central, high));
  }

  Shape(String id, String title, Optional<Work> work, ThreePoint gain) {
    this.id = id;
    this.title = title;
    this.work = work;
    this.gain = gain;
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
    return "kernels of this shape, ported by hand and measured";
  }
}
