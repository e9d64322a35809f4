package io.github.rustfit.readers.labels;

import io.github.rustfit.readers.files.Sha256;
import java.nio.charset.StandardCharsets;

/** What becomes of the names of hosts. */
public enum Hosts {
  /** They stay. */
  KEEP,
  /** A digest stands for each, by which hosts can be told apart; a name can be guessed from it. */
  HASH,
  /** They go. */
  DROP;

  private static final int DIGITS = 12;

  /** What is kept of a name. */
  String kept(String host) {
    if (host.isEmpty()) {
      return "";
    }
    return switch (this) {
      case KEEP -> host;
      case HASH -> Sha256.hex(host.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
      case DROP -> "";
    };
  }
}
