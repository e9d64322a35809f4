package io.github.rustfit.plugin.report.flame;

import io.github.rustfit.plugin.report.output.Asset;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the converter's page safe to open whatever the names in it: its script holds them as it
 * found them, where {@code </script>} ends the script and a line feed breaks it.
 *
 * <p>Names are escaped without loss, and a content security policy admits the page's own scripts
 * only and nothing from anywhere else.
 */
final class FlamePage {

  /** What the converter is told to put above the graph. */
  static final String TITLE = "rustfit";

  private static final String HEADING = "<h1>" + TITLE + "</h1>";
  private static final String HEAD = "<meta charset='utf-8'>\n";
  private static final String NAMES = "\nconst cpool = [\n";
  private static final String SCRIPT = "<script>";
  private static final String END = "</script>";
  private static final String SAMPLES = "' samples'";
  private static final String ONE_SAMPLE = "'1 sample'";

  private FlamePage() {}

  /**
   * The safe page.
   *
   * @param drawn the converter's page
   * @param title what the graph shows, as HTML
   * @param unit what the widths are in
   */
  static String of(String drawn, String title, String unit) {
    int names = after(drawn, NAMES, 0);
    String before =
        replace(
            replace(
                replace(
                    drawn.substring(0, names),
                    HEADING,
                    "<h1><bdi>"
                        + title
                        + "</bdi> &middot; <a href='../index.html'>report</a></h1>"),
                SAMPLES,
                "' " + unit + "'"),
            ONE_SAMPLE,
            "'1 " + unit + "'");
    StringBuilder page = new StringBuilder(drawn.length() + drawn.length() / 8).append(before);
    int end = escapeNames(drawn, names, page);
    page.append(drawn, end, drawn.length());
    return replace(page.toString(), HEAD, HEAD + head(policy(page), title));
  }

  private static String head(String policy, String title) {
    return "<meta http-equiv='Content-Security-Policy' content=\""
        + policy
        + "\">\n<meta name='referrer' content='no-referrer'>\n<title>"
        + title
        + "</title>\n";
  }

  /** Styles may stand in attributes, as the converter has them there; no name gets into one. */
  private static String policy(StringBuilder page) {
    List<String> scripts = new ArrayList<>();
    for (int at = page.indexOf(SCRIPT); at >= 0; at = page.indexOf(SCRIPT, at)) {
      int end = page.indexOf(END, at);
      scripts.add(new Asset(page.substring(at + SCRIPT.length(), end)).csp());
      at = end;
    }
    return "default-src 'none'; style-src 'unsafe-inline'; script-src "
        + String.join(" ", scripts)
        + "; base-uri 'none'; form-action 'none'";
  }

  /**
   * Copies the converter's list of strings, with every character escaped that is more than a
   * character to HTML, to a script or to the eye.
   *
   * @return where the list ends
   */
  private static int escapeNames(String drawn, int from, StringBuilder page) {
    boolean inside = false;
    for (int at = from; at < drawn.length(); at++) {
      char c = drawn.charAt(at);
      if (!inside && c == ']') {
        return at;
      }
      if (inside && c == '\\') {
        page.append(c).append(drawn.charAt(++at)); // the converter escapes quotes and backslashes
      } else if (c == '\'') {
        inside = !inside;
        page.append(c);
      } else if (inside && special(c)) {
        page.append(String.format("\\u%04x", (int) c));
      } else {
        page.append(c);
      }
    }
    throw new IllegalStateException("the converter's list of names has no end");
  }

  private static boolean special(char c) {
    return c < ' '
        || c == '<'
        || c == '>'
        || c == '&'
        || (c >= 0x7F && c < 0xA0)
        || c >= 0xD800
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
  }

  private static int after(String text, String wanted, int from) {
    int found = text.indexOf(wanted, from);
    if (found < 0) {
      throw new IllegalStateException("the converter's page has no " + wanted.strip());
    }
    return found + wanted.length();
  }

  private static String replace(String text, String wanted, String by) {
    int end = after(text, wanted, 0);
    return text.substring(0, end - wanted.length()) + by + text.substring(end);
  }
}
