package io.github.rustfit.plugin.report.text;

/** Text from outside in GitHub Flavored Markdown. */
public final class Markdown {

  private static final int LONGEST = 200;

  private Markdown() {}

  /** One line in which no character is markup, cut where nobody would read on. */
  public static String escaped(String text) {
    String line = Texts.cut(Texts.terminal(text), LONGEST);
    StringBuilder escaped = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        case '@' -> escaped.append("&#64;"); // nobody is to be notified by a class name
        case '\\', '`', '*', '_', '[', ']', '|', '~', '#', '!' -> escaped.append('\\').append(c);
        default -> escaped.append(c);
      }
    }
    return escaped.toString().replace("://", ":&#47;&#47;").replace("www.", "www&#46;");
  }
}
