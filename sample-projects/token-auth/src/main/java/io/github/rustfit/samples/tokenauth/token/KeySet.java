package io.github.rustfit.samples.tokenauth.token;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.crypto.spec.SecretKeySpec;

/** The keys that are trusted. Each is for one algorithm, so that a token cannot choose another. */
public final class KeySet {
  private static final int LEAST_SECRET_BYTES = 32;

  private final Map<String, VerificationKey> keys;

  private KeySet(Map<String, VerificationKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /**
   * A key and what it is for.
   *
   * @param algorithm as tokens name it
   * @param key a public key for RS256, a secret for HS256
   */
  record VerificationKey(String algorithm, Key key) {}

  /**
   * Reads lines such as {@code 2026-a = RS256 MIIB...}: name, algorithm, key in base64.
   *
   * @throws IOException if the file cannot be read
   * @throws GeneralSecurityException if a key makes no sense
   */
  public static KeySet read(Path file) throws IOException, GeneralSecurityException {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      lines.load(reader);
    }
    Map<String, VerificationKey> keys = new HashMap<>();
    for (String name : lines.stringPropertyNames()) {
      String[] value = lines.getProperty(name).split(" ", 2);
      byte[] encoded = Base64.getDecoder().decode(value[value.length - 1]);
      keys.put(name, new VerificationKey(value[0], key(value[0], encoded)));
    }
    return new KeySet(keys);
  }

  private static Key key(String algorithm, byte[] encoded) throws GeneralSecurityException {
    return switch (algorithm) {
      case "RS256" -> KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
      case "HS256" -> {
        if (encoded.length < LEAST_SECRET_BYTES) {
          throw new GeneralSecurityException("a secret needs 32 bytes (RFC 7518, section 3.2)");
        }
        yield new SecretKeySpec(encoded, "HmacSHA256");
      }
      default -> throw new GeneralSecurityException("unknown algorithm " + algorithm);
    };
  }

  Optional<VerificationKey> find(String keyId) {
    return Optional.ofNullable(keys.get(keyId));
  }
}
