package io.github.rustfit.readers.history;

import io.github.rustfit.readers.cache.CacheFolder;
import io.github.rustfit.readers.codec.EvidenceFormatException;
import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.readers.files.Sha256;
import io.github.rustfit.rules.evidence.Evidence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Keeps what was read of a history, by all that it depends on. An entry is its digest and its
 * content; one that is damaged counts as none. Entries name no path of the machine, so that the
 * folder can be moved.
 */
final class HistoryCache {

  private static final long MOST_BYTES = 256L << 20;
  private static final int DIGEST_BYTES = 32;

  /** Entries of other commits that stay, for those who go back and forth. */
  private static final int MOST_ENTRIES = 20;

  private static final String PREFIX = "history-";

  private final CacheFolder folder;

  HistoryCache(CacheFolder folder) {
    this.folder = folder;
  }

  /**
   * The name of an entry that depends on these texts.
   *
   * @param version of the code that reads histories: see {@link
   *     io.github.rustfit.readers.cache.CodeVersion}
   */
  static String key(String version, Collection<String> parts) {
    MessageDigest digest = Sha256.start();
    digest.update(version.getBytes(StandardCharsets.UTF_8));
    for (String part : parts) {
      digest.update((byte) 0);
      digest.update(part.getBytes(StandardCharsets.UTF_8));
    }
    return PREFIX + HexFormat.of().formatHex(digest.digest()) + ".bin";
  }

  /** What was kept under a name. */
  Optional<Evidence> get(String key) {
    byte[] entry = folder.read(key, MOST_BYTES).orElse(new byte[0]);
    if (entry.length < DIGEST_BYTES) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOfRange(entry, DIGEST_BYTES, entry.length);
    try {
      return Arrays.equals(Sha256.start().digest(content), Arrays.copyOf(entry, DIGEST_BYTES))
          ? Optional.of(EvidenceJson.read(new ByteArrayInputStream(content)))
          : Optional.empty();
    } catch (IOException | EvidenceFormatException e) {
      return Optional.empty();
    }
  }

  /** Keeps it under a name, if the folder can be written. */
  void put(String key, Evidence evidence) {
    folder.write(
        key,
        out -> {
          ByteArrayOutputStream content = new ByteArrayOutputStream();
          EvidenceJson.write(evidence, content);
          out.write(Sha256.of(content.toByteArray()));
          content.writeTo(out);
        });
    folder.keepYoungest(PREFIX, MOST_ENTRIES);
  }
}
