package io.github.rustfit.samples.crudapi.domain;

/** The client asked for something that does not exist. */
public final class NotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names what was asked for, such as {@code customer 7}. */
  public NotFoundException(String what) {
    super(what + " does not exist");
  }
}
