package io.github.rustfit.readers.labels;

import io.github.rustfit.rules.evidence.base.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labels by the path of an input, as {@code {service}/{version}/{date}/{host}.jfr}: the end of the
 * path, from the start of a folder's name on. A name in braces stands for one or more characters
 * within a folder or file, {@code *} for any number.
 */
public final class PathLabels {

  /** Another word for {@code start}. */
  private static final String DATE = "date";

  private static final Pattern PART = Pattern.compile("\\{([a-z]*)\\}|\\*");
  private static final int LONGEST = 1000;

  private final Pattern pattern;
  private final List<String> names;

  private PathLabels(Pattern pattern, List<String> names) {
    this.pattern = pattern;
    this.names = names;
  }

  /**
   * Understands a pattern.
   *
   * @throws IllegalArgumentException if it has a name that is no label, or one twice, or none; the
   *     message says which
   */
  public static PathLabels of(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("it is longer than " + LONGEST + " characters");
    }
    StringBuilder regex = new StringBuilder("(?:.*/)?");
    List<String> names = new ArrayList<>();
    Matcher parts = PART.matcher(text);
    int from = 0;
    while (parts.find()) {
      regex.append(Pattern.quote(text.substring(from, parts.start())));
      from = parts.end();
      if (parts.group().equals("*")) {
        regex.append("[^/]*");
        continue;
      }
      String name = parts.group(1).equals(DATE) ? "start" : parts.group(1);
      if (!Labels.NAMES.contains(name)) {
        throw new IllegalArgumentException(
            parts.group() + " is no label; they are " + String.join(", ", Labels.NAMES));
      }
      if (names.contains(name)) {
        throw new IllegalArgumentException(name + " is there twice");
      }
      names.add(name);
      regex.append("([^/]+?)");
    }
    if (names.isEmpty()) {
      throw new IllegalArgumentException("it has no label, as {service}");
    }
    regex.append(Pattern.quote(text.substring(from)));
    return new PathLabels(Pattern.compile(regex.toString()), List.copyOf(names));
  }

  /** What a path says; {@link Labels#NONE} where it is not of this pattern. */
  Labels labels(String path) {
    Matcher matcher = pattern.matcher(path);
    Labels labels = Labels.NONE;
    for (int i = 0; matcher.matches() && i < names.size(); i++) {
      String value = matcher.group(i + 1).strip();
      labels = Labels.isValue(value) ? labels.with(names.get(i), value) : labels;
    }
    return labels;
  }

  /** The path with what is kept of the host's name in the place of that. */
  String shown(String path, Hosts hosts) {
    Matcher matcher = pattern.matcher(path);
    int host = names.indexOf("host") + 1;
    if (host == 0 || hosts == Hosts.KEEP || !matcher.matches()) {
      return path;
    }
    String kept = hosts.kept(matcher.group(host));
    return path.substring(0, matcher.start(host))
        + (kept.isEmpty() ? "-" : kept)
        + path.substring(matcher.end(host));
  }
}
