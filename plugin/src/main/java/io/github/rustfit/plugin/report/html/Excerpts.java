package io.github.rustfit.plugin.report.html;

import io.github.rustfit.plugin.report.text.Texts;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A few lines of source around the ones that the report names. */
public interface Excerpts {

  /** No source at hand. */
  Excerpts NONE = (file, line) -> List.of();

  /**
   * A line of source.
   *
   * @param number from 1
   * @param text without its end
   * @param named whether it is the one that was asked for
   */
  record Line(int number, String text, boolean named) {}

  /**
   * The lines around one.
   *
   * @param file relative to the project's root, as the evidence names it
   * @param line the line in the middle, from 1
   * @return the lines in order; none when there is no such file or line
   */
  List<Line> around(String file, int line);

  /** All lines of a file, as they are; none when it cannot be read. */
  default List<String> lines(String file) {
    return List.of();
  }

  /**
   * Lines of the files below a folder. Links are not followed and nothing outside is read, whatever
   * the evidence names.
   *
   * @param root the project's root folder
   * @param charset encoding of the sources
   */
  static Excerpts below(Path root, Charset charset) {
    return new InFolder(root.toAbsolutePath().normalize(), charset, new LinkedHashMap<>());
  }

  /**
   * The files, the last few of them kept.
   *
   * @param root folder
   * @param charset of the files
   * @param kept lines of files by name
   */
  record InFolder(Path root, Charset charset, Map<String, List<String>> kept) implements Excerpts {

    private static final int AROUND = 3;
    private static final int LONGEST = 160;
    private static final int MOST_FILES = 32;
    private static final long MOST_BYTES = 4 << 20;

    @Override
    public List<String> lines(String file) {
      List<String> all = kept.computeIfAbsent(file, this::read);
      if (kept.size() > MOST_FILES) {
        kept.keySet().remove(kept.keySet().iterator().next());
      }
      return all;
    }

    @Override
    public List<Line> around(String file, int line) {
      List<String> all = lines(file);
      List<Line> lines = new ArrayList<>();
      if (line < 1 || line > all.size()) {
        return lines;
      }
      for (int n = Math.max(1, line - AROUND); n <= Math.min(all.size(), line + AROUND); n++) {
        lines.add(new Line(n, Texts.cut(Texts.printable(all.get(n - 1)), LONGEST), n == line));
      }
      return unindented(lines);
    }

    private List<String> read(String file) {
      Path path = root.resolve(file).normalize();
      try {
        boolean readable =
            !file.isEmpty()
                && path.startsWith(root)
                && path.toRealPath().startsWith(root.toRealPath())
                && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && Files.size(path) <= MOST_BYTES;
        return readable
            ? new String(Files.readAllBytes(path), charset).lines().toList()
            : List.of();
      } catch (IOException | RuntimeException e) {
        return List.of(); // the report names file and line all the same
      }
    }

    /** What all lines are indented by says nothing. */
    private static List<Line> unindented(List<Line> lines) {
      int common =
          lines.stream()
              .filter(line -> !line.text().isBlank())
              .map(line -> line.text().length() - line.text().stripLeading().length())
              .min(Comparator.naturalOrder())
              .orElse(0);
      return lines.stream()
          .map(
              line ->
                  new Line(
                      line.number(),
                      line.text().substring(Math.min(common, line.text().length())),
                      line.named()))
          .toList();
    }
  }
}
