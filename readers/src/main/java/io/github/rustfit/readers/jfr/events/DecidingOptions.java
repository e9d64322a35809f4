package io.github.rustfit.readers.jfr.events;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options of a JVM that decide about its memory and its start, out of its command line: their
 * names, and values that are numbers. Paths and everything else are left out, since they may hold
 * secrets.
 */
final class DecidingOptions {

  private static final Pattern OPTION =
      Pattern.compile(
          "(?<=^|\\s)(-Xmx\\w+|-XX:(?:MaxHeapSize|MaxRAMPercentage|TieredStopAtLevel)=[\\w.]+"
              + "|-XX:[+-](?:UseSerialGC|UseCompactObjectHeaders|AutoCreateSharedArchive)"
              + "|-XX:(?:AOTCache|SharedArchiveFile)(?==))");

  private static final int LONGEST = 40;

  private DecidingOptions() {}

  /** Those of a command line. */
  static SortedSet<String> of(String jvmArguments) {
    SortedSet<String> options = new TreeSet<>();
    Matcher matcher = OPTION.matcher(jvmArguments);
    while (matcher.find()) {
      if (matcher.group().length() <= LONGEST) {
        options.add(matcher.group());
      }
    }
    return options;
  }
}
