package io.github.rustfit.plugin;

import io.github.rustfit.plugin.recording.LiveRecording;
import io.github.rustfit.plugin.recording.Profiler;
import io.github.rustfit.plugin.recording.RecordingException;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Records a JVM that runs already: a profile and a GC log, in {@code target/rustfit/}, where {@code
 * report} looks for them. Afterwards the JVM is as it was; ending the goal early keeps what there
 * is. It needs no project.
 */
@Mojo(name = "record", requiresProject = false, aggregator = true, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven injects the parameters before it calls execute()
public final class RecordMojo extends AbstractMojo {

  private static final String UNKNOWN = "${project.basedir}";

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /** Skips the goal. On the command line it wins over what the POM says. */
  @Parameter(property = "rustfit.skip", defaultValue = "false")
  private boolean skip;

  /** Process id of the JVM to record. Without it the goal lists the JVMs there are, and fails. */
  @Parameter(property = "rustfit.pid")
  private @Nullable String pid;

  /** How long to record: {@code 90s}, {@code 5m}, {@code 1h}, or a number of seconds. */
  @Parameter(property = "rustfit.duration", defaultValue = "60s")
  private String duration;

  /** What records: {@code jfr}, the JDK's Flight Recorder, or {@code async-profiler}. */
  @Parameter(property = "rustfit.profiler", defaultValue = "jfr")
  private String profiler;

  /** Where recordings and logs go. */
  @Parameter(
      property = "rustfit.recordingDirectory",
      defaultValue = "${project.build.directory}/rustfit")
  private File recordingDirectory;

  /**
   * Methods whose calls are counted meanwhile and some of whose arguments and results are copied,
   * into {@code captured} beside the recording: {@code package.Type#method}, several separated by
   * commas, with {@code (int,long[])} behind it where only one of several is meant. The file may
   * hold personal data.
   */
  @Parameter(property = "rustfit.capture")
  private @Nullable String capture;

  @Override
  public void execute() throws MojoExecutionException {
    if (Skip.wanted(session, skip)) {
      getLog().info("rustfit: skipped, because rustfit.skip is set.");
      return;
    }
    try {
      LiveRecording recording =
          LiveRecording.of(
              Profiler.of(profiler),
              pid == null ? "" : pid,
              duration,
              folder(recordingDirectory, session.getExecutionRootDirectory()),
              line -> getLog().info("rustfit: " + line),
              capture == null ? "" : capture);
      recording.run().forEach(file -> getLog().info("rustfit: wrote " + file));
    } catch (RecordingException e) {
      throw new MojoExecutionException("rustfit: " + e.getMessage(), e);
    }
  }

  /**
   * Where files go. Without a POM Maven knows no folder of a project, and leaves the words that
   * stand for it; then it is the folder that Maven was started in.
   */
  static Path folder(File named, String startedIn) {
    String path = named.getPath();
    int unknown = path.indexOf(UNKNOWN);
    return (unknown < 0
            ? named.toPath()
            : Path.of(startedIn, path.substring(unknown + UNKNOWN.length())))
        .toAbsolutePath()
        .normalize();
  }
}
