package io.github.rustfit.plugin.report.flame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with a flame graph read back the way its script does in a browser: names unescaped and
 * unpacked, frames laid out by the calls of {@code f}, {@code u} and {@code n}.
 *
 * @param names of all frames, as the page's script holds them
 * @param total what the whole graph weighs
 * @param widths what frames weigh, by name, added up
 */
public record DrawnGraph(List<String> names, long total, Map<String, Long> widths) {

  private static final Pattern STRING = Pattern.compile("'((?:[^'\\\\\\n]++|\\\\.)*+)',?\\n");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|(['\\\\]))");
  private static final Pattern CALL = Pattern.compile("([fun])\\(([0-9,]+)\\)\\n");

  public static DrawnGraph of(String page) {
    String begin = "\nconst cpool = [\n";
    int from = page.indexOf(begin) + begin.length();
    int to = page.indexOf("];\nunpack(cpool);\n", from);
    List<String> names = new ArrayList<>();
    Matcher string = STRING.matcher(page.substring(from, to));
    for (int at = 0; at < to - from; at = string.end()) {
      if (!string.find(at) || string.start() != at) {
        throw new AssertionError("no string at " + page.substring(from + at, from + at + 50));
      }
      String packed = ESCAPE.matcher(string.group(1)).replaceAll(DrawnGraph::unescaped);
      names.add(
          names.isEmpty()
              ? packed
              : names.get(names.size() - 1).substring(0, packed.charAt(0) - 32)
                  + packed.substring(1));
    }
    Map<String, Long> widths = new TreeMap<>();
    Matcher call = CALL.matcher(page.substring(to));
    long width = 0;
    long total = 0;
    while (call.find()) {
      String[] cells = call.group(2).split(",");
      int place = call.group(1).equals("f") ? 3 : 1;
      long given = place < cells.length && !cells[place].isEmpty() ? number(cells[place]) : 0;
      width = given == 0 ? width : given;
      total = total == 0 ? width : total;
      widths.merge(names.get((int) (number(cells[0]) >>> 3)), width, Long::sum);
    }
    return new DrawnGraph(names, total, widths);
  }

  private static String unescaped(java.util.regex.MatchResult escape) {
    String plain =
        escape.group(1) == null
            ? escape.group(2)
            : String.valueOf((char) Integer.parseInt(escape.group(1), 16));
    return Matcher.quoteReplacement(plain);
  }

  private static long number(String cell) {
    return Long.parseLong(cell);
  }
}
