package io.github.rustfit.readers.collapsed;

import io.github.rustfit.readers.lines.LineScanner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a collapsed file.
 *
 * @param frames as written, root first
 * @param count the number at its end
 */
record CollapsedLine(List<String> frames, long count) {

  /** async-profiler's own limit is 2048 by default. */
  private static final int MAX_FRAMES = 16_384;

  /** A number of so many digits fits into 64 bits. */
  private static final int MAX_DIGITS = 18;

  /** The line that the scanner stands at; null when it is none of a collapsed file. */
  static @Nullable CollapsedLine parse(LineScanner scanner) {
    int length = scanner.to() - scanner.from();
    String text =
        new String(scanner.bytes(), scanner.from(), length, StandardCharsets.UTF_8).strip();
    int space = text.lastIndexOf(' ');
    int digits = text.length() - space - 1;
    if (space <= 0 || digits == 0 || digits > MAX_DIGITS) {
      return null;
    }
    long count = 0;
    for (int at = space + 1; at < text.length(); at++) {
      int digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return null;
      }
      count = count * 10 + digit;
    }
    List<String> frames = frames(text.substring(0, space));
    return frames.isEmpty() || frames.size() > MAX_FRAMES ? null : new CollapsedLine(frames, count);
  }

  static boolean blank(LineScanner scanner) {
    for (int at = scanner.from(); at < scanner.to(); at++) {
      if (scanner.bytes()[at] != ' ' && scanner.bytes()[at] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Parts between semicolons, but for those within the parentheses of a signature. */
  private static List<String> frames(String stack) {
    List<String> frames = new ArrayList<>();
    int start = 0;
    int open = 0;
    for (int at = 0; at <= stack.length(); at++) {
      char c = at < stack.length() ? stack.charAt(at) : ';';
      if (c < ' ') {
        return List.of();
      }
      if (c == '(') {
        open++;
      } else if (c == ')') {
        open--;
      } else if (c == ';' && (open <= 0 || !signature(stack, start, at))) {
        if (at > start) {
          frames.add(stack.substring(start, at));
        }
        start = at + 1;
        open = 0;
      }
    }
    return frames;
  }

  /** Whether the semicolon ends the name of a class in a signature: {@code (Ljava/lang/String;}. */
  private static boolean signature(String stack, int start, int semicolon) {
    for (int at = semicolon - 1; at > start; at--) {
      char c = stack.charAt(at);
      if (c == ';' || c == '(') {
        return at + 1 < semicolon && "L[BCDFIJSZ".indexOf(stack.charAt(at + 1)) >= 0;
      }
      if (c == ' ' || c == ')') {
        return false;
      }
    }
    return false;
  }
}
