package io.github.rustfit.cli;

import io.github.rustfit.cli.project.FolderProject;
import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.recording.LiveRecording;
import io.github.rustfit.plugin.recording.Profiler;
import io.github.rustfit.plugin.recording.RecordingException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code record}. */
@CommandLine.Command(
    name = "record",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Records a JVM that runs already: a profile and a GC log, where report looks for them.",
      "Afterwards the JVM is as it was; Ctrl-C keeps what there is."
    })
final class RecordCommand extends Command {

  @Option(
      names = "--pid",
      paramLabel = "PID",
      description = "Process id of the JVM; without it the JVMs there are, are listed.")
  private @Nullable String pid;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "How long: 90s, 5m, 1h; 60s by default.")
  private String duration = "60s";

  @Option(
      names = "--profiler",
      paramLabel = "NAME",
      description = "What records: jfr (the default), or async-profiler.")
  private String profiler = "jfr";

  @Option(
      names = "--recording-directory",
      paramLabel = "FOLDER",
      description =
          "Where recordings and logs go; target/rustfit, or build/rustfit with Gradle, by default.")
  private @Nullable Path folder;

  @Option(
      names = "--capture",
      paramLabel = "METHODS",
      description =
          "Methods whose calls are counted and some of whose arguments are copied: Class#method,"
              + " several separated by commas. The file may hold personal data.")
  private @Nullable String capture;

  @Override
  void run(Terminal terminal) throws GoalException {
    Path place = folder == null ? FolderProject.outputFolder(Path.of("").toAbsolutePath()) : folder;
    try {
      LiveRecording.of(
              Profiler.of(profiler),
              pid == null ? "" : pid,
              duration,
              place.toAbsolutePath().normalize(),
              line -> terminal.info("rustfit: " + line),
              capture == null ? "" : capture)
          .run()
          .forEach(file -> terminal.info("rustfit: wrote " + file));
    } catch (RecordingException e) {
      throw new GoalException("rustfit: " + e.getMessage(), e);
    }
  }
}
