package io.github.rustfit.plugin.docs;

import java.util.ArrayList;
import java.util.List;

/** As much of a shell's grammar as the commands of the documentation use. */
final class Shell {

  private static final String MAVEN = "mvn ";

  private Shell() {}

  /** What stands behind {@code mvn} in each command of these lines. */
  static List<String> mavenArguments(List<String> lines) {
    List<String> found = new ArrayList<>();
    String joined = String.join("\n", lines).replaceAll("\\\\\\s*\n\\s*", " ");
    for (String line : joined.split("\n")) {
      for (String command : split(line)) {
        String text = command.strip().replaceFirst("^\\$ ", "");
        if (text.startsWith(MAVEN)) {
          found.add(text.substring(MAVEN.length()).strip());
        }
      }
    }
    return found;
  }

  /** The commands of a line: up to a comment, between {@code && || ; | >}, outside of quotes. */
  private static List<String> split(String line) {
    List<String> commands = new ArrayList<>();
    StringBuilder now = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '#' && (i == 0 || line.charAt(i - 1) == ' ')) {
        break;
      } else if (c == '&' || c == '|' || c == ';' || c == '>') {
        commands.add(now.toString());
        now.setLength(0);
        continue;
      }
      now.append(c);
    }
    commands.add(now.toString());
    return commands;
  }

  /** The words of a command, without their quotes. */
  static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (char c : (command + " ").toCharArray()) {
      if (quote != 0 ? c == quote : c == '\'' || c == '"') {
        quote = quote == 0 ? c : 0;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (!word.isEmpty()) {
          words.add(word.toString());
        }
        word.setLength(0);
      } else {
        word.append(c);
      }
    }
    return words;
  }
}
