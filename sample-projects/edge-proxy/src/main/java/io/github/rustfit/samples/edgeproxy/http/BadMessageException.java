package io.github.rustfit.samples.edgeproxy.http;

/** A message that is not forwarded. */
public final class BadMessageException extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  /** Takes the status to answer with. */
  public BadMessageException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The status that says why, if the message is a request. */
  public int status() {
    return status;
  }
}
