package pairs;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** {@code expensive-object-per-call}: small messages, encrypted one by one. */
final class ExpensiveObjectPerCall implements Pair {

  private static final String KIND = "AES/CTR/NoPadding";
  private static final SecretKeySpec KEY = new SecretKeySpec(new byte[16], "AES");
  private static final IvParameterSpec START = new IvParameterSpec(new byte[16]);

  private final Cipher kept = Cipher.getInstance(KIND);
  private final byte[] message = new byte[256];

  ExpensiveObjectPerCall() throws GeneralSecurityException {
    Input.random().nextBytes(message);
  }

  @Override
  public long before() throws GeneralSecurityException {
    long sum = 0;
    for (int i = 0; i < 200; i++) {
      Cipher cipher = Cipher.getInstance(KIND);
      cipher.init(Cipher.ENCRYPT_MODE, KEY, START);
      sum += cipher.doFinal(message)[i];
    }
    return sum;
  }

  @Override
  public long after() throws GeneralSecurityException {
    long sum = 0;
    for (int i = 0; i < 200; i++) {
      kept.init(Cipher.ENCRYPT_MODE, KEY, START);
      sum += kept.doFinal(message)[i];
    }
    return sum;
  }
}
