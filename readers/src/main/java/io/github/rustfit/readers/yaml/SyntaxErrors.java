package io.github.rustfit.readers.yaml;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** The parser's complaints in plain words. */
final class SyntaxErrors {

  private static final String CHECK =
      "Check the indentation, the quotes and the colons around this place.";

  /** An escape that is cut off or beyond the last code point, behind an even number of others. */
  private static final Pattern NO_CHARACTER =
      Pattern.compile(
          "(?<!\\\\)\\\\(?:x(?!\\p{XDigit}{2})|u(?!\\p{XDigit}{4})"
              + "|U(?!000\\p{XDigit}{5}|0010\\p{XDigit}{4}))");

  private SyntaxErrors() {}

  /**
   * Adds the problem that an exception of the parser stands for.
   *
   * @param text what was parsed
   */
  static void add(YAMLException error, String text, YamlProblems problems) {
    if (error instanceof ReaderException reader) {
      int end = text.offsetByCodePoints(0, Math.min(reader.getPosition(), length(text)));
      problems.add(
          Location.after(text.substring(0, end)),
          String.format("The control character U+%04X is not allowed", reader.getCodePoint()),
          "Delete it, or write it as an escape in double quotes.");
    } else if (error instanceof MarkedYAMLException marked) {
      add(marked, problems);
    } else if (String.valueOf(error.getMessage()).contains("Nesting Depth")) {
      problems.add(
          Location.NONE,
          "The content is nested deeper than " + YamlTree.MAX_DEPTH + " levels",
          "Check for brackets that are never closed.");
    } else if (String.valueOf(error.getMessage()).contains("aliases")) {
      problems.add(
          Location.NONE,
          "The file uses too many aliases (*name)",
          "Write the values out instead of using aliases.");
    } else {
      problems.add(
          Location.NONE, "The file is not valid YAML: " + oneLine(error.getMessage()), CHECK);
    }
  }

  /**
   * Adds the problem of an escape that stands for no character, which the parser answers with an
   * unchecked exception: too few hexadecimal digits at the end of the text, or too large a number.
   *
   * @param text what was parsed
   */
  static void addEscape(String text, YamlProblems problems) {
    Matcher escape = NO_CHARACTER.matcher(text);
    problems.add(
        escape.find() ? Location.after(text.substring(0, escape.start())) : Location.NONE,
        "An escape stands for no character",
        "Write \\x and 2, \\u and 4 or \\U and 8 hexadecimal digits, at most \\U0010FFFF; or use"
            + " single quotes, in which \\ is no escape.");
  }

  private static void add(MarkedYAMLException error, YamlProblems problems) {
    String problem = Objects.requireNonNullElse(error.getProblem(), "");
    String context = Objects.requireNonNullElse(error.getContext(), "");
    Location at = location(error.getProblemMark());
    if (problem.contains("TAB")) {
      problems.add(at, "A tab cannot indent or separate here", "Use spaces, never tabs.");
    } else if (context.contains("quoted scalar") && problem.contains("end of stream")) {
      problems.add(
          location(error.getContextMark()),
          "The quote that opens here is never closed",
          "Close it, or double a ' that belongs to the text.");
    } else if (problem.contains("mapping values are not allowed")) {
      problems.add(
          at,
          "A ':' is not allowed here",
          "Align this line with the keys above, or put text that contains ': ' in quotes.");
    } else if (context.contains("while parsing a block")) {
      problems.add(
          at,
          "This does not fit what stands above it",
          "Align it with the other keys or items of its block, and check the line before it.");
    } else if (problem.contains("could not find expected ':'")) {
      problems.add(at, "A key without ':' stands before this", "Write 'key: value'.");
    } else if (problem.contains("tag is not allowed")) {
      problems.add(at, "A tag (!…) is not supported", "Remove the tag and keep the value.");
    } else if (problem.contains("undefined alias")) {
      problems.add(
          at,
          "This alias (*name) refers to no anchor (&name)",
          "Write the value out; put text that starts with '*' in quotes.");
    } else {
      problems.add(at, "This is not valid YAML: " + oneLine(problem), CHECK);
    }
  }

  private static Location location(@Nullable Mark mark) {
    return mark == null ? Location.NONE : YamlTree.location(mark);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String oneLine(@Nullable String message) {
    return String.valueOf(message).lines().findFirst().orElse("unreadable").strip();
  }
}
