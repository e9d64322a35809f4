package io.github.rustfit.samples.tokenauth.token;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import javax.crypto.Mac;

/** Checks signatures with one key. Keeps its state from call to call; not for several threads. */
interface SignatureCheck {

  /** Whether the signature is that of the first bytes of a text. */
  boolean matches(byte[] text, int length, byte[] signature) throws GeneralSecurityException;

  static SignatureCheck with(KeySet.VerificationKey key) throws GeneralSecurityException {
    if (key.key() instanceof PublicKey publicKey) {
      Signature rsa = Signature.getInstance("SHA256withRSA");
      rsa.initVerify(publicKey);
      return (text, length, signature) -> rsa(rsa, text, length, signature);
    }
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(key.key());
    return (text, length, signature) -> {
      mac.update(text, 0, length);
      return MessageDigest.isEqual(mac.doFinal(), signature);
    };
  }

  private static boolean rsa(Signature rsa, byte[] text, int length, byte[] signature)
      throws GeneralSecurityException {
    rsa.update(text, 0, length);
    try {
      return rsa.verify(signature);
    } catch (SignatureException wrongLength) {
      return false;
    }
  }
}
