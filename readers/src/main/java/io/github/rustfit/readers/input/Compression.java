package io.github.rustfit.readers.input;

import java.io.IOException;
import java.io.InputStream;

/** How content is packed, judged by its first bytes. */
enum Compression {
  NONE,
  GZIP,
  ZSTD,
  ZIP;

  /** How many bytes {@link #of} wants to see. */
  static final int MAGIC_BYTES = 4;

  /** The packing that these first bytes announce. */
  static Compression of(byte[] head) {
    if (starts(head, 0x1f, 0x8b)) {
      return GZIP;
    }
    if (starts(head, 0x28, 0xb5, 0x2f, 0xfd) || skippable(head)) {
      return ZSTD;
    }
    return starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6) ? ZIP : NONE;
  }

  /**
   * The decompressed data, within limits. Damage shows as an IOException or, from the Zstandard
   * library, as a RuntimeException.
   *
   * @param in the packed data; closed with the result
   * @param maxBytes how much may come out
   * @param limits the ratio that is allowed
   */
  InputStream unpack(InputStream in, long maxBytes, Limits limits) throws IOException {
    CountingStream counted = new CountingStream(in);
    return switch (this) {
      case NONE -> in;
      case GZIP -> new BoundedStream(new GzipStream(counted), maxBytes, limits, counted::count);
      case ZSTD -> new BoundedStream(new ZstdStream(counted), maxBytes, limits, counted::count);
      case ZIP -> throw new IOException("an archive has entries, not content");
    };
  }

  private static boolean skippable(byte[] head) {
    return head.length >= MAGIC_BYTES
        && starts(new byte[] {head[1], head[2], head[3]}, 0x2a, 0x4d, 0x18)
        && (head[0] & 0xf0) == 0x50;
  }

  private static boolean starts(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
