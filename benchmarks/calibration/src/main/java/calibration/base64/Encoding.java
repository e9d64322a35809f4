package calibration.base64;

import calibration.Kernel;
import calibration.Lcg;
import java.util.Base64;
import java.util.zip.Adler32;

/** Base64 of attachments, with a checksum of the encoded form. */
public final class Encoding implements Kernel {

  private final byte[][] attachments = new byte[40][];

  /** Makes them. */
  public Encoding() {
    Lcg random = new Lcg(89);
    for (int i = 0; i < attachments.length; i++) {
      attachments[i] = new byte[9000 + random.below(6000)];
      for (int j = 0; j < attachments[i].length; j++) {
        attachments[i][j] = (byte) random.below(256);
      }
    }
  }

  @Override
  public long run() {
    long sum = 0;
    Adler32 adler = new Adler32();
    for (byte[] attachment : attachments) {
      byte[] encoded = Base64.getEncoder().encode(attachment);
      adler.reset();
      adler.update(encoded);
      sum = sum * 31 + adler.getValue();
    }
    return sum;
  }
}
