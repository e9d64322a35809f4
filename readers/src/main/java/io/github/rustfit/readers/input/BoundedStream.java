package io.github.rustfit.readers.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Ends decompression with a {@link DamagedException} when a limit is passed. */
final class BoundedStream extends FilterInputStream {
  private static final String GENUINE = "If it is genuine, unpack it and name what it holds.";

  private final long maxBytes;
  private final Limits limits;
  private final LongSupplier compressedBytes;
  private long count;

  /**
   * @param in the decompressed data
   * @param maxBytes how much of it is allowed
   * @param limits the ratio that is allowed
   * @param compressedBytes how many compressed bytes the data so far was made from
   */
  BoundedStream(InputStream in, long maxBytes, Limits limits, LongSupplier compressedBytes) {
    super(in);
    this.maxBytes = maxBytes;
    this.limits = limits;
    this.compressedBytes = compressedBytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length > 0 && count >= maxBytes) {
      if (in.read() < 0) {
        return -1;
      }
      throw new DamagedException(
          "It unpacks to more than the " + maxBytes + " bytes allowed", GENUINE);
    }
    int n = in.read(buffer, offset, (int) Math.min(length, maxBytes - count));
    if (n > 0) {
      count += n;
      long allowed = Math.max(1, compressedBytes.getAsLong()) * limits.maxRatio();
      if (count > limits.ratioFromBytes() && count > allowed) {
        throw new DamagedException(
            "It looks like a decompression bomb: more than " + limits.maxRatio() + ":1", GENUINE);
      }
    }
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    return Skipping.byReading(this, n);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
