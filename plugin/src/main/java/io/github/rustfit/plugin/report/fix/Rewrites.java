package io.github.rustfit.plugin.report.fix;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How lines are rewritten, by the pattern that was found at them. */
final class Rewrites {

  /** A way to rewrite a line. */
  interface Rewrite {
    Optional<ProposedChange> apply(String line, SourceNames names);
  }

  /** A variable, or fields of one; not the end of a longer expression. */
  static final String NAME = "(?<![\\w.)\\]\"])((?:\\w+\\.)*[a-z_]\\w*)";

  /** A string literal on its own. */
  static final String TEXT = "(\"(?:[^\"\\\\]|\\\\.)*\")";

  private static final Pattern FORMATTER =
      Pattern.compile("(?<![\\w.])DateTimeFormatter\\.ofPattern\\(" + TEXT + "\\)");
  private static final Pattern SHARED =
      Pattern.compile(
          "\\bnew (ObjectMapper|Gson|SecureRandom)\\(\\)"
              + "(?=\\.(?:read|write|convert|valueTo|treeTo|toJson|fromJson|next)\\w*\\()");
  private static final Pattern VALUES =
      Pattern.compile(
          "(?<![\\w.])([A-Z]\\w*)\\.values\\(\\)(?=\\[|\\.length\\b)"
              + "|(?<=[a-z]\\w{0,80} : )([A-Z]\\w*)\\.values\\(\\)(?=\\))");
  private static final Pattern LINKED =
      Pattern.compile("^((?:final )?List<.*> \\w+ = new )LinkedList(<.*>\\(\\w*\\);)$");
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\b(Integer\\.parseInt|Long\\.parseLong)\\("
              + NAME
              + "\\.substring\\(([\\w.]+(?: [-+] \\w+)?), ([\\w.]+(?: [-+] \\w+)?)\\)\\)");
  private static final Pattern SAME_CASE =
      Pattern.compile(
          NAME + "\\.to(Lower|Upper)Case\\((?:Locale\\.\\w+)?\\)\\.equals\\(" + TEXT + "\\)");
  private static final Pattern COLLECT = Pattern.compile("^System\\.gc\\(\\);$");

  private static final Map<String, Rewrite> BY_PATTERN =
      Map.of(
          "regex-per-call", RegexRewrite::apply,
          "date-format-per-call", Rewrites::formatter,
          "expensive-object-per-call", Rewrites::shared,
          "enum-values", Rewrites::values,
          "linked-list", Rewrites::linked,
          "text-parsing", Rewrites::number,
          "charset-churn", Rewrites::sameCase,
          "string-format", FormatRewrite::apply,
          "gc-call", Rewrites::collect);

  private Rewrites() {}

  static Optional<Rewrite> of(String pattern) {
    return Optional.ofNullable(BY_PATTERN.get(pattern));
  }

  private static Optional<ProposedChange> formatter(String line, SourceNames names) {
    return once(FORMATTER, line)
        .flatMap(
            found ->
                constant(
                    line,
                    found,
                    new Field(
                        names.type("java.time.format.DateTimeFormatter"),
                        names.free("FORMATTER"),
                        found.group()),
                    ""));
  }

  private static Optional<ProposedChange> shared(String line, SourceNames names) {
    return once(SHARED, line)
        .flatMap(
            found -> {
              String name =
                  switch (found.group(1)) {
                    case "ObjectMapper" -> "MAPPER";
                    case "Gson" -> "GSON";
                    default -> "RANDOM";
                  };
              return constant(
                  line, found, new Field(found.group(1), names.free(name), found.group()), "");
            });
  }

  private static Optional<ProposedChange> values(String line, SourceNames names) {
    return once(VALUES, line)
        .flatMap(
            found -> {
              String type = found.group(1) == null ? found.group(2) : found.group(1);
              return constant(
                  line, found, new Field(type + "[]", names.free("VALUES"), found.group()), "");
            });
  }

  private static Optional<ProposedChange> linked(String line, SourceNames names) {
    return once(LINKED, line)
        .flatMap(
            found -> {
              String list = names.imports("java.util.LinkedList") ? "java.util.ArrayList" : "";
              return list.isEmpty()
                  ? Optional.<ProposedChange>empty()
                  : ProposedChange.replaced(
                      line, found.group(1) + names.type(list) + found.group(2));
            });
  }

  private static Optional<ProposedChange> number(String line, SourceNames names) {
    return once(NUMBER, line)
        .flatMap(
            found ->
                ProposedChange.replaced(
                    line,
                    replaced(
                        line,
                        found,
                        found.group(1)
                            + "("
                            + found.group(2)
                            + ", "
                            + found.group(3)
                            + ", "
                            + found.group(4)
                            + ", 10)")));
  }

  private static Optional<ProposedChange> sameCase(String line, SourceNames names) {
    return once(SAME_CASE, line)
        .filter(found -> alike(found.group(3), found.group(2).equals("Lower")))
        .flatMap(
            found ->
                ProposedChange.replaced(
                    line,
                    replaced(
                        line,
                        found,
                        found.group(1) + ".equalsIgnoreCase(" + found.group(3) + ")")));
  }

  /**
   * Whether a text is of the case that it is compared in, and of letters that have no third form: a
   * dotted or dotless i, the Kelvin sign and the long s are others.
   */
  private static boolean alike(String literal, boolean lower) {
    return literal
        .chars()
        .allMatch(
            c ->
                c < 0x80
                    && c != '\\'
                    && "iIkKsS".indexOf(c) < 0
                    && !(lower ? Character.isUpperCase(c) : Character.isLowerCase(c)));
  }

  private static Optional<ProposedChange> collect(String line, SourceNames names) {
    return COLLECT.matcher(line).matches()
        ? Optional.of(new ProposedChange(line, Optional.empty(), Optional.empty()))
        : Optional.empty();
  }

  /** A constant of the class. */
  record Field(String type, String name, String value) {}

  /** The line with a constant and a call of it instead of what was found; none in static code. */
  static Optional<ProposedChange> constant(
      String line, MatchResult found, Field field, String call) {
    return line.startsWith("static ") || line.contains(" static ")
        ? Optional.empty()
        : ProposedChange.withConstant(
            line,
            replaced(line, found, field.name() + call),
            "private static final %s %s = %s;"
                .formatted(field.type(), field.name(), field.value()));
  }

  private static String replaced(String line, MatchResult found, String instead) {
    return line.substring(0, found.start()) + instead + line.substring(found.end());
  }

  /** The only place in the line that looks so. */
  static Optional<MatchResult> once(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.find()) {
      return Optional.empty();
    }
    MatchResult first = matcher.toMatchResult();
    return matcher.find() ? Optional.empty() : Optional.of(first);
  }
}
