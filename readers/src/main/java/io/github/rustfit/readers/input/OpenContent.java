package io.github.rustfit.readers.input;

import io.github.rustfit.readers.files.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One content while it is read. Its digest is taken during the first reading; when a reader goes to
 * a plain file directly, beside it on another thread. Damage ends the content early and is kept for
 * the caller. Thread-safe.
 */
final class OpenContent implements Content {

  /** Where the uncompressed bytes come from. */
  interface Source {
    InputStream open() throws IOException;
  }

  private static final TolerantStream.Listener NOBODY = (sha256, bytes, damage) -> {};

  private final String path;
  private final Source source;
  private final @Nullable Path plainFile;
  private final TempFolder temp;
  private final Progress progress;
  private final long size;
  private @Nullable Path unpacked;
  private @Nullable CompletableFuture<Void> digesting;
  private String sha256 = "";
  private String damage = "";
  private long bytes;
  private Set<String> elsewhere = Set.of();
  private Window window = Window.ALL;

  /**
   * @param plainFile the file whose bytes are the content; null when they are packed
   * @param size number of bytes, or -1 when that is not known yet
   */
  OpenContent(
      String path,
      Source source,
      @Nullable Path plainFile,
      TempFolder temp,
      Progress progress,
      long size) {
    this.path = path;
    this.progress = progress;
    this.size = size;
    this.source = source;
    this.plainFile = plainFile;
    this.temp = temp;
  }

  @Override
  public String path() {
    return path;
  }

  /** Has these parts passed over, as another input holds them too. */
  void countedElsewhere(Set<String> parts) {
    elsewhere = Set.copyOf(parts);
  }

  /** Has only this part looked at. */
  void window(Window part) {
    window = part;
  }

  @Override
  public Window window() {
    return window;
  }

  @Override
  public Set<String> countedElsewhere() {
    return elsewhere;
  }

  /** The first bytes, as {@link InputReader#claims} wants them. */
  byte[] head() throws IOException {
    try (InputStream in = new TolerantStream(source.open(), null, NOBODY)) {
      return in.readNBytes(HEAD_BYTES);
    }
  }

  @Override
  public InputStream open() throws IOException {
    Path file = unpackedFile();
    if (file != null) {
      return Files.newInputStream(file);
    }
    InputStream in = new ProgressStream(source.open(), this::readTo);
    return new TolerantStream(in, digestIfNeeded(), this::ended);
  }

  @Override
  public void readTo(long count) {
    progress.readTo(path, count, size);
  }

  @Override
  public Path file() throws IOException {
    synchronized (this) {
      if (plainFile != null) {
        if (sha256.isEmpty() && digesting == null) {
          digesting = CompletableFuture.runAsync(this::readThrough);
        }
        return plainFile;
      }
      if (unpacked == null) {
        Path file = temp.newFile();
        try (InputStream in = open()) {
          Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        unpacked = file;
      }
      return unpacked;
    }
  }

  /** Digest of the content, or of what could be read of it; reads it if no reader did. */
  String sha256() throws IOException {
    CompletableFuture<Void> running;
    synchronized (this) {
      running = digesting;
    }
    try {
      if (running != null) {
        running.join();
      } else if (digestIfNeeded() != null) {
        readThrough();
      }
    } catch (CompletionException e) {
      throw new IOException("the content could not be read to its end");
    }
    synchronized (this) {
      return sha256;
    }
  }

  /** Why the content ends early; empty when it is whole. Known after {@link #sha256}. */
  synchronized String damage() {
    return damage;
  }

  /** Length of the content. Known after {@link #sha256}. */
  synchronized long bytes() {
    return bytes;
  }

  private void readThrough() {
    try (InputStream in = new TolerantStream(source.open(), digestIfNeeded(), this::ended)) {
      Skipping.byReading(in, Long.MAX_VALUE);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private synchronized @Nullable Path unpackedFile() {
    return unpacked;
  }

  private synchronized @Nullable MessageDigest digestIfNeeded() {
    return sha256.isEmpty() ? Sha256.start() : null;
  }

  private synchronized void ended(byte[] digest, long count, String why) {
    sha256 = HexFormat.of().formatHex(digest);
    bytes = count;
    damage = why;
  }
}
