package io.github.rustfit.readers.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file put in the place of another, so that readers see either of them and never a part. */
public final class Replacing {

  private Replacing() {}

  /** Moves a complete file to where it belongs; at once, where the storage can. */
  public static void with(Path complete, Path target) throws IOException {
    try {
      Files.move(
          complete, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(complete, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
