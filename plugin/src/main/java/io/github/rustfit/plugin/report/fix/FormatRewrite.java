package io.github.rustfit.plugin.report.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code String.format} of nothing but {@code %s} as a concatenation. With one argument it might be
 * an array of several, so there are at least two.
 */
final class FormatRewrite {

  private static final String VALUE = "(?:\\w+(?:\\(\\))?\\.)*\\w+(?:\\(\\))?";
  private static final Pattern CALL =
      Pattern.compile(
          "\\bString\\.format\\(\"((?:[^\"\\\\]|\\\\.)*)\"((?:, ?" + VALUE + "){2,})\\)");

  /** What may stand around a sum without changing it. */
  private static final Pattern BEFORE = Pattern.compile("(?:^|[(]|= |return |, )$");

  private static final Pattern BEHIND = Pattern.compile("^[),;]");

  private FormatRewrite() {}

  static Optional<ProposedChange> apply(String line, SourceNames names) {
    Matcher call = CALL.matcher(line);
    if (!call.find()) {
      return Optional.empty();
    }
    String[] texts = call.group(1).split("%s", -1);
    List<String> values = List.of(call.group(2).substring(1).strip().split(", ?"));
    if (texts.length != values.size() + 1 || String.join("", texts).contains("%")) {
      return Optional.empty();
    }
    String before = line.substring(0, call.start());
    String behind = line.substring(call.end());
    String sum = sum(texts, values);
    return behind.contains("String.format")
        ? Optional.empty()
        : ProposedChange.replaced(
            line,
            BEFORE.matcher(before).find() && BEHIND.matcher(behind).find()
                ? before + sum + behind
                : before + "(" + sum + ")" + behind);
  }

  private static String sum(String[] texts, List<String> values) {
    List<String> parts = new ArrayList<>();
    boolean text = !texts[0].isEmpty() || !texts[1].isEmpty();
    if (!text) {
      parts.add("\"\""); // else two numbers would be added
    }
    for (int i = 0; i < texts.length; i++) {
      if (!texts[i].isEmpty()) {
        parts.add('"' + texts[i] + '"');
      }
      if (i < values.size()) {
        parts.add(values.get(i));
      }
    }
    return String.join(" + ", parts);
  }
}
