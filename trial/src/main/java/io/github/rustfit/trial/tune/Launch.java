package io.github.rustfit.trial.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a command that launches a program on a JVM: from {@code java} to the jar or the main
 * class, which an executable of the same program can take the place of.
 *
 * @param before what the command has before it
 * @param program what is launched and where its classes are, as words of the shell that {@code
 *     java} and {@code native-image} both take; no options of a JVM
 * @param after the program's arguments, and what else the command has
 */
public record Launch(String before, List<String> program, String after) {

  /** A word, or one in quotes. */
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|'[^']*'|[^\\s\"';&|<>()]+");

  private static final Set<String> WITH_A_VALUE =
      Set.of("-cp", "-classpath", "--class-path", "-p", "--module-path", "--add-modules");

  private static final Set<String> LAST = Set.of("-jar", "-m", "--module");

  public Launch {
    program = List.copyOf(program);
  }

  /** The first launch of a command; empty where it starts no JVM in a way that is understood. */
  public static Optional<Launch> of(String command) {
    Matcher words = WORD.matcher(command);
    Optional<Launch> found = Optional.empty();
    for (int at = 0; found.isEmpty() && words.find(at); ) {
      at = words.end();
      if (isLauncher(plain(words.group()))) {
        found = after(command, words);
      }
    }
    return found;
  }

  /** What follows the launcher that was found, up to the jar or the main class. */
  private static Optional<Launch> after(String command, Matcher words) {
    String before = command.substring(0, words.start());
    List<String> program = new ArrayList<>();
    int end = words.end();
    while (words.find() && command.substring(end, words.start()).isBlank()) {
      String word = plain(words.group());
      boolean option = word.startsWith("-") || word.equals(Shell.OPTIONS);
      boolean last = LAST.contains(word) || !option;
      if (last || WITH_A_VALUE.contains(word)) {
        program.add(words.group());
      }
      if (LAST.contains(word) || WITH_A_VALUE.contains(word)) {
        if (!words.find()) {
          return Optional.empty();
        }
        program.add(words.group());
      }
      end = words.end();
      if (last) {
        return Optional.of(new Launch(before, program, command.substring(end)));
      }
    }
    return Optional.empty();
  }

  /** The command with something else in its place. */
  String with(String words) {
    return before + words + after;
  }

  private static boolean isLauncher(String word) {
    return word.equals(Shell.LAUNCHER) || word.matches("(.*[/\\\\])?java(\\.exe)?");
  }

  private static String plain(String word) {
    boolean quoted = word.startsWith("\"") || word.startsWith("'");
    return quoted ? word.substring(1, word.length() - 1) : word;
  }
}
