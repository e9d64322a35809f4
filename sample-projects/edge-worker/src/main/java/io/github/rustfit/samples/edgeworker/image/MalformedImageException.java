package io.github.rustfit.samples.edgeworker.image;

/** The bytes are not a picture that can be turned into a thumbnail. */
public final class MalformedImageException extends Exception {
  private static final long serialVersionUID = 1;

  MalformedImageException(String message) {
    super(message);
  }
}
