package io.github.rustfit.trial.port;

/** How a variable is kept. */
enum Storage {
  /** A value, copied where it is assigned. */
  VALUE,
  /** An array of its own. */
  OWNED,
  /** A reference to an array that is only read meanwhile. */
  SHARED,
  /** The only reference to an array meanwhile. */
  UNIQUE,
  /** Another name for an array, or for a row of one. */
  ALIAS
}
