package io.github.rustfit.samples.crudapi.domain;

/** The client sent something that breaks a rule; the message says which. */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes a message that the client may see. */
  public InvalidInputException(String message) {
    super(message);
  }
}
