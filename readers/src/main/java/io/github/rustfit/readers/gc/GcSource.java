package io.github.rustfit.readers.gc;

import java.util.Locale;

/** Where facts of collections are read from. */
public enum GcSource {
  /** Unified logs, {@code -Xlog}: JDK 9 and later. */
  LOG(9),
  /** Logs of {@code -Xloggc} and {@code -XX:+PrintGC}: up to JDK 8. */
  LEGACY(6),
  /** Recordings of the JDK's Flight Recorder. */
  RECORDING(11);

  private final int firstJdk;

  GcSource(int firstJdk) {
    this.firstJdk = firstJdk;
  }

  /** The first JDK whose sources of this kind are read. */
  int firstJdk() {
    return firstJdk;
  }

  /** Its name in the table. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
