package io.github.rustfit.readers.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Failures in words that hold on every machine: no absolute path. */
public final class Causes {

  private Causes() {}

  /** What went wrong with the storage, without the path that most such messages carry. */
  public static String of(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access denied";
    }
    if (e instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (e instanceof FileSystemException file) {
      return file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
    }
    String message = String.valueOf(e.getMessage());
    return message.contains("/") || message.contains("\\") || e.getMessage() == null
        ? e.getClass().getSimpleName()
        : RelativePath.printable(message);
  }
}
