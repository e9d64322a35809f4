package io.github.rustfit.readers.operations;

import io.github.rustfit.rules.evidence.repository.OperationsFact.Kind;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Options of the JVM in commands and in the environment. Only options that the rules know are kept,
 * without what they may carry beside: an agent's arguments, a user's properties.
 */
final class JvmOptions {

  /** Variables that the JVM itself, or the start scripts of well-known images, pass to it. */
  static final Set<String> VARIABLES =
      Set.of(
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "_JAVA_OPTIONS",
          "JAVA_OPTS",
          "JAVA_OPTIONS",
          "JAVA_OPTS_APPEND",
          "JAVA_ARGS",
          "JVM_OPTS",
          "JVM_ARGS",
          "CATALINA_OPTS",
          "BPL_JVM_OPTIONS");

  private static final Pattern WORD = Pattern.compile("[^\\s\"',\\[\\]]+");

  private static final Pattern AGENT = Pattern.compile("-(javaagent|agentpath|agentlib):([^=]+).*");

  private static final Pattern MEMORY = Pattern.compile("-(Xmx|Xms|XX:MaxHeapSize=)(\\S+)");

  /** Kept as they stand; none of them can carry a secret. */
  private static final List<Pattern> KEPT =
      List.of(
          Pattern.compile("-XX:(Max|Initial|Min)RAMPercentage=[0-9.]{1,8}"),
          Pattern.compile("-XX:[+-]Use[A-Za-z]{1,30}GC"),
          Pattern.compile("-XX:ActiveProcessorCount=[0-9]{1,6}"),
          Pattern.compile("-XX:[+-](UseContainerSupport|HeapDumpOnOutOfMemoryError)"),
          Pattern.compile("-XX:[+-](ExitOnOutOfMemoryError|CrashOnOutOfMemoryError)"));

  /** Kept up to the sign. */
  private static final List<String> NAMED =
      List.of(
          "-XX:HeapDumpPath",
          "-XX:StartFlightRecording",
          "-Dcom.sun.management.jmxremote",
          "-XX:FlightRecorderOptions");

  private static final Pattern JAVA = Pattern.compile("(.*/)?java(\\.exe)?");

  private JvmOptions() {}

  /** Whether the first words of a command start a JVM. */
  static boolean startsJava(String command) {
    Matcher words = WORD.matcher(command);
    while (words.find()) {
      if (JAVA.matcher(words.group()).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Adds the options that stand in a text. */
  static void add(Facts facts, String subject, String text, int line) {
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      option(facts, subject, words.group(), line);
    }
  }

  private static void option(Facts facts, String subject, String word, int line) {
    Matcher agent = AGENT.matcher(word);
    Matcher memory = MEMORY.matcher(word);
    if (agent.matches()) {
      String path = agent.group(2);
      String name = path.substring(path.lastIndexOf('/') + 1);
      facts.add(Kind.JVM_OPTION, subject, "-" + agent.group(1) + ":" + name, line);
    } else if (memory.matches()) {
      OptionalLong bytes = Quantities.bytes(memory.group(2));
      if (bytes.isPresent()) {
        facts.add(Kind.JVM_OPTION, subject, word, bytes, line);
      }
    } else if (KEPT.stream().anyMatch(form -> form.matcher(word).matches())) {
      facts.add(Kind.JVM_OPTION, subject, word, line);
    } else {
      NAMED.stream()
          .filter(word::startsWith)
          .findFirst()
          .ifPresent(name -> facts.add(Kind.JVM_OPTION, subject, name, line));
    }
  }
}
