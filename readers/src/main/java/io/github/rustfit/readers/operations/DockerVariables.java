package io.github.rustfit.readers.operations;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables of a Dockerfile, put in for {@code $name}, {@code ${name}} and {@code ${name:-…}}. */
final class DockerVariables {

  private static final Pattern USE =
      Pattern.compile(
          "\\$(?:\\{(?<braced>\\w{1,60})(?::(?<sign>[-+])(?<word>[^}$]*))?\\}|(?<plain>\\w{1,60}))");

  /** Longer values are not followed, so that variables of variables stay small. */
  private static final int LONGEST = 10_000;

  private static final int MOST = 1000;

  private final Map<String, String> values = new HashMap<>();

  /** Sets a variable; more than a thousand are hostile, and the rest has no value. */
  void set(String name, String value) {
    if (values.size() < MOST || values.containsKey(name)) {
      values.put(name, value);
    }
  }

  /** Sets a variable of the same name elsewhere, if it has a value there. */
  void inherit(String name, DockerVariables from) {
    String value = from.values.get(name);
    if (value != null) {
      set(name, value);
    }
  }

  void inheritAll(DockerVariables from) {
    values.putAll(from.values);
  }

  /** The text with values for variables; one without a value stays as it is written. */
  String in(String text) {
    if (text.indexOf('$') < 0 || text.length() > LONGEST) {
      return text;
    }
    Matcher use = USE.matcher(text);
    StringBuilder result = new StringBuilder();
    while (use.find() && result.length() <= LONGEST) {
      use.appendReplacement(result, Matcher.quoteReplacement(value(use)));
    }
    use.appendTail(result);
    return result.length() > LONGEST ? result.substring(0, LONGEST) : result.toString();
  }

  private String value(Matcher use) {
    String braced = use.group("braced");
    String value = values.get(braced == null ? use.group("plain") : braced);
    String sign = use.group("sign");
    if (sign != null) {
      boolean set = value != null && !value.isEmpty();
      String word = use.group("word");
      return sign.equals("-") == set ? (set ? String.valueOf(value) : "") : String.valueOf(word);
    }
    return value == null ? use.group() : value;
  }
}
