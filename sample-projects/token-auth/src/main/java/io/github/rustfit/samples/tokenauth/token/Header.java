package io.github.rustfit.samples.tokenauth.token;

/**
 * Which key a token claims to be signed with (RFC 7515, section 4.1).
 *
 * @param algorithm as the token names it
 * @param keyId the key's name
 */
record Header(String algorithm, String keyId) {

  /** Reads the header; extensions that must be understood are refused, because none is. */
  static Header parse(byte[] json) throws InvalidTokenException {
    String algorithm = "";
    String keyId = "";
    JsonReader reader = new JsonReader(json);
    reader.beginObject();
    String name = reader.nextName(true);
    for (; name != null; name = reader.nextName(false)) {
      switch (name) {
        case "alg" -> algorithm = reader.string();
        case "kid" -> keyId = reader.string();
        case "crit" -> throw new InvalidTokenException("unknown critical extension");
        default -> reader.skip();
      }
    }
    reader.end();
    return new Header(algorithm, keyId);
  }
}
