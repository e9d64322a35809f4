package io.github.rustfit.fleet.testing;

import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.InputKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * A reader that says in a file in which process it reads, and waits until another file is there: so
 * a test can end that process while it reads. Both lie in the folder that the content names.
 */
public final class WaitingReader implements InputReader {

  /** How such content begins. */
  public static final String MARK = "WAIT ";

  /** The file that ends the waiting. */
  public static final String GO = "go";

  private static final long POLL_NANOS = 20_000_000;

  @Override
  public InputKind kind() {
    return new InputKind("waiting");
  }

  @Override
  public boolean claims(byte[] head) {
    return new String(head, StandardCharsets.UTF_8).startsWith(MARK);
  }

  @Override
  public Reading read(Content content) throws IOException {
    Path folder;
    try (var in = content.open()) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      folder = Path.of(text.substring(MARK.length()).strip());
    }
    Files.write(folder.resolve("pid-" + ProcessHandle.current().pid()), new byte[0]);
    while (!Files.exists(folder.resolve(GO))) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    return Reading.failed("It holds nothing but a folder's name.");
  }
}
