package io.github.rustfit.plugin.export;

/** A recording cannot be exported as wanted. The message is a sentence for users. */
final class ExportException extends Exception {

  private static final long serialVersionUID = 1;

  /** What to do about it, as a sentence. */
  private final String remedy;

  ExportException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
