package io.github.rustfit.readers.input;

import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.files.RelativePath;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** An archive's entry that is checked against the archive's checksum at its end. */
final class EntryStream extends FilterInputStream {
  private final String name;
  private final long expected;
  private final CRC32 crc = new CRC32();
  private long count;

  /**
   * @param expected CRC-32 of the whole entry; -1 when it is known that the end is missing
   */
  EntryStream(InputStream in, String name, long expected) {
    super(in);
    this.name = RelativePath.printable(name);
    this.expected = expected;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n;
    try {
      n = in.read(buffer, offset, length);
    } catch (ZipException | EOFException e) {
      throw damaged(Causes.of(e));
    }
    if (n > 0) {
      crc.update(buffer, offset, n);
      count += n;
    } else if (n < 0 && crc.getValue() != expected) {
      throw damaged(expected < 0 ? "its end is missing" : "wrong checksum");
    }
    return n;
  }

  private DamagedException damaged(String why) {
    return new DamagedException(
        "The archive's entry " + name + " is damaged at its byte " + count + " (" + why + ")");
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
