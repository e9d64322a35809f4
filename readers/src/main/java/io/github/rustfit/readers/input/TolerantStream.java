package io.github.rustfit.readers.input;

import io.github.rustfit.readers.files.Causes;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * What could be read of a content: damage shows as its end, and is remembered. Takes the digest on
 * the way; closing early reads the rest for it.
 */
final class TolerantStream extends InputStream {

  /** Told once, when the end was reached and the stream is closed. */
  interface Listener {
    /**
     * @param sha256 digest of all bytes that could be read
     * @param bytes their number
     * @param damage why there are no more; empty at the true end
     */
    void ended(byte[] sha256, long bytes, String damage);
  }

  private final InputStream in;
  private final @Nullable MessageDigest digest;
  private final Listener listener;
  private long bytes;
  private boolean ended;
  private boolean closed;
  private String damage = "";

  /**
   * @param digest a fresh digest, or null to read no further than asked and tell nobody
   */
  TolerantStream(InputStream in, @Nullable MessageDigest digest, Listener listener) {
    this.in = in;
    this.digest = digest;
    this.listener = listener;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (closed) {
      throw new IOException("stream closed");
    }
    if (length == 0) {
      return 0;
    }
    if (ended) {
      return -1;
    }
    int n = readSome(buffer, offset, length);
    if (n < 0) {
      ended = true;
    } else {
      bytes += n;
      if (digest != null) {
        digest.update(buffer, offset, n);
      }
    }
    return n;
  }

  private int readSome(byte[] buffer, int offset, int length) {
    try {
      return in.read(buffer, offset, length);
    } catch (DamagedException e) {
      damage = e.getMessage() + "; " + bytes + " uncompressed bytes could be read. " + e.remedy();
    } catch (IOException e) {
      damage = "Reading failed after " + bytes + " bytes (" + Causes.of(e) + "). Copy it again.";
    } catch (RuntimeException e) {
      damage =
          "The compressed data is damaged; "
              + bytes
              + " uncompressed bytes could be read. Copy or record it again.";
    }
    return -1;
  }

  @Override
  public long skip(long n) throws IOException {
    return n <= 0 ? 0 : Skipping.byReading(this, n);
  }

  @Override
  public int available() throws IOException {
    return ended || closed ? 0 : in.available();
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    try {
      if (digest != null) {
        Skipping.byReading(this, Long.MAX_VALUE);
        listener.ended(digest.digest(), bytes, damage);
      }
    } finally {
      closed = true;
      in.close();
    }
  }
}
