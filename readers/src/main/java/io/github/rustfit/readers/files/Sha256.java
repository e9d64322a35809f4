package io.github.rustfit.readers.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests: of what was read, for names of cache entries, and for fingerprints. */
public final class Sha256 {

  private Sha256() {}

  /** A fresh digest, to be fed bit by bit. */
  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The digest of these bytes, 32 of them. */
  public static byte[] of(byte[] bytes) {
    return start().digest(bytes);
  }

  /** The digest of these bytes in lower-case hexadecimal. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(of(bytes));
  }

  /**
   * The start of the digest of a text as UTF-8.
   *
   * @param bytes how many of its 32 bytes; each is two lower-case hexadecimal digits
   */
  public static String hex(String text, int bytes) {
    return HexFormat.of().formatHex(of(text.getBytes(UTF_8)), 0, bytes);
  }
}
