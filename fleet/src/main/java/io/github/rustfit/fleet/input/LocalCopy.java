package io.github.rustfit.fleet.input;

import io.github.rustfit.readers.files.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * A file of any file system as a file of this machine, under the same path below a folder of its
 * own; gone when it is closed.
 */
final class LocalCopy implements AutoCloseable {

  /** Bytes of one file; readers stop there too. */
  static final long MAX_BYTES = 4L << 30;

  private static final int BUFFER = 1 << 16;
  private static final int ATTEMPTS = 3;
  private static final long FIRST_PAUSE_MILLIS = 200;

  private final Path root;
  private final Path file;
  private String sha256 = "";

  private LocalCopy(Path root, Path file) {
    this.root = root;
    this.file = file;
  }

  /** What a storage did not give, in words for people. */
  static final class NotFetchedException extends IOException {

    private static final long serialVersionUID = 1;

    NotFetchedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Copies a file; what the storage does not give is asked for again, twice.
   *
   * @throws NotFetchedException if the storage does not give it
   * @throws IOException if it cannot lie here: it is too large or its name is none; the message
   *     says so
   */
  static LocalCopy of(InputFile from, Configuration hadoop) throws IOException {
    if (from.bytes() > MAX_BYTES) {
      throw new IOException("It is larger than " + MAX_BYTES + " bytes");
    }
    Path root = Files.createTempDirectory("rustfit-fleet").toRealPath();
    LocalCopy copy = new LocalCopy(root, place(root, from.path()));
    try {
      Path parent = copy.file.getParent();
      Files.createDirectories(parent == null ? root : parent);
      copy.fetch(from, hadoop);
      return copy;
    } catch (IOException | RuntimeException | Error e) {
      copy.close();
      throw e;
    }
  }

  private static Path place(Path root, String path) throws IOException {
    try {
      Path file = root.resolve(path).normalize();
      if (!file.startsWith(root) || file.equals(root)) {
        throw new IOException("Its name leads out of its folder");
      }
      return file;
    } catch (InvalidPathException e) {
      throw new IOException("Its name cannot be that of a file on this machine", e);
    }
  }

  private void fetch(InputFile from, Configuration hadoop) throws IOException {
    List<IOException> failures = new ArrayList<>();
    for (int attempt = 1; ; attempt++) {
      try {
        copy(from, hadoop);
        return;
      } catch (TooLargeException e) {
        throw e;
      } catch (IOException e) {
        failures.add(e);
        if (attempt == ATTEMPTS || !pause(FIRST_PAUSE_MILLIS << attempt)) {
          IOException first = failures.get(0);
          throw new NotFetchedException(String.valueOf(first.getMessage()), first);
        }
      }
    }
  }

  private static boolean pause(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    TooLargeException() {
      super("It grew beyond " + MAX_BYTES + " bytes while it was copied");
    }
  }

  private void copy(InputFile from, Configuration hadoop) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(from.uri());
    MessageDigest digest = Sha256.start();
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    try (InputStream in = path.getFileSystem(hadoop).open(path);
        OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > MAX_BYTES) {
          throw new TooLargeException();
        }
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    }
    if (bytes < from.bytes()) {
      throw new IOException("only " + bytes + " of its " + from.bytes() + " bytes came");
    }
    sha256 = HexFormat.of().formatHex(digest.digest());
  }

  /** The folder below which it lies. */
  Path root() {
    return root;
  }

  /** Where it lies. */
  Path file() {
    return file;
  }

  /** Digest of the file as it is, packed or not. */
  String sha256() {
    return sha256;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    }
  }
}
