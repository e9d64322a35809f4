package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.patterns.Patterns;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a pattern looks like, and what its fix looks like. It stands on the pattern's page in the
 * documentation, which the build puts onto the class path, and nowhere else.
 *
 * @param before code with the pattern
 * @param after the same code without it
 * @param measured what the fix brought on the project's own pairs; empty where none was measured
 */
record PatternExample(String before, String after, String measured) {

  private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)\n```");

  private static final Pattern MEASURED = Pattern.compile("(?s)\\*\\*Measured\\.\\*\\* (.*?)\n\n");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)|`");

  private static final Pattern GAIN = Pattern.compile(": \\w+ (\\d+(?:\\.\\d+)?) \\(");

  /** Marks the lines where a page's test expects the pattern; of no use to readers of a report. */
  private static final Pattern MARK = Pattern.compile(" *// found");

  private static final Map<String, Optional<PatternExample>> READ = new ConcurrentHashMap<>();

  /** The example of a pattern; empty for every other rule. */
  static Optional<PatternExample> of(String rule) {
    return Patterns.find(rule).isEmpty()
        ? Optional.empty()
        : READ.computeIfAbsent(rule, PatternExample::read);
  }

  private static Optional<PatternExample> read(String pattern) {
    try (InputStream page =
        PatternExample.class.getResourceAsStream("patterns/" + pattern + ".md")) {
      return page == null
          ? Optional.empty()
          : parse(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the fix brought on our own pairs, e.g. {@code 4.7 times as fast}; empty without. */
  String gain() {
    Matcher first = GAIN.matcher(measured);
    return first.find() ? first.group(1) + " times as fast on a pair of our own" : "";
  }

  private static Optional<PatternExample> parse(String page) {
    List<String> blocks =
        BLOCK
            .matcher(page)
            .results()
            .map(block -> MARK.matcher(block.group(1)).replaceAll(""))
            .toList();
    return blocks.size() < 2
        ? Optional.empty()
        : Optional.of(new PatternExample(blocks.get(0), blocks.get(1), measured(page)));
  }

  /** The paragraph as plain text. */
  private static String measured(String page) {
    Matcher found = MEASURED.matcher(page);
    return found.find() ? LINK.matcher(found.group(1)).replaceAll("$1").replace('\n', ' ') : "";
  }
}
