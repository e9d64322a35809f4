package io.github.rustfit.readers.input;

import java.io.IOException;
import java.io.InputStream;

/** Skipping for streams that must see every byte. */
final class Skipping {

  private Skipping() {}

  /** Reads and drops up to {@code n} bytes; less only at the end. */
  static long byReading(InputStream in, long n) throws IOException {
    byte[] dropped = new byte[(int) Math.max(1, Math.min(n, 64 * 1024))];
    long left = n;
    while (left > 0) {
      int read = in.read(dropped, 0, (int) Math.min(left, dropped.length));
      if (read < 0) {
        break;
      }
      left -= read;
    }
    return Math.max(0, n - Math.max(0, left));
  }
}
