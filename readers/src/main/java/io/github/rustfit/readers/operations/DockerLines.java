package io.github.rustfit.readers.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The instructions of a Dockerfile: lines joined where they continue, comments and what stands in
 * here-documents taken apart. Source: <a
 * href="https://docs.docker.com/reference/dockerfile/">Dockerfile reference</a>.
 */
final class DockerLines {

  private static final Pattern ESCAPE = Pattern.compile("#\\s*escape\\s*=\\s*(\\S)\\s*");
  private static final Pattern DIRECTIVE = Pattern.compile("#\\s*[A-Za-z]+\\s*=.*");
  private static final Pattern HEREDOC =
      Pattern.compile("<<-?\\s*([\"']?)([A-Za-z_][A-Za-z0-9_.]{0,60})\\1");

  private final List<String> lines;
  private final List<Instruction> instructions = new ArrayList<>();
  private char escape = '\\';
  private int at;

  /**
   * One instruction.
   *
   * @param name in upper case
   * @param text what follows the name, continued lines joined by a space
   * @param body lines of its here-documents
   * @param line its first line, from 1
   */
  record Instruction(String name, String text, String body, int line) {}

  private DockerLines(String text) {
    lines = text.lines().toList();
  }

  /** The instructions in order. */
  static List<Instruction> of(String text) {
    DockerLines reading = new DockerLines(text);
    reading.directives();
    while (reading.at < reading.lines.size()) {
      reading.instruction();
    }
    return reading.instructions;
  }

  private void directives() {
    for (String line : lines) {
      Matcher directive = ESCAPE.matcher(line.strip().toLowerCase(Locale.ROOT));
      if (directive.matches()) {
        escape = directive.group(1).charAt(0);
      } else if (!DIRECTIVE.matcher(line.strip()).matches()) {
        return;
      }
    }
  }

  private void instruction() {
    int first = at;
    StringBuilder joined = new StringBuilder();
    boolean more = true;
    while (more && at < lines.size()) {
      String line = lines.get(at++).strip();
      boolean skipped = line.startsWith("#") || (line.isEmpty() && !joined.isEmpty());
      if (skipped) {
        more = !joined.isEmpty();
        continue;
      }
      more = line.length() > 0 && line.charAt(line.length() - 1) == escape;
      joined.append(more ? line.substring(0, line.length() - 1) : line).append(' ');
    }
    String text = joined.toString().strip();
    if (text.isEmpty()) {
      return;
    }
    String[] parts = text.split("\\s+", 2);
    String name = parts[0].toUpperCase(Locale.ROOT);
    String rest = parts.length > 1 ? parts[1] : "";
    boolean mayHaveBody = name.equals("RUN") || name.equals("COPY") || name.equals("ADD");
    instructions.add(new Instruction(name, rest, mayHaveBody ? body(rest) : "", first + 1));
  }

  private String body(String text) {
    StringBuilder body = new StringBuilder();
    Matcher heredoc = HEREDOC.matcher(text);
    while (heredoc.find()) {
      String end = heredoc.group(2);
      int start = at;
      while (at < lines.size() && !lines.get(at).strip().equals(end)) {
        body.append(lines.get(at++)).append('\n');
      }
      if (at == lines.size()) {
        at = start;
        return "";
      }
      at++;
    }
    return body.toString();
  }
}
