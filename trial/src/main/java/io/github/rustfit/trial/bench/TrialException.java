package io.github.rustfit.trial.bench;

/** A trial that cannot be made; the message says why, and what to do. */
public final class TrialException extends Exception {

  private static final long serialVersionUID = 1;

  /** With this message. */
  public TrialException(String message) {
    super(message);
  }

  /** With this message and what caused it. */
  public TrialException(String message, Throwable cause) {
    super(message, cause);
  }
}
