package io.github.rustfit.plugin.report.output;

import io.github.rustfit.readers.files.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    byte[] digest = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }
}
