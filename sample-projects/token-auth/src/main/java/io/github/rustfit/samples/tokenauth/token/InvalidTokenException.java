package io.github.rustfit.samples.tokenauth.token;

/**
 * A token that is not accepted. Whoever sends garbage decides how often it is thrown, so it is
 * cheap: it carries no stack trace.
 */
public final class InvalidTokenException extends Exception {
  private static final long serialVersionUID = 1;

  InvalidTokenException(String reason) {
    super(reason, null, false, false);
  }
}
