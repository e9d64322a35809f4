package io.github.rustfit.plugin.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The {@code jcmd} of this JDK behind a shell script that does something at one of the commands, so
 * that a test need not hit a moment by waiting for it.
 */
final class StagedJcmd {

  private StagedJcmd() {}

  /**
   * A {@code jcmd} that runs lines of shell first, when it is given a command.
   *
   * @param folder where it is written
   * @param command part of the command, such as {@code JFR.start}
   * @param lines shell, in which {@code $1} is the process id and {@code jcmd} the real program
   */
  static Jcmd at(Path folder, String command, String lines) throws IOException, RecordingException {
    Path program = Files.createDirectories(folder.resolve("bin")).resolve("jcmd");
    String script =
        """
        #!/bin/sh
        shift # the option for Java
        jcmd() { '%s' "$@"; }
        case "$*" in *'%s'*)
          %s
        esac
        jcmd "$@"
        """;
    Files.writeString(
        program, script.formatted(ForkedJvm.THIS_JDK.resolve("bin/jcmd"), command, lines));
    if (!program.toFile().setExecutable(true)) {
      throw new IOException(program + " cannot be made a program");
    }
    return Jcmd.in(folder);
  }
}
