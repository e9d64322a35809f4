package io.github.rustfit.capture.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A method to capture, as the user named it.
 *
 * @param className binary name of its class
 * @param method its name
 * @param types types of its parameters as the source or a descriptor names them; empty for all
 *     methods of that name
 */
public record Target(String className, String method, Optional<List<String>> types) {

  private static final Pattern UNSPEAKABLE = Pattern.compile("[\\s=\"]");

  /**
   * Several, separated by commas: {@code package.Outer$Inner#method} or with types {@code
   * package.Type#method(int,long[])}.
   *
   * @throws IllegalArgumentException with the reason, if it is not that
   */
  public static List<Target> all(String text) {
    List<Target> targets = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && (depth == 0 || i == text.length())) {
        String part = text.substring(start, i).strip();
        start = i + 1;
        if (!part.isEmpty()) {
          targets.add(one(part));
        }
      }
    }
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("no method is named");
    }
    return targets;
  }

  private static Target one(String text) {
    int sharp = text.indexOf('#');
    int open = text.indexOf('(');
    boolean typed = open >= 0;
    String method = text.substring(sharp + 1, typed ? Math.max(sharp + 1, open) : text.length());
    if (sharp < 1
        || method.isEmpty()
        || UNSPEAKABLE.matcher(text).find()
        || text.substring(0, sharp).indexOf('/') >= 0
        || (typed && (open < sharp || !text.endsWith(")") || text.indexOf('(', open + 1) >= 0))) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no method: write package.Type#method, with $ before the name of a"
              + " nested class, and (int,long[]) behind it where only one of several is meant");
    }
    Optional<List<String>> types = Optional.empty();
    if (typed) {
      String inner = text.substring(open + 1, text.length() - 1);
      types = Optional.of(inner.isEmpty() ? List.of() : List.of(inner.split(",", -1)));
    }
    return new Target(text.substring(0, sharp), method, types);
  }

  /** Whether a method is meant, by the names of its parameters' types. */
  boolean means(String name, List<String> parameters) {
    if (!method.equals(name)) {
      return false;
    }
    if (types.isEmpty()) {
      return true;
    }
    List<String> wanted = types.get();
    if (wanted.size() != parameters.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      String is = parameters.get(i);
      String want = wanted.get(i).replace("...", "[]");
      if (!is.equals(want) && !is.endsWith("." + want) && !is.endsWith("$" + want)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return className + "#" + method + types.map(t -> "(" + String.join(",", t) + ")").orElse("");
  }
}
