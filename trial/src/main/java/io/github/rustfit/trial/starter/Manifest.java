package io.github.rustfit.trial.starter;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was written to a folder: so that what a person changed is told from what nobody touched.
 *
 * @param component the component that the starter is for, as it stands in a comment
 * @param entries ids of its methods in the order in which they came
 * @param ports SHA-256 of bodies that were written by machine, by module
 * @param digests SHA-256 of what was last written or offered, by path
 */
record Manifest(
    String component,
    List<String> entries,
    SortedMap<String, String> ports,
    SortedMap<String, String> digests) {

  /** Its file, relative to the folder of the starter. */
  static final String NAME = ".rustfit-starter";

  private static final Pattern PORT = Pattern.compile("port: (\\w+) ([0-9a-f]{64})");
  private static final Pattern DIGEST = Pattern.compile("([0-9a-f]{64})  (.+)");
  private static final String COMPONENT = "component: ";
  private static final String ENTRY = "entry: ";

  Manifest {
    entries = List.copyOf(entries);
    ports = new TreeMap<>(ports);
    digests = new TreeMap<>(digests);
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException whose message names the line that is none
   */
  static Manifest parse(String text) {
    String component = "";
    List<String> entries = new ArrayList<>();
    SortedMap<String, String> ports = new TreeMap<>();
    SortedMap<String, String> digests = new TreeMap<>();
    int number = 0;
    for (String line : text.split("\r?\n", -1)) {
      number++;
      Matcher port = PORT.matcher(line);
      Matcher digest = DIGEST.matcher(line);
      if (line.startsWith(COMPONENT)) {
        component = line.substring(COMPONENT.length());
      } else if (line.startsWith(ENTRY)) {
        entries.add(line.substring(ENTRY.length()));
      } else if (port.matches()) {
        ports.put(port.group(1), port.group(2));
      } else if (digest.matches()) {
        digests.put(digest.group(2), digest.group(1));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        throw new IllegalArgumentException("line " + number + " is neither name nor digest");
      }
    }
    return new Manifest(component, entries, ports, digests);
  }

  /** As it is written. */
  String text() {
    StringBuilder text =
        new StringBuilder("# Written by rustfit:starter, so that it knows what you changed.\n")
            .append(COMPONENT)
            .append(component)
            .append('\n');
    entries.forEach(entry -> text.append(ENTRY).append(entry).append('\n'));
    ports.forEach((module, digest) -> text.append("port: " + module + " " + digest + "\n"));
    digests.forEach((path, digest) -> text.append(digest + "  " + path + "\n"));
    return text.toString();
  }
}
