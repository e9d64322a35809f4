package io.github.rustfit.engine.fold;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rustfit.rules.evidence.Fold;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a sum is called: the same for the same inputs whose stacks were cut by the same share. */
final class FoldKey {

  private FoldKey() {}

  /** A digest of the members and the share, lower-case hexadecimal. */
  static String of(Fold fold) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(("fold " + fold.share() + '\n').getBytes(UTF_8));
      for (String member : fold.members()) {
        digest.update((member + '\n').getBytes(UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
