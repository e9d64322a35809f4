package io.github.rustfit.samples.tokenauth.token;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;

/**
 * Verifies signed tokens (JWS compact serialization, RFC 7515; claims of RFC 7519). The signature
 * is checked before anything that the token says is believed. Not for several threads.
 */
public final class TokenVerifier {
  private static final int MAX_BYTES = 8 * 1024;

  /** Clocks may differ by that much, in seconds. */
  private static final long LEEWAY = 30;

  private final KeySet keys;
  private final String issuer;
  private final Map<String, SignatureCheck> checks = new HashMap<>();

  /** Trusts tokens of that issuer that are signed with one of the keys. */
  public TokenVerifier(KeySet keys, String issuer) {
    this.keys = keys;
    this.issuer = issuer;
  }

  /**
   * Verifies a token.
   *
   * @param audience who wants to know, and must be among those the token is for
   * @param now seconds since 1970
   * @throws InvalidTokenException if it is not to be believed; the message says why
   */
  public Claims verify(byte[] token, String audience, long now) throws InvalidTokenException {
    if (token.length > MAX_BYTES) {
      throw new InvalidTokenException("too long");
    }
    int first = dot(token, 0);
    int second = dot(token, first + 1);
    Header header = Header.parse(Base64Url.decode(token, 0, first));
    byte[] signature = Base64Url.decode(token, second + 1, token.length);
    if (!signed(header, token, second, signature)) {
      throw new InvalidTokenException("wrong signature");
    }
    Claims claims = Claims.parse(Base64Url.decode(token, first + 1, second));
    if (!claims.issuer().equals(issuer)) {
      throw new InvalidTokenException("wrong issuer");
    }
    if (!claims.audiences().contains(audience)) {
      throw new InvalidTokenException("wrong audience");
    }
    if (claims.expires() + LEEWAY <= now) {
      throw new InvalidTokenException("expired");
    }
    if (claims.notBefore() - LEEWAY > now) {
      throw new InvalidTokenException("not valid yet");
    }
    return claims;
  }

  private boolean signed(Header header, byte[] token, int length, byte[] signature)
      throws InvalidTokenException {
    KeySet.VerificationKey key =
        keys.find(header.keyId()).orElseThrow(() -> new InvalidTokenException("unknown key"));
    if (!key.algorithm().equals(header.algorithm())) {
      throw new InvalidTokenException("the key is for another algorithm");
    }
    try {
      SignatureCheck check = checks.get(header.keyId());
      if (check == null) {
        check = SignatureCheck.with(key);
        checks.put(header.keyId(), check);
      }
      return check.matches(token, length, signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has these algorithms", e);
    }
  }

  private static int dot(byte[] token, int from) throws InvalidTokenException {
    for (int at = from; at < token.length; at++) {
      if (token[at] == '.') {
        return at;
      }
    }
    throw new InvalidTokenException("not three parts");
  }
}
