package io.github.rustfit.trial.starter;

/** Why a starter cannot be written: the message names the place and what to do. */
public final class StarterException extends Exception {

  private static final long serialVersionUID = 1;

  StarterException(String message) {
    super(message);
  }

  StarterException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
