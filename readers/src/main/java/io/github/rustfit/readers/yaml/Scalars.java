package io.github.rustfit.readers.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a plain scalar means: the part of YAML's core schema that 1.1 and 1.2 agree on. So {@code
 * yes}, {@code 010}, {@code 1:30} and {@code .inf} are text here, never a surprise.
 *
 * <p>YAML 1.2.2, section 10.3.2.
 */
final class Scalars {

  private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> BOOLEAN =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,30})?([eE][-+]?[0-9]{1,3})?");

  private Scalars() {}

  /** The value of an unquoted scalar. */
  static JsonNode plain(String text) {
    if (NOTHING.contains(text)) {
      return NullNode.getInstance();
    }
    if (BOOLEAN.contains(text)) {
      return BooleanNode.valueOf(text.toLowerCase(Locale.ROOT).equals("true"));
    }
    if (!number(text)) {
      return TextNode.valueOf(text);
    }
    if (text.matches("[-+]?[0-9]+")) {
      return LongNode.valueOf(Long.parseLong(text));
    }
    return DoubleNode.valueOf(Double.parseDouble(text));
  }

  /** Whether an unquoted scalar of that text is a finite number. */
  static boolean number(String text) {
    return NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
  }
}
