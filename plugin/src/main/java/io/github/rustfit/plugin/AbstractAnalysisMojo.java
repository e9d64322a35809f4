package io.github.rustfit.plugin;

import io.github.rustfit.plugin.analysis.Analysis;
import io.github.rustfit.plugin.analysis.AnalysisRequest;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.plugin.report.ConsoleTable;
import io.github.rustfit.plugin.report.ReportWriter;
import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.rules.assessment.Assessment;
import io.github.rustfit.rules.evidence.Input;
import io.github.rustfit.rules.evidence.Problem;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals that analyse have in common. */
@SuppressWarnings("NullAway.Init") // Maven injects the parameters before it calls execute()
abstract class AbstractAnalysisMojo extends AbstractMojo {

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true)
  private @Nullable MojoExecution execution;

  /** Skips the goal. On the command line it wins over what the POM says. */
  @Parameter(property = "rustfit.skip", defaultValue = "false")
  private boolean skip;

  /**
   * Recordings: files, directories and globs, relative to the root project. Without them {@code
   * rustfit/} at the root and {@code target/rustfit/} of each module are looked into.
   */
  @Parameter(property = "rustfit.recordings")
  private @Nullable List<String> recordings;

  /** GC logs: files, directories and globs, as for {@code recordings}. */
  @Parameter(property = "rustfit.gcLogs")
  private @Nullable List<String> gcLogs;

  /**
   * The policy: a file relative to the root project, or a resource on the plugin's class path.
   * Without it, {@code rustfit.yaml} at the root is read if it exists.
   */
  @Parameter(property = "rustfit.policy")
  private @Nullable String policy;

  /** Where the results are written. */
  @Parameter(
      property = "rustfit.outputDirectory",
      defaultValue = "${project.build.directory}/rustfit")
  private File outputDirectory;

  /** What to do without any recording: {@code fail}, {@code warn} or {@code skip}. */
  @Parameter(property = "rustfit.onMissingRecording")
  private @Nullable String onMissingRecording;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skipped()) {
      getLog().info("rustfit: skipped, because rustfit.skip is set.");
      return;
    }
    Reactor reactor = new Reactor(session, project);
    if (!reactor.atTop()) {
      getLog().debug("rustfit: the whole reactor is analysed in its top project.");
      return;
    }
    if (reactor.sourceRoots().isEmpty()) {
      getLog().info("rustfit: no Java sources here, nothing to analyse.");
      return;
    }
    MissingRecording missing = missingRecording();
    AnalysisResult result = analyse(reactor);
    Path html = write(result);
    log(result, reactor.root(), html);
    conclude(result, missing, html);
  }

  /** Whether the user wants the goal skipped; the command line wins over the POM. */
  final boolean skipped() {
    String property = session.getUserProperties().getProperty("rustfit.skip");
    return property == null ? skip : property.isEmpty() || Boolean.parseBoolean(property);
  }

  /** Whether this project is the one that Maven was started for, and there is anything to read. */
  final boolean applicable() {
    Reactor reactor = new Reactor(session, project);
    return !skipped() && reactor.atTop() && !reactor.sourceRoots().isEmpty();
  }

  /** What a goal does without recordings unless {@code onMissingRecording} says otherwise. */
  abstract MissingRecording defaultForMissing();

  /** Fails where the goal must, after everything was written. */
  abstract void judge(AnalysisResult result, MissingRecording missing, Path html)
      throws MojoFailureException;

  private MissingRecording missingRecording() throws MojoExecutionException {
    if (onMissingRecording == null || onMissingRecording.isBlank()) {
      return defaultForMissing();
    }
    for (MissingRecording value : MissingRecording.values()) {
      if (value.name().equalsIgnoreCase(onMissingRecording.strip())) {
        return value;
      }
    }
    throw new MojoExecutionException(
        "rustfit: rustfit.onMissingRecording is '"
            + onMissingRecording
            + "'; use fail, warn or skip.");
  }

  private AnalysisResult analyse(Reactor reactor) {
    AnalysisRequest request =
        new AnalysisRequest(
            reactor.root(),
            reactor.sourceRoots(),
            reactor.charset(),
            cleaned(recordings),
            cleaned(gcLogs),
            reactor.defaultPlaces(),
            policy == null ? "" : policy.strip());
    AnalysisResult result = new Analysis(getClass().getClassLoader(), this::progress).run(request);
    return boundToLifecycle() ? result.withProblems(stale(result, reactor)) : result;
  }

  private void progress(String line) {
    getLog().info("rustfit: " + line);
  }

  private static List<String> cleaned(@Nullable List<String> requests) {
    return requests == null
        ? List.of()
        : requests.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }

  private boolean boundToLifecycle() {
    return execution != null && execution.getSource() == MojoExecution.Source.LIFECYCLE;
  }

  /** Recordings of modules that this build has yet to reach come from an earlier build. */
  private static List<Problem> stale(AnalysisResult result, Reactor reactor) {
    List<Problem> problems = new ArrayList<>();
    for (Input input : result.evidence().inputs()) {
      reactor
          .notYetBuilt(input.path())
          .ifPresent(
              module ->
                  problems.add(
                      new Problem(
                          input.path(),
                          0,
                          "This recording is left over from an earlier build: module '"
                              + module
                              + "' is not built yet in this one.",
                          "Run the goal after the lifecycle (mvn verify rustfit:report), or bind it"
                              + " in the last module.")));
    }
    return problems;
  }

  private Path write(AnalysisResult result) throws MojoExecutionException {
    OutputFolder output = new OutputFolder(outputDirectory.toPath());
    output.write("evidence.json", out -> EvidenceJson.write(result.evidence(), out));
    Path last = outputDirectory.toPath();
    for (ReportWriter writer : ReportWriter.all(project.getName())) {
      last = output.write(writer.fileName(), out -> writer.write(result.assessment(), out));
    }
    return last;
  }

  private void log(AnalysisResult result, Path root, Path html) {
    Assessment assessment = result.assessment();
    for (Input input : assessment.inputs()) {
      if (input.status() == Input.Status.PARTIAL) {
        getLog().warn("rustfit: " + input.path() + ": " + input.problem());
      }
    }
    assessment.problems().stream()
        .filter(problem -> !result.configurationErrors().contains(problem))
        .forEach(problem -> getLog().warn("rustfit: " + problem.text()));
    ConsoleTable.lines(assessment, html.toString()).forEach(line -> getLog().info(line));
    getLog().debug("rustfit: paths are relative to " + root);
  }

  private void conclude(AnalysisResult result, MissingRecording missing, Path html)
      throws MojoExecutionException, MojoFailureException {
    List<String> errors = new ArrayList<>();
    result.configurationErrors().forEach(problem -> errors.add(problem.text()));
    result.failedInputs().forEach(input -> errors.add(input.path() + ": " + input.problem()));
    if (!errors.isEmpty()) {
      throw new MojoExecutionException(
          "rustfit: "
              + (errors.size() == 1 ? "" : errors.size() + " errors. ")
              + String.join("\n  ", errors));
    }
    if (result.withoutProfile()) {
      String message =
          "rustfit: no recording with CPU samples was found, so nothing is judged by CPU or allocation."
              + " Record the program under load with"
              + " -XX:StartFlightRecording=filename=rustfit/app.jfr,settings=profile"
              + " -Xlog:gc*,safepoint:file=rustfit/gc.log and run the goal again, or set"
              + " rustfit.recordings. (rustfit.onMissingRecording=fail|warn|skip decides what"
              + " happens without.)";
      switch (missing) {
        case FAIL -> throw new MojoFailureException(message);
        case WARN -> getLog().warn(message);
        case SKIP -> getLog().info(message);
      }
    }
    judge(result, missing, html);
  }
}
