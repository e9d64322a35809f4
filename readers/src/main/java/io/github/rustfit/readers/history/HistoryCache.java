package io.github.rustfit.readers.history;

import io.github.rustfit.readers.codec.EvidenceFormatException;
import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.rules.evidence.Evidence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was read of a history, by all that it depends on. An entry is its digest and its
 * content; one that is damaged counts as none. Entries are written whole and then moved into place,
 * so that builds at the same time do not disturb each other, and name no path of the machine, so
 * that the folder can be moved. A folder that cannot be written means only that the next run reads
 * again.
 */
final class HistoryCache {

  /** To be raised with every change of what is read, so that older entries are not used. */
  private static final String VERSION = "1";

  private static final long MOST_BYTES = 256L << 20;
  private static final int DIGEST_BYTES = 32;

  private final Path folder;

  HistoryCache(Path folder) {
    this.folder = folder;
  }

  /** The name of an entry that depends on these texts. */
  static String key(Collection<String> parts) {
    MessageDigest digest = sha256();
    digest.update(VERSION.getBytes(StandardCharsets.UTF_8));
    for (String part : parts) {
      digest.update((byte) 0);
      digest.update(part.getBytes(StandardCharsets.UTF_8));
    }
    return "history-" + HexFormat.of().formatHex(digest.digest()) + ".bin";
  }

  /** What was kept under a name. */
  Optional<Evidence> get(String key) {
    Path file = folder.resolve(key);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      byte[] entry = Files.readAllBytes(file);
      if (entry.length < DIGEST_BYTES) {
        return Optional.empty();
      }
      byte[] content = Arrays.copyOfRange(entry, DIGEST_BYTES, entry.length);
      return Arrays.equals(sha256().digest(content), Arrays.copyOf(entry, DIGEST_BYTES))
          ? Optional.of(EvidenceJson.read(new ByteArrayInputStream(content)))
          : Optional.empty();
    } catch (IOException | EvidenceFormatException e) {
      return Optional.empty();
    }
  }

  /** Keeps it under a name, if the folder can be written. */
  void put(String key, Evidence evidence) {
    @Nullable Path temporary = null;
    try {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      EvidenceJson.write(evidence, content);
      Files.createDirectories(folder);
      temporary = Files.createTempFile(folder, "history-", ".tmp");
      try (var out = Files.newOutputStream(temporary)) {
        out.write(sha256().digest(content.toByteArray()));
        content.writeTo(out);
      }
      move(temporary, folder.resolve(key));
    } catch (IOException e) {
      discard(temporary);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void discard(@Nullable Path temporary) {
    try {
      if (temporary != null) {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      // a left-over of a folder that cannot be written: nothing depends on it
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
