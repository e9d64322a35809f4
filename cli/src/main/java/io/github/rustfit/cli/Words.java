package io.github.rustfit.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The words of Maven and those of the command line: {@code rustfit.gcLogs} is {@code --gc-logs},
 * and {@code mvn rustfit:report} is {@code rustfit report}. What goals say is said in the latter,
 * and what a page says in the former is understood.
 */
final class Words {

  private static final Pattern GOAL =
      Pattern.compile("(?:mvn (?:clean )?(?:verify )?)?\\brustfit:([a-z][a-z-]*)");
  private static final Pattern NAME = Pattern.compile("(?:-D|\\b)rustfit\\.([a-zA-Z]+)\\b");
  private static final Pattern PROPERTY = Pattern.compile("-Drustfit\\.([a-zA-Z]+)(?=$|=)");
  private static final Pattern AFTER_DASH = Pattern.compile("-([a-z])");

  private static final String JVM_OPTIONS = "--jvm-options";

  private final Map<String, String> options = new TreeMap<>();

  /** Of all commands below one. */
  Words(CommandSpec root) {
    collect(root);
  }

  private void collect(CommandSpec command) {
    for (OptionSpec option : command.options()) {
      String name = option.longestName();
      String camel =
          AFTER_DASH
              .matcher(name.replaceFirst("^--", ""))
              .replaceAll(dash -> dash.group(1).toUpperCase(Locale.ROOT));
      options.put(camel, name);
    }
    command.subcommands().values().forEach(one -> collect(one.getCommandSpec()));
  }

  /** A line in the words of the command line. */
  String of(String line) {
    Matcher name = NAME.matcher(GOAL.matcher(line).replaceAll("rustfit $1"));
    return name.replaceAll(
        found -> Matcher.quoteReplacement(options.getOrDefault(found.group(1), found.group())));
  }

  /**
   * Arguments with options for what are properties of Maven. A blank goes before options of a JVM,
   * as they would be taken for options of this command.
   */
  String[] understood(String... arguments) {
    String[] all = Arrays.stream(arguments).map(this::understood).toArray(String[]::new);
    for (int i = 0; i < all.length; i++) {
      if (all[i].startsWith(JVM_OPTIONS + "=-")) {
        all[i] = JVM_OPTIONS + "= " + all[i].substring(JVM_OPTIONS.length() + 1);
      } else if (i > 0 && all[i - 1].equals(JVM_OPTIONS) && all[i].startsWith("-")) {
        all[i] = " " + all[i];
      }
    }
    return all;
  }

  private String understood(String argument) {
    Matcher property = PROPERTY.matcher(argument);
    return property.lookingAt() && options.containsKey(property.group(1))
        ? options.get(property.group(1)) + argument.substring(property.end())
        : argument;
  }
}
