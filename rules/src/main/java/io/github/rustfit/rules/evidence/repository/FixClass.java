package io.github.rustfit.rules.evidence.repository;

import java.util.Locale;

/** What a fix commit's subject says, or its changed lines show, was wrong. */
public enum FixClass {
  /** A null dereference; NullAway finds it in Java. */
  NULL,
  /** A data race or another unsynchronised access; Rust's compiler refuses data races. */
  RACE,
  /** A deadlock or hang, which Rust does not prevent. */
  DEADLOCK,
  /** A resource that was not closed; try-with-resources closes it in Java. */
  RESOURCE,
  /** Native memory, JNI or a reference count; safe Rust refuses most of it. */
  NATIVE,
  /**
   * A swallowed error or a case that was forgotten; sealed types and Error Prone find it in Java.
   */
  SWALLOWED,
  /** Garbage collection or memory use: pain, not a defect. */
  GC,
  /** Speed: pain, not a defect. */
  SPEED;

  /** The name in {@code report.json}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether Rust's compiler refuses defects of this kind and Java has no guard against them. */
  public boolean speaksForRust() {
    return this == RACE || this == NATIVE;
  }
}
