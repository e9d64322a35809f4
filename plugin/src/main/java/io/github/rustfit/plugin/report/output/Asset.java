package io.github.rustfit.plugin.report.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A style sheet or script that stands in the page itself.
 *
 * @param text its content, lines ended by {@code \n}
 */
public record Asset(String text) {

  /** Reads {@code name} from beside the class, or from the root if it begins with a slash. */
  public static Asset read(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("rustfit's own resource " + name + " is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Asset(text.replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the scripts {@code names} from beside the class as one. */
  public static Asset join(Class<?> beside, String... names) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append(read(beside, name).text());
    }
    return new Asset(text.toString());
  }

  /** The source expression by which a content security policy admits exactly this text. */
  public String csp() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
