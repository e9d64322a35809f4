package io.github.rustfit.samples.lambdahandler.handler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a letter with names in double braces that are replaced by values. */
final class Letter {
  private static final Pattern NAME = Pattern.compile("\\{\\{(\\w+)}}");

  private final String template;

  /** Reads a template that is shipped with the function. */
  Letter(String resource) {
    try (InputStream in = Letter.class.getResourceAsStream(resource)) {
      template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fills the values in; they must have been {@linkplain #escape escaped}. */
  String with(Map<String, String> values) {
    Matcher names = NAME.matcher(template);
    StringBuilder text = new StringBuilder(template.length() * 2);
    while (names.find()) {
      String value = values.getOrDefault(names.group(1), "");
      names.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return names.appendTail(text).toString();
  }

  /** Makes text harmless in HTML. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
