package io.github.rustfit.samples.tokenauth.load;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.SplittableRandom;

/** Tokens as they arrive: mostly good ones, some too old, some that somebody has tampered with. */
final class Tokens {
  static final String AUDIENCE = "orders-api";
  private static final int COUNT = 4_000;
  private static final int RSA_PERCENT = 70;
  private static final int EXPIRED_PERCENT = 6;
  private static final int TAMPERED_PERCENT = 3;
  private static final int GARBAGE_PERCENT = 1;
  private static final long LIFETIME_SECONDS = 7_200;

  /**
   * A token and what must be said of it.
   *
   * @param text the token
   * @param answer how the answer must begin
   */
  record Sample(byte[] text, String answer) {}

  private final Sample[] samples = new Sample[COUNT];

  /** Signs a stock of tokens to choose from; the same users each time, but not the same bytes. */
  Tokens(Issuer issuer, SplittableRandom random) throws GeneralSecurityException {
    for (int i = 0; i < COUNT; i++) {
      samples[i] = sample(issuer, random);
    }
  }

  Sample any(SplittableRandom random) {
    return samples[random.nextInt(COUNT)];
  }

  private static Sample sample(Issuer issuer, SplittableRandom random)
      throws GeneralSecurityException {
    boolean rsa = random.nextInt(100) < RSA_PERCENT;
    long now = System.currentTimeMillis() / 1000;
    int kind = random.nextInt(100);
    if (kind < EXPIRED_PERCENT) {
      String old = issuer.token(claims(now - 2 * LIFETIME_SECONDS, random), rsa);
      return new Sample(bytes(old), "denied expired");
    }
    String token = issuer.token(claims(now, random), rsa);
    if (kind < EXPIRED_PERCENT + TAMPERED_PERCENT) {
      String other = issuer.token(claims(now, random), rsa);
      String claims = other.substring(other.indexOf('.'), other.lastIndexOf('.'));
      String forged =
          token.substring(0, token.indexOf('.')) + claims + token.substring(token.lastIndexOf('.'));
      return new Sample(bytes(forged), "denied wrong signature");
    }
    if (kind < EXPIRED_PERCENT + TAMPERED_PERCENT + GARBAGE_PERCENT) {
      byte[] garbage = bytes(token);
      garbage[random.nextInt(20)] = (byte) random.nextInt(33, 45);
      return new Sample(garbage, "denied ");
    }
    return new Sample(bytes(token), "ok ");
  }

  private static String claims(long issued, SplittableRandom random) {
    return "{\"iss\":\""
        + Issuer.NAME
        + "\",\"sub\":\"user-"
        + random.nextInt(1_000_000)
        + "\",\"aud\":[\"orders-api\",\"billing-api\"],\"iat\":"
        + issued
        + ",\"nbf\":"
        + issued
        + ",\"exp\":"
        + (issued + LIFETIME_SECONDS)
        + ",\"jti\":\""
        + Long.toHexString(random.nextLong())
        + "\",\"scope\":\"orders:read orders:write profile\",\"name\":\"Zo\\u00eb M\u00fcller\","
        + "\"roles\":{\"shop\":[\"buyer\",\"reviewer\"],\"desk\":[]},\"mfa\":true}";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
