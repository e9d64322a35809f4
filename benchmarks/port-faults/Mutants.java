import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Small faults in the text of a straight port, each alone: the operators that the literature on
 * mutation testing agrees upon, and those that a hand slips with between Java and Rust.
 */
final class Mutants {

  /**
   * A port with one fault.
   *
   * @param line where it is
   * @param column where in its line
   * @param operator the kind of fault
   * @param from what stood there
   * @param to what stands there now
   * @param shown the line now
   * @param text the whole port
   */
  record Mutant(
      int line, int column, String operator, String from, String to, String shown, String text) {}

  /** What is replaced, and by what; the first group, or all of it, is what is replaced. */
  private record Operator(String name, Pattern pattern, List<String> others) {}

  private static Operator operator(String name, String pattern, String... others) {
    return new Operator(name, Pattern.compile(pattern), List.of(others));
  }

  private static final List<Operator> OPERATORS =
      List.of(
          operator("arithmetic", "\\.wrapping_add\\(", ".wrapping_sub("),
          operator("arithmetic", "\\.wrapping_sub\\(", ".wrapping_add("),
          operator("arithmetic", "\\.wrapping_mul\\(", ".wrapping_add("),
          operator("arithmetic", "\\.wrapping_div\\(", ".wrapping_mul("),
          operator("arithmetic", "\\.wrapping_rem\\(", ".wrapping_div("),
          operator("arithmetic", "java::div\\(", "java::rem("),
          operator("arithmetic", "java::rem\\(", "java::div("),
          operator("arithmetic", " \\+ ", " - "),
          operator("arithmetic", " - ", " + "),
          operator("arithmetic", " \\* ", " + "),
          operator("arithmetic", " / ", " * "),
          operator("arithmetic", " & ", " | "),
          operator("arithmetic", " \\| ", " & ", " ^ "),
          operator("arithmetic", " \\^ ", " | "),
          operator("arithmetic", "\\.min\\(", ".max("),
          operator("arithmetic", "\\.max\\(", ".min("),
          operator("relation", " < ", " <= ", " > "),
          operator("relation", " <= ", " < ", " >= "),
          operator("relation", " > ", " >= ", " < "),
          operator("relation", " >= ", " > ", " <= "),
          operator("relation", " == ", " != "),
          operator("relation", " != ", " == "),
          operator("connector", " && ", " || "),
          operator("connector", " \\|\\| ", " && "),
          operator("negation", "!(?=[a-z(*])(?!=)", ""),
          operator("shift", " << ", " >> "),
          operator("shift", " >> ", " << "),
          operator("shift", "\\.wrapping_shl\\(", ".wrapping_shr("),
          operator("shift", "\\.wrapping_shr\\(", ".wrapping_shl("),
          operator("shift", "(as u32)\\)+ ?(?:>>|\\.wrapping_shr)", "as i32"),
          operator("shift", "(as u64)\\)+ ?(?:>>|\\.wrapping_shr)", "as i64"),
          operator("wrapping", "\\.wrapping_add\\(", ".saturating_add("),
          operator("wrapping", "\\.wrapping_sub\\(", ".saturating_sub("),
          operator("wrapping", "\\.wrapping_mul\\(", ".saturating_mul("),
          operator("sign", " & 0xFF\\b", " & -1"),
          operator("sign", "\\? as i32\\b", "? as u8 as i32"),
          operator("sign", " as i64\\b", " as u32 as i64"),
          operator("sign", "\\bletter as i32", "letter as u8 as i32"),
          operator("jump", "\\bcontinue\\b(?=[^;]*;)", "break"),
          operator("jump", "\\bbreak\\b(?=[^;]*;)", "continue"));

  private static final Pattern WHOLE = Pattern.compile("(?<![\\w.'])(?:0x[0-9A-Fa-f_]+|\\d[\\d_]*)");
  private static final Pattern UNIT = Pattern.compile("'([ -&(-\\[\\]-~])'");
  private static final Pattern CONDITION = Pattern.compile("\\b(?:if|while) (?!let )(.+?) \\{");
  private static final Pattern DELETED = Pattern.compile("^\\s*(?!let |return |fn |pub |use |\\}|//)\\S.*;$");
  private static final Pattern INDEX = Pattern.compile("java::(?:at|at_mut|row|row_mut)\\(");
  private static final Pattern SWAPPED =
      Pattern.compile("\\b([a-z]\\w*)\\.wrapping_(sub|div|rem)\\(([a-z]\\w*)\\)");
  private static final Pattern SWAPPED_REAL = Pattern.compile("\\b([a-z]\\w*) ([-/]) ([a-z]\\w*)\\b");

  private final List<String> lines;
  private final List<Mutant> found = new ArrayList<>();
  private final Set<String> texts = new LinkedHashSet<>();

  private Mutants(String text) {
    lines = List.of(text.split("\n", -1));
  }

