package io.github.rustfit.plugin.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown file of the repository, as far as its tests look at it.
 *
 * @param path relative to the repository's root
 * @param blocks its code blocks, in order
 * @param prose everything else
 * @param anchors what a link may name behind {@code #}, by GitHub's rule for headings
 */
record Markdown(Path path, List<Block> blocks, String prose, Set<String> anchors) {

  /** The root of the repository; tests run in the folder of their module. */
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern FENCE = Pattern.compile("\\s*(```+|~~~+)\\s*([\\w-]*).*");
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*)");
  private static final Pattern TARGET = Pattern.compile("]\\(([^()\\s]+)(?:\\s+\"[^\"]*\")?\\)");
  private static final Pattern INLINE = Pattern.compile("`([^`]+)`");

  /**
   * A code block.
   *
   * @param language what stands behind the fence, may be empty
   * @param line the line of its first line, from 1
   * @param text its lines
   */
  record Block(String language, int line, List<String> text) {}

  /** All Markdown files of the repository, sorted; what a build wrote is left out. */
  static List<Markdown> all() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .map(ROOT::relativize)
          .filter(Markdown::source)
          .sorted()
          .map(Markdown::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean source(Path file) {
    for (Path part : file) {
      if (part.toString().equals("target") || part.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }

  /** Reads one file, named relative to the root. */
  static Markdown read(Path file) {
    try {
      return parse(file, Files.readAllLines(ROOT.resolve(file), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Markdown parse(Path path, List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    StringBuilder prose = new StringBuilder();
    Set<String> anchors = new LinkedHashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      if (fence.matches()) {
        List<String> text = new ArrayList<>();
        int first = i + 2;
        for (i++; i < lines.size() && !lines.get(i).strip().equals(fence.group(1)); i++) {
          text.add(lines.get(i));
        }
        blocks.add(new Block(fence.group(2), first, List.copyOf(text)));
      } else if (lines.get(i).matches(" {4,}mvn .*")) {
        int first = i;
        while (lines.get(i).endsWith("\\")) {
          i++;
        }
        blocks.add(new Block("", first + 1, List.copyOf(lines.subList(first, i + 1))));
      } else {
        Matcher heading = HEADING.matcher(lines.get(i));
        if (heading.matches()) {
          String anchor = anchor(heading.group(1));
          int before = seen.merge(anchor, 1, Integer::sum) - 1;
          anchors.add(before == 0 ? anchor : anchor + "-" + before);
        }
        prose.append(lines.get(i)).append('\n');
      }
    }
    return new Markdown(path, List.copyOf(blocks), prose.toString(), anchors);
  }

  private static String anchor(String heading) {
    return heading
        .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  /** Where its links and pictures point to, in order. */
  List<String> targets() {
    return TARGET.matcher(prose).results().map(match -> match.group(1)).toList();
  }

  /** What stands between backticks within the text. */
  List<String> inlineCode() {
    return INLINE
        .matcher(prose)
        .results()
        .map(match -> match.group(1).replaceAll("\\s+", " "))
        .toList();
  }
}
