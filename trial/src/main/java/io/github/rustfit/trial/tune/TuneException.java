package io.github.rustfit.trial.tune;

/** A tuning run that cannot go on; the message says why and what to do. */
public final class TuneException extends Exception {

  private static final long serialVersionUID = 1;

  public TuneException(String message) {
    super(message);
  }

  public TuneException(String message, Throwable cause) {
    super(message, cause);
  }
}
