package io.github.rustfit.plugin.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A command line of Maven.
 *
 * @param goals goals and phases in order; those of this plugin as {@code rustfit:goal}
 * @param properties what {@code -D} sets
 * @param options all other options, with the value behind them or an empty one
 */
record MavenCommand(
    List<String> goals, Map<String, String> properties, Map<String, String> options) {

  static final String PREFIX = "rustfit:";

  private static final Set<String> WITH_VALUE =
      Set.of("-f", "--file", "-pl", "--projects", "-P", "-T", "-s", "-rf", "-l");

  /** These change what is printed, not what is done. */
  private static final Set<String> QUIET =
      Set.of("-q", "-B", "--batch-mode", "-ntp", "--no-transfer-progress");

  /** Parses what stands behind {@code mvn}. */
  static MavenCommand parse(String arguments) {
    List<String> goals = new ArrayList<>();
    Map<String, String> properties = new TreeMap<>();
    Map<String, String> options = new TreeMap<>();
    List<String> words = Shell.words(arguments);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.startsWith("-D")) {
        String[] pair = word.substring(2).split("=", 2);
        properties.put(pair[0], pair.length == 2 ? pair[1] : "true");
      } else if (WITH_VALUE.contains(word) && i + 1 < words.size()) {
        options.put(word, words.get(++i));
      } else if (word.startsWith("-P") || word.startsWith("-T")) {
        options.put(word.substring(0, 2), word.substring(2));
      } else if (word.startsWith("-")) {
        if (!QUIET.contains(word)) {
          options.put(word, "");
        }
      } else {
        goals.add(normal(word));
      }
    }
    return new MavenCommand(List.copyOf(goals), properties, options);
  }

  private static String normal(String goal) {
    return goal.replaceFirst(
        "^io\\.github\\.rustfit:rustfit-maven-plugin:(?:[\\d.]+(?:-SNAPSHOT)?:)?", PREFIX);
  }

  /** The goals of this plugin, without their prefix. */
  List<String> ownGoals() {
    return goals.stream()
        .filter(goal -> goal.startsWith(PREFIX))
        .map(goal -> goal.substring(PREFIX.length()).replaceFirst("@.*", ""))
        .toList();
  }

  /** The folder that {@code -f} names, or an empty text. */
  String file() {
    return options.getOrDefault("-f", options.getOrDefault("--file", ""));
  }

  /**
   * What two commands that do the same have in common: goals, the names of properties, profiles and
   * the names of other options. Values are those of the project at hand.
   */
  String shape() {
    Set<String> names = new TreeSet<>();
    properties.forEach(
        (name, value) -> {
          if (!value.isEmpty()) { // an empty one is as if it were not set
            names.add(name);
          }
        });
    names.remove("rustfit.outputDirectory");
    String others =
        options.entrySet().stream()
            .filter(option -> !option.getKey().equals("-f") && !option.getKey().equals("--file"))
            .map(o -> o.getKey().equals("-P") ? "-P" + o.getValue() : o.getKey())
            .collect(Collectors.joining(" "));
    return (String.join(" ", goals) + " " + others).strip() + " " + names;
  }
}
