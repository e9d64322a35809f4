package io.github.rustfit.readers.gc;

import java.util.Locale;

/** Where facts of collections are read from. */
public enum GcSource {
  /** Unified logs, {@code -Xlog}: JDK 9 and later. */
  LOG(9, Integer.MAX_VALUE),
  /** Logs of {@code -Xloggc} and {@code -XX:+PrintGC}: up to JDK 8. */
  LEGACY(6, 8),
  /** Recordings of the JDK's Flight Recorder. */
  RECORDING(11, Integer.MAX_VALUE);

  private final int firstJdk;
  private final int lastJdk;

  GcSource(int firstJdk, int lastJdk) {
    this.firstJdk = firstJdk;
    this.lastJdk = lastJdk;
  }

  /** The first JDK whose sources of this kind are read. */
  public int firstJdk() {
    return firstJdk;
  }

  /** The last one; {@link Integer#MAX_VALUE} when the newest makes them. */
  public int lastJdk() {
    return lastJdk;
  }

  /** Its name in the table. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
