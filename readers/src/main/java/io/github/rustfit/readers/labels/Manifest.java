package io.github.rustfit.readers.labels;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Labels by a list: a CSV file (RFC 4180, UTF-8) whose first line names its columns, {@code path}
 * and any of the labels. A path is that of an input, relative to the project's root, or of a folder
 * or an archive, for all within; the longest one counts.
 */
public final class Manifest {

  /** No list. */
  public static final Manifest NONE = new Manifest(Map.of());

  private static final String PATH = "path";
  private static final long MAX_BYTES = 256L << 20;
  private static final int MOST_PROBLEMS = 20;
  private static final String REMEDY =
      "Correct the list: a line of names, path and any of "
          + String.join(", ", Labels.NAMES)
          + ", and a line for each input or folder.";

  private final Map<String, Labels> byPath;

  private Manifest(Map<String, Labels> byPath) {
    this.byPath = byPath;
  }

  /**
   * What a file holds.
   *
   * @param manifest as far as it could be read
   * @param problems what is wrong with it
   */
  public record Reading(Manifest manifest, List<Problem> problems) {

    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /** Reads a list; nothing is thrown for bad content. */
  public static Reading read(Path root, Path file) {
    String name = RelativePath.of(root, file);
    Rows rows = new Rows(name);
    try {
      if (!Files.isRegularFile(file)) {
        rows.problem(0, "It is no file.");
      } else if (Files.size(file) > MAX_BYTES) {
        rows.problem(0, "It is larger than " + MAX_BYTES + " bytes.");
      } else {
        read(file, rows);
      }
    } catch (IOException e) {
      rows.problem(0, "It cannot be read: " + Causes.of(e) + ".");
    }
    return new Reading(new Manifest(Map.copyOf(rows.byPath)), rows.problems);
  }

  private static void read(Path file, Rows rows) throws IOException {
    CsvMapper mapper = CsvMapper.builder().enable(CsvParser.Feature.TRIM_SPACES).build();
    CsvSchema header = CsvSchema.emptySchema().withHeader();
    try (InputStream in = Files.newInputStream(file);
        MappingIterator<Map<String, String>> lines =
            mapper.readerForMapOf(String.class).with(header).readValues(in)) {
      // The parser stands behind a line once it has read it: where the next one begins.
      int begin = 2;
      while (lines.hasNextValue()) {
        rows.add(begin, lines.nextValue());
        begin = lines.getCurrentLocation().getLineNr();
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      rows.problem(line, "It is no CSV from here on: " + e.getOriginalMessage() + ".");
    } catch (RuntimeJsonMappingException e) {
      rows.problem(0, "It is no CSV: " + e.getMessage() + ".");
    }
  }

  /** What it says of an input. */
  Labels labels(String path) {
    String part = path;
    while (!part.isEmpty()) {
      Labels found = byPath.get(part);
      if (found != null) {
        return found;
      }
      int end = part.endsWith("!") ? part.length() - 1 : part.lastIndexOf('/');
      part = end < 0 ? "" : part.substring(0, end);
    }
    return byPath.getOrDefault(".", Labels.NONE);
  }

  /** What was read so far. */
  private static final class Rows {

    private final String file;
    private final Map<String, Labels> byPath = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> unknown = new HashSet<>();

    Rows(String file) {
      this.file = file;
    }

    void problem(int line, String message) {
      if (problems.size() < MOST_PROBLEMS) {
        problems.add(new Problem(file, Math.max(0, line), message, REMEDY));
      }
    }

    void add(int line, Map<String, String> row) {
      String path = row.getOrDefault(PATH, "").replaceAll("(?<=.)/+$", "").replaceAll("^\\./+", "");
      if (path.isEmpty()) {
        problem(line, "A line without a path.");
        return;
      }
      Labels labels = Labels.NONE;
      for (Map.Entry<String, String> cell : row.entrySet()) {
        String value = cell.getValue() == null ? "" : cell.getValue().strip();
        if (cell.getKey().equals(PATH) || value.isEmpty()) {
          continue;
        }
        if (!Labels.NAMES.contains(cell.getKey())) {
          if (unknown.add(cell.getKey())) {
            String column = RelativePath.printable(cell.getKey());
            problem(line, "A column is named '" + column + "', which is no label.");
          }
        } else if (Labels.isValue(value)) {
          labels = labels.with(cell.getKey(), value);
        } else {
          problem(
              line,
              "Its "
                  + cell.getKey()
                  + " is no text of one line and up to "
                  + Labels.LONGEST
                  + " characters.");
        }
      }
      Labels before = byPath.putIfAbsent(path, labels);
      if (before != null && !before.equals(labels)) {
        problem(line, "The path is there before with other labels, and those count.");
      }
    }
  }
}
