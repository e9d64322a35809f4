package io.github.rustfit.plugin.recording;

import java.util.List;

/** Why a JVM took no command, told from what {@code jcmd} prints. */
final class Refusal {

  /** What is printed of a JVM that ended before the command came, or before it was answered. */
  private static final List<String> BROKEN_OFF =
      List.of("Premature EOF", "Connection reset", "Connection refused", "Broken pipe");

  private Refusal() {}

  /** The reason and the remedy. */
  static RecordingException of(long pid, String text) {
    if (text.contains("No such process") || text.contains("Could not find any processes")) {
      return new ConnectionLostException("There is no process " + pid + " any more.");
    }
    if (text.contains("does not support the attach mechanism")) {
      return new RecordingException(
          "Process "
              + pid
              + " runs with -XX:+DisableAttachMechanism, so nothing can be started in it. Start it"
              + " without that option, or with the options that rustfit:prepare-agent sets.");
    }
    if (text.contains("not permitted")
        || text.contains("Permission denied")
        || text.contains("is not secure")
        || text.contains("AccessDenied")
        || text.contains("Access is denied")) {
      return new RecordingException(
          "Process "
              + pid
              + " may not be attached to. Run Maven as the user whom it belongs to; in a container"
              + " it may need the capability SYS_PTRACE.");
    }
    if (text.contains("doesn't respond") || text.contains("not loaded")) {
      return new RecordingException(
          "Process "
              + pid
              + " does not let itself be attached to: it is no HotSpot JVM, was started with"
              + " -XX:+DisableAttachMechanism, or stands still.");
    }
    String reason =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.matches("\\d+:|at .*"))
            .findFirst()
            .orElse("jcmd gave no reason");
    if (BROKEN_OFF.stream().anyMatch(text::contains)) {
      return new ConnectionLostException(
          "Process "
              + pid
              + " broke off in the middle of a command ("
              + reason
              + "). Try again, with the JDK of the version that it runs on (JAVA_HOME).");
    }
    return new RecordingException(
        "Process "
            + pid
            + " refused: "
            + reason
            + ". Try with the JDK of the version that it runs on (JAVA_HOME), or start it with the"
            + " options that rustfit:prepare-agent sets.");
  }
}
