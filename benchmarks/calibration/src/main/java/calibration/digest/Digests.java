package calibration.digest;

import calibration.Kernel;
import calibration.Lcg;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-512 of messages of some hundred bytes, chained. */
public final class Digests implements Kernel {

  private final byte[][] messages = new byte[300][];

  /** Makes the messages. */
  public Digests() {
    Lcg random = new Lcg(13);
    for (int i = 0; i < messages.length; i++) {
      messages[i] = new byte[300 + random.below(600)];
      for (int j = 0; j < messages[i].length; j++) {
        messages[i][j] = (byte) random.below(256);
      }
    }
  }

  @Override
  public long run() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-512");
      byte[] chain = new byte[64];
      for (byte[] message : messages) {
        digest.update(chain);
        digest.update(message);
        chain = digest.digest();
      }
      long sum = 0;
      for (byte one : chain) {
        sum = sum * 31 + (one & 0xff);
      }
      return sum;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
