package calibration.crc;

import calibration.Kernel;
import calibration.Lcg;
import java.util.zip.CRC32;

/** Checksums of blocks of 4 KiB, as storage writes them. */
public final class Checksums implements Kernel {

  private static final int BLOCK = 4096;

  private final byte[] data = new byte[256 * BLOCK];

  /** Makes the data. */
  public Checksums() {
    Lcg random = new Lcg(11);
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) random.below(256);
    }
  }

  @Override
  public long run() {
    long sum = 0;
    CRC32 crc = new CRC32();
    for (int at = 0; at < data.length; at += BLOCK) {
      crc.reset();
      crc.update(data, at, BLOCK);
      sum = sum * 31 + crc.getValue();
    }
    return sum;
  }
}