  /** All mutants of a port, in the order of operators. */
  static List<Mutant> of(String text) {
    Mutants all = new Mutants(text);
    for (int i = 0; i < all.lines.size(); i++) {
      String line = all.lines.get(i);
      if (!line.startsWith(" ") || line.strip().startsWith("//")) {
        continue; // heads of functions, attributes, comments, tables
      }
      all.replaced(i);
      all.numbers(i);
      all.conditions(i);
      all.indexes(i);
      all.swapped(i);
      if (DELETED.matcher(line).find()) {
        all.add(i, "deletion", 0, line.length(), "");
      }
    }
    return all.found;
  }

  private void replaced(int at) {
    String line = lines.get(at);
    for (Operator one : OPERATORS) {
      Matcher matcher = one.pattern().matcher(line);
      while (matcher.find()) {
        int group = matcher.groupCount() > 0 ? 1 : 0;
        for (String other : one.others()) {
          add(at, one.name(), matcher.start(group), matcher.end(group), other);
        }
      }
    }
  }

  private void numbers(int at) {
    String line = lines.get(at);
    Matcher whole = WHOLE.matcher(line);
    while (whole.find()) {
      String digits = whole.group().replace("_", "");
      boolean typed = whole.group().endsWith("_");
      int start = whole.start();
      int end = typed ? whole.end() - 1 : whole.end();
      if (end < line.length() && line.charAt(end) == '.' && end + 1 < line.length()
          && Character.isDigit(line.charAt(end + 1))) {
        int stop = end + 1;
        while (stop < line.length() && Character.isDigit(line.charAt(stop))) {
          stop++;
        }
        double real = Double.parseDouble(line.substring(start, stop));
        add(at, "constant", start, stop, String.valueOf(real + 1));
        add(at, "constant", start, stop, String.valueOf(real == 0 ? 0.5 : real * 1.0001));
        continue;
      }
      boolean hex = digits.startsWith("0x");
      long value =
          hex ? Long.parseUnsignedLong(digits.substring(2), 16) : Long.parseLong(digits);
      for (long other : new long[] {value + 1, value - 1}) {
        if (hex || other >= 0) {
          add(at, "constant", start, end, hex ? "0x" + Long.toHexString(other) : "" + other);
        }
      }
    }
    Matcher unit = UNIT.matcher(line);
    while (unit.find()) {
      for (int step : new int[] {1, -1}) {
        char other = (char) (unit.group(1).charAt(0) + step);
        if (other >= ' ' && other < 127 && other != '\'' && other != '\\') {
          add(at, "constant", unit.start(), unit.end(), "'" + other + "'");
        }
      }
    }
  }

  private void conditions(int at) {
    String line = lines.get(at);
    Matcher matcher = CONDITION.matcher(line);
    while (matcher.find()) {
      add(at, "negation", matcher.start(1), matcher.end(1), "!(" + matcher.group(1) + ")");
    }
  }

  /** The second argument, one more and one less. */
  private void indexes(int at) {
    String line = lines.get(at);
    Matcher matcher = INDEX.matcher(line);
    while (matcher.find()) {
      int depth = 0;
      int comma = -1;
      int close = -1;
      for (int i = matcher.end(); i < line.length() && close < 0; i++) {
        char c = line.charAt(i);
        if (c == '(' || c == '[') {
          depth++;
        } else if ((c == ')' || c == ']') && depth-- == 0) {
          close = i;
        } else if (c == ',' && depth == 0) {
          comma = i + 2;
        }
      }
      if (comma > 0 && close > 0) {
        String index = line.substring(comma, close);
        add(at, "index", comma, close, "(" + index + ").wrapping_add(1)");
        add(at, "index", comma, close, "(" + index + ").wrapping_sub(1)");
      }
    }
  }

  private void swapped(int at) {
    String line = lines.get(at);
    Matcher whole = SWAPPED.matcher(line);
    while (whole.find()) {
      add(at, "operands", whole.start(), whole.end(),
          whole.group(3) + ".wrapping_" + whole.group(2) + "(" + whole.group(1) + ")");
    }
    Matcher real = SWAPPED_REAL.matcher(line);
    while (real.find()) {
      add(at, "operands", real.start(), real.end(),
          real.group(3) + " " + real.group(2) + " " + real.group(1));
    }
  }

  private void add(int at, String operator, int from, int to, String other) {
    String line = lines.get(at);
    String changed = line.substring(0, from) + other + line.substring(to);
    List<String> all = new ArrayList<>(lines);
    all.set(at, changed);
    String text = String.join("\n", all);
    if (!changed.equals(line) && texts.add(text)) {
      String was = line.substring(from, to).strip();
      found.add(
          new Mutant(
              at + 1, from + 1, operator, was, other.isBlank() ? "nothing" : other.strip(),
              changed.strip(), text));
    }
  }
}
