package io.github.rustfit.plugin.export;

import io.github.rustfit.plugin.report.output.Asset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import one.convert.Main;

/**
 * Makes the converter's heat map safe to open whatever the names in it: its script holds them as it
 * found them, where {@code </script>} ends the script and a line feed breaks it.
 *
 * <p>The page must be the converter's own one but for the places that it fills in. Numbers must be
 * numbers; names are escaped without loss; a content security policy admits the page's own script
 * only and nothing from anywhere else.
 *
 * @param text the safe page
 */
record HeatmapPage(String text) {

  private static final String HEAD = "<meta charset='utf-8'>\n";
  private static final String SCRIPT = "<script>";
  private static final String END = "</script>";

  private static final String START = "/*startMs:*/0";
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,19}");

  /** What the converter replaces in its page, in this order. */
  private static final List<String> PLACES =
      List.of("/*executionsHeatmap:*/", "/*methods:*/", "/*title:*/", START, "/*cpool:*/");

  /**
   * The safe page.
   *
   * @param drawn the converter's page
   * @throws ExportException if it is not what the converter writes
   */
  static HeatmapPage of(String drawn) throws IOException, ExportException {
    List<String> parts = parts();
    StringBuilder page = new StringBuilder(drawn.length() + drawn.length() / 8);
    int at = 0;
    for (int i = 0; i < parts.size(); i++) {
      if (!drawn.startsWith(parts.get(i), at)) {
        throw unexpected();
      }
      page.append(parts.get(i));
      at += parts.get(i).length();
      if (i < PLACES.size()) {
        String next = parts.get(i + 1);
        boolean last = i == PLACES.size() - 1;
        int end = last ? drawn.length() - next.length() : drawn.indexOf(next, at);
        if (end < at) {
          throw unexpected();
        }
        String filled = drawn.substring(at, end);
        page.append(last ? names(filled) : harmless(filled, PLACES.get(i).equals(START)));
        at = end;
      }
    }
    return new HeatmapPage(withPolicy(page));
  }

  /** The converter's own page, in parts between the places. */
  private static List<String> parts() throws IOException, ExportException {
    String page;
    try (InputStream in = Main.class.getResourceAsStream("/heatmap.html")) {
      page = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<String> parts = new ArrayList<>();
    int at = 0;
    for (String place : PLACES) {
      int end = page.indexOf(place, at);
      if (end < 0) {
        throw unexpected();
      }
      parts.add(page.substring(at, end));
      at = end + place.length();
    }
    parts.add(page.substring(at));
    return parts;
  }

  private static ExportException unexpected() {
    return new ExportException(
        "The converter's heat map is not what it should be, so nobody gets it.",
        "Please report it with the recording.");
  }

  /** A number where that stands in the script, elsewhere bytes as the converter writes them. */
  private static String harmless(String filled, boolean number) throws ExportException {
    boolean text = filled.chars().noneMatch(c -> c == '<' || c == '>' || c == '&' || c > 0x7F);
    if (!(number ? NUMBER.matcher(filled).matches() : text)) {
      throw unexpected();
    }
    return filled;
  }

  /**
   * The converter's list of strings, with every character escaped that is more than a character to
   * HTML, to a script or to the eye.
   */
  private static String names(String filled) throws ExportException {
    StringBuilder names = new StringBuilder(filled.length());
    boolean inside = false;
    for (int at = 0; at < filled.length(); at++) {
      char c = filled.charAt(at);
      if (inside && c == '\\' && at + 1 < filled.length()) {
        names.append(c).append(escaped(filled.charAt(++at))); // of quotes and backslashes
      } else if (c == '"') {
        inside = !inside;
        names.append(c);
      } else if (inside) {
        names.append(escaped(c));
      } else if (c == ',') {
        names.append(c);
      } else {
        throw unexpected();
      }
    }
    if (inside) {
      throw unexpected();
    }
    return names.toString();
  }

  private static String escaped(char c) {
    boolean special =
        c < ' '
            || c == '<'
            || c == '>'
            || c == '&'
            || (c >= 0x7F && c < 0xA0)
            || c >= 0xD800
            || Character.getType(c) == Character.FORMAT
            || Character.getType(c) == Character.LINE_SEPARATOR
            || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    return special ? String.format("\\u%04x", (int) c) : String.valueOf(c);
  }

  /** Styles may stand in attributes, as the converter has them there; no name gets into one. */
  private static String withPolicy(StringBuilder page) throws ExportException {
    int script = page.indexOf(SCRIPT);
    int end = page.lastIndexOf(END);
    int head = page.indexOf(HEAD);
    if (script < 0 || end < script || head < 0) {
      throw unexpected();
    }
    String policy =
        "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; style-src"
            + " 'unsafe-inline'; script-src "
            + new Asset(page.substring(script + SCRIPT.length(), end)).csp()
            + "; base-uri 'none'; form-action 'none'\">\n"
            + "<meta name='referrer' content='no-referrer'>\n"
            + "<title>Heat map</title>\n";
    return page.insert(head + HEAD.length(), policy).toString();
  }
}
