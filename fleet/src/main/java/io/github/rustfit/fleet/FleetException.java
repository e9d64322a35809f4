package io.github.rustfit.fleet;

/** The job cannot be done as it was asked for; the message says why, and what to do. */
public final class FleetException extends Exception {

  private static final long serialVersionUID = 1;

  /** With a message for people. */
  public FleetException(String message) {
    super(message);
  }

  /** The same with its cause. */
  public FleetException(String message, Throwable cause) {
    super(message, cause);
  }
}
