package io.github.rustfit.readers.input;

/**
 * How much hostile input may cost.
 *
 * @param maxBytes bytes that one file may decompress to, all entries of an archive together
 * @param maxRatio uncompressed bytes for each compressed one, beyond {@code ratioFromBytes}
 * @param ratioFromBytes uncompressed bytes from which the ratio is looked at
 * @param maxEntries entries of one archive
 * @param maxDepth folders below a directory or a glob's fixed part
 * @param maxFiles files looked at for one directory or glob
 */
record Limits(
    long maxBytes, long maxRatio, long ratioFromBytes, int maxEntries, int maxDepth, int maxFiles) {

  /**
   * 4 GiB, and 1000:1 beyond 10 MiB: deflate cannot exceed 1032:1 (zlib's technical details), and
   * recordings and logs stay below 100:1.
   */
  static final Limits DEFAULT = new Limits(4L << 30, 1000, 10L << 20, 10_000, 32, 200_000);
}
