package io.github.rustfit.readers.yaml;

import io.github.rustfit.rules.evidence.base.Problem;
import java.util.List;

/**
 * A YAML file of another program: several documents, no schema, and tags as that program likes.
 *
 * @param documents those that could be read, in the file's order
 * @param problems what could not, by line and column
 */
public record YamlFile(List<YamlDocument> documents, List<Problem> problems) {

  public YamlFile {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a file; nothing is thrown for bad content.
   *
   * @param path of the file, as people know it
   * @param bytes the file, UTF-8, at most 1 MiB
   */
  public static YamlFile read(String path, byte[] bytes) {
    YamlProblems problems = new YamlProblems(path);
    List<YamlDocument> documents = YamlParser.parseAll(bytes, problems);
    return new YamlFile(documents, problems.toList());
  }
}
