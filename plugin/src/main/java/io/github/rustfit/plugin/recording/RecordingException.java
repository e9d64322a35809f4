package io.github.rustfit.plugin.recording;

/** A recording cannot be made or kept; the message is for the user and says what to do. */
public sealed class RecordingException extends Exception permits ConnectionLostException {

  private static final long serialVersionUID = 1L;

  RecordingException(String message) {
    super(message);
  }

  RecordingException(String message, Throwable cause) {
    super(message, cause);
  }
}
