package io.github.rustfit.samples.tokenauth.token;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a token says (RFC 7519, section 4.1). Other claims are read and left out.
 *
 * @param issuer who signed it
 * @param subject whom it is about
 * @param audiences for whom it is
 * @param expires from when on it is void, in seconds since 1970
 * @param notBefore until when it is void; 0 if it does not say
 * @param scope what it allows, separated by spaces
 */
public record Claims(
    String issuer,
    String subject,
    List<String> audiences,
    long expires,
    long notBefore,
    String scope) {

  /** Copies the audiences. */
  public Claims {
    audiences = List.copyOf(audiences);
  }

  /**
   * Reads the claims; a claim that stands twice is refused, as readers disagree on which counts.
   */
  static Claims parse(byte[] json) throws InvalidTokenException {
    String issuer = "";
    String subject = "";
    String scope = "";
    List<String> audiences = List.of();
    long expires = 0;
    long notBefore = 0;
    Set<String> seen = new HashSet<>();
    JsonReader reader = new JsonReader(json);
    reader.beginObject();
    String name = reader.nextName(true);
    for (; name != null; name = reader.nextName(false)) {
      if (!seen.add(name)) {
        throw new InvalidTokenException("a claim stands twice");
      }
      switch (name) {
        case "iss" -> issuer = reader.string();
        case "sub" -> subject = reader.string();
        case "scope" -> scope = reader.string();
        case "aud" -> audiences = audiences(reader);
        case "exp" -> expires = reader.seconds();
        case "nbf" -> notBefore = reader.seconds();
        default -> reader.skip();
      }
    }
    reader.end();
    return new Claims(issuer, subject, audiences, expires, notBefore, scope);
  }

  private static List<String> audiences(JsonReader reader) throws InvalidTokenException {
    if (!reader.isArray()) {
      return List.of(reader.string());
    }
    List<String> audiences = new ArrayList<>();
    reader.beginArray();
    for (boolean first = true; reader.nextElement(first); first = false) {
      audiences.add(reader.string());
    }
    return audiences;
  }
}
