package io.github.rustfit.engine.production;

/** Where a sample of a native part was taken. */
enum Spot {
  /** In the kernel: in code of Rust that is neither the boundary's nor reached only by it. */
  RUST,
  /**
   * In the boundary: Java's classes for it, the JDK's, and what they call to copy and to convert.
   */
  CROSSING,
  /**
   * In the exported function or in native code right below it, where a kernel that was inlined and
   * the boundary look the same.
   */
  DOOR,
  /** In Java's own method, to which Rust left the call, or which does the work. */
  JAVA
}
