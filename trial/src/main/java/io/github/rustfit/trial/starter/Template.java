package io.github.rustfit.trial.starter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with places to fill: <code>{{name}}</code>. What is filled in is never looked at again, so
 * it cannot hold places of its own.
 */
final class Template {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z]+)}}");

  private final String text;
  private final Map<String, String> values = new HashMap<>();

  private Template(String text) {
    this.text = text;
  }

  /** The resource of this name. */
  static Template named(String name) {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no template " + name);
      }
      return new Template(
          new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says what stands at a place. */
  Template with(String name, String value) {
    values.put(name, value);
    return this;
  }

  /** The text, all places filled; a place that nothing was said of is a fault of ours. */
  String filled() {
    Matcher place = PLACE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      String value = values.get(place.group(1));
      if (value == null) {
        throw new IllegalStateException("nothing for " + place.group());
      }
      place.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return place.appendTail(filled).toString();
  }
}
