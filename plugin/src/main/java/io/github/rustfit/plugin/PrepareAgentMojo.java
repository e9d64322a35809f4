package io.github.rustfit.plugin;

import io.github.rustfit.plugin.recording.Profiler;
import io.github.rustfit.plugin.recording.RecordingException;
import io.github.rustfit.plugin.recording.RecordingOptions;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Sets a property, {@code argLine} by default, so that the JVMs that Surefire and Failsafe fork for
 * tests record themselves: a profile by the JDK's Flight Recorder or async-profiler, and a GC log,
 * a file for each JVM in {@code target/rustfit/}, where {@code report} looks for them. What the
 * property holds already stays.
 *
 * <p>Where nothing is recorded, as with {@code rustfit.skip}, the property is empty unless it was
 * set before, so that a POM may refer to it.
 *
 * <p>Unit tests are no load: a recording of them judges nothing until {@code
 * recording.representative} is declared.
 */
@Mojo(
    name = "prepare-agent",
    defaultPhase = LifecyclePhase.INITIALIZE,
    requiresProject = true,
    threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven injects the parameters before it calls execute()
public final class PrepareAgentMojo extends AbstractMojo {

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** Skips the goal. On the command line it wins over what the POM says. */
  @Parameter(property = "rustfit.skip", defaultValue = "false")
  private boolean skip;

  /** The property to set. With {@code exec:exec} or JMH name one of your own and use it there. */
  @Parameter(property = "rustfit.propertyName", defaultValue = "argLine")
  private String propertyName;

  /**
   * What records: {@code jfr}, the JDK's Flight Recorder, or {@code async-profiler}; where the
   * latter does not work, the goal says so and the former records.
   */
  @Parameter(property = "rustfit.profiler", defaultValue = "jfr")
  private String profiler;

  /** Where recordings and logs go. */
  @Parameter(
      property = "rustfit.recordingDirectory",
      defaultValue = "${project.build.directory}/rustfit")
  private File recordingDirectory;

  /**
   * Methods whose calls are counted and some of whose arguments and results are copied, into {@code
   * captured} beside the recordings: {@code package.Type#method}, several separated by commas, with
   * {@code (int,long[])} behind it where only one of several is meant. The files may hold personal
   * data.
   */
  @Parameter(property = "rustfit.capture")
  private @Nullable String capture;

  @Override
  public void execute() throws MojoExecutionException {
    if (Skip.wanted(session, skip)) {
      getLog().info("rustfit: skipped, because rustfit.skip is set.");
      leaveEmpty();
      return;
    }
    if ("pom".equals(project.getPackaging())) {
      getLog().debug("rustfit: a module of packaging pom runs nothing to record.");
      return;
    }
    Profiler wanted = profiler();
    RecordingOptions options =
        RecordingOptions.flightRecorder(recordingDirectory.toPath().toAbsolutePath().normalize());
    if (!options.possible()) {
      getLog()
          .warn(
              "rustfit: nothing is recorded, because the JVM cannot be told of "
                  + options.folder()
                  + ": a comma, semicolon or quote stands in it. Set rustfit.recordingDirectory.");
      leaveEmpty();
      return;
    }
    try {
      options.prepare();
    } catch (IOException e) {
      throw new MojoExecutionException(
          "rustfit: the recordings' folder cannot be made: "
              + options.folder()
              + ". Set rustfit.recordingDirectory, or rustfit.skip.",
          e);
    }
    if (wanted == Profiler.ASYNC_PROFILER) {
      options = options.withAsyncProfiler(line -> getLog().warn("rustfit: " + line));
    }
    options = withCapture(options);
    Properties properties = project.getProperties();
    String value = options.before(existing(properties));
    properties.setProperty(propertyName, value);
    getLog().info("rustfit: " + propertyName + " set to " + value);
    List<String> warnings = new ArrayList<>(FixedArguments.warnings(project, propertyName));
    warnings.addAll(StartedPrograms.warnings(project, propertyName));
    if (propertyName.equals(FixedArguments.PROPERTY)) {
      warnings.addAll(WithoutForks.warnings(project, session));
    }
    warnings.forEach(warning -> getLog().warn("rustfit: " + warning));
  }

  private RecordingOptions withCapture(RecordingOptions options) throws MojoExecutionException {
    if (capture == null || capture.isBlank()) {
      return options;
    }
    try {
      return options.withCapture(capture);
    } catch (RecordingException e) {
      throw new MojoExecutionException("rustfit: " + e.getMessage(), e);
    }
  }

  /**
   * A POM that says {@code @{argLine}} hands these very characters to the JVM if nobody sets it.
   */
  private void leaveEmpty() {
    if (project.getProperties().getProperty(propertyName) == null) {
      project.getProperties().setProperty(propertyName, "");
    }
  }

  /** A property of the command line is what the tests would have got. */
  private String existing(Properties properties) {
    @Nullable String user = session.getUserProperties().getProperty(propertyName);
    if (user != null) {
      getLog()
          .warn(
              "rustfit: -D"
                  + propertyName
                  + " on the command line wins over what this goal sets, so nothing may be"
                  + " recorded. Leave it out, or set rustfit.propertyName.");
    }
    return properties.getProperty(propertyName, "");
  }

  private Profiler profiler() throws MojoExecutionException {
    try {
      return Profiler.of(profiler);
    } catch (RecordingException e) {
      throw new MojoExecutionException("rustfit: " + e.getMessage(), e);
    }
  }
}
