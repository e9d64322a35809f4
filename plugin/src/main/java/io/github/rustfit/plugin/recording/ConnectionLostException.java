package io.github.rustfit.plugin.recording;

/** A JVM broke off in the middle of a command, or is not there any more: most likely it ended. */
final class ConnectionLostException extends RecordingException {

  private static final long serialVersionUID = 1L;

  ConnectionLostException(String message) {
    super(message);
  }
}
