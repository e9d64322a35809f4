package io.github.rustfit.samples.tokenauth.load;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Properties;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs tokens as the login service does. As a program it makes new keys and writes them into the
 * folder given: {@code keys.properties} for the service, {@code issuer.properties} for the driver.
 */
public final class Issuer {
  static final String NAME = "https://login.example";
  private static final int RSA_BITS = 2048;
  private static final int SECRET_BYTES = 32;

  private final PrivateKey rsa;
  private final byte[] secret;

  private Issuer(PrivateKey rsa, byte[] secret) {
    this.rsa = rsa;
    this.secret = secret;
  }

  /**
   * Makes new keys.
   *
   * @throws IOException if the files cannot be written
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(RSA_BITS);
    KeyPair pair = generator.generateKeyPair();
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    Base64.Encoder base64 = Base64.getEncoder();

    Properties forService = new Properties();
    forService.setProperty("rsa", "RS256 " + base64.encodeToString(pair.getPublic().getEncoded()));
    forService.setProperty("hmac", "HS256 " + base64.encodeToString(secret));
    store(forService, Path.of(args[0], "keys.properties"));
    Properties forDriver = new Properties();
    forDriver.setProperty("rsa", base64.encodeToString(pair.getPrivate().getEncoded()));
    forDriver.setProperty("hmac", base64.encodeToString(secret));
    store(forDriver, Path.of(args[0], "issuer.properties"));
  }

  private static void store(Properties keys, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      keys.store(writer, null);
    }
  }

  static Issuer read(Path folder) throws IOException, GeneralSecurityException {
    Properties keys = new Properties();
    Path file = folder.resolve("issuer.properties");
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      keys.load(reader);
    }
    byte[] rsa = Base64.getDecoder().decode(keys.getProperty("rsa"));
    return new Issuer(
        KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(rsa)),
        Base64.getDecoder().decode(keys.getProperty("hmac")));
  }

  /** A token with these claims, signed with RSA or with the shared secret. */
  String token(String claims, boolean withRsa) throws GeneralSecurityException {
    String header =
        withRsa
            ? "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"rsa\"}"
            : "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"hmac\"}";
    String text = base64(bytes(header)) + "." + base64(bytes(claims));
    return text + "." + base64(withRsa ? rsa(bytes(text)) : hmac(bytes(text)));
  }

  private byte[] rsa(byte[] text) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(rsa);
    signature.update(text);
    return signature.sign();
  }

  private byte[] hmac(byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    return mac.doFinal(text);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
