package io.github.rustfit.plugin.report.fix;

import java.util.List;
import java.util.regex.Pattern;

/** What names mean in a file of Java source, as far as its text tells. */
final class SourceNames {

  private final String text;

  SourceNames(List<String> lines) {
    text = String.join("\n", lines);
  }

  /** A class as the file may write it: by its simple name where that is imported. */
  String type(String qualified) {
    return imports(qualified) ? qualified.substring(qualified.lastIndexOf('.') + 1) : qualified;
  }

  /** Whether the file imports this class by its name. */
  boolean imports(String qualified) {
    return Pattern.compile("(?m)^\\s*import\\s+" + Pattern.quote(qualified) + "\\s*;")
        .matcher(text)
        .find();
  }

  /** A name that nothing in the file has, the wanted one if it is free. */
  String free(String wanted) {
    String name = wanted;
    for (int i = 2; Pattern.compile("\\b" + name + "\\b").matcher(text).find(); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }
}
