package io.github.rustfit.trial.port;

/** What stands before the functions of a port. */
public final class PortText {

  /**
   * Names that the functions use, and what Java lets pass: values that are set and not read,
   * statements that are not reached, brackets that show how Java binds.
   */
  public static final String HEAD =
      """
      #![allow(unused, unused_comparisons, unconditional_recursion, clippy::all)]

      use crate::{Refused, java};

      """;

  private PortText() {}
}
