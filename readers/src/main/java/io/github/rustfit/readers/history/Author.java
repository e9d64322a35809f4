package io.github.rustfit.readers.history;

import io.github.rustfit.readers.files.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.util.RawParseUtils;

/** Who wrote a commit, as a hash: neither a name nor a mail address leaves this package. */
final class Author {

  /** What is looked at of the line that names the author, in bytes. */
  private static final int MOST_BYTES = 4096;

  private static final int HASH_BYTES = 8;

  private Author() {}

  /**
   * The start of the SHA-256 of the mail address in lower case, of several of one person the one
   * that the map names; empty for automatic committers.
   */
  static Optional<String> hash(byte[] commit, Mailmap people) {
    int start = RawParseUtils.author(commit, 0);
    if (start < 0) {
      return Optional.empty();
    }
    int end = Math.min(RawParseUtils.nextLF(commit, start), start + MOST_BYTES);
    String line = new String(commit, start, end - start, StandardCharsets.UTF_8);
    int open = line.indexOf('<');
    int close = line.indexOf('>', Math.max(open, 0));
    if (open < 0 || close < 0) {
      return Optional.empty();
    }
    String name = line.substring(0, open).strip().toLowerCase(Locale.ROOT);
    String mail = line.substring(open + 1, close).strip().toLowerCase(Locale.ROOT);
    return automatic(name) || automatic(mail)
        ? Optional.empty()
        : Optional.of(Sha256.hex(people.mail(name, mail), HASH_BYTES));
  }

  private static boolean automatic(String who) {
    return who.contains("[bot]") || who.startsWith("dependabot") || who.startsWith("renovate");
  }
}
