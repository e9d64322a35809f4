package io.github.rustfit.plugin;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.plugin.analysis.LimitCheckRequest;
import io.github.rustfit.plugin.export.ExportFormat;
import io.github.rustfit.plugin.export.RecordingExports;
import io.github.rustfit.plugin.report.ConsoleTable;
import io.github.rustfit.plugin.report.ReportWriters;
import io.github.rustfit.plugin.report.flame.FlameGraph;
import io.github.rustfit.plugin.report.flame.FlameGraphs;
import io.github.rustfit.plugin.report.html.Excerpts;
import io.github.rustfit.plugin.report.html.FlamePage;
import io.github.rustfit.plugin.report.output.Forge;
import io.github.rustfit.plugin.report.output.Placed;
import io.github.rustfit.plugin.report.output.ReportWriter;
import io.github.rustfit.readers.baseline.BaselineFile;
import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.readers.history.CheckedOut;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What all goals that analyse have in common. */
@SuppressWarnings("NullAway.Init") // Maven injects the parameters before it calls execute()
abstract class AbstractAnalysisMojo extends AbstractReactorMojo {

  @Parameter(defaultValue = "${mojoExecution}", readonly = true)
  private @Nullable MojoExecution execution;

  @Parameter(defaultValue = "${plugin.version}", readonly = true)
  private @Nullable String version;

  /**
   * Policies, the most general one first, separated by commas: resources on the plugin's class path
   * and files relative to the root project. {@code rustfit.yaml} at the root, if it exists, comes
   * last, unless the last one named is a file of the repository, which takes its place.
   */
  @Parameter(property = "rustfit.policy")
  private @Nullable String policy;

  /**
   * What to do without any recording, and where a limit could not be checked: {@code fail}, {@code
   * warn} or {@code skip}.
   */
  @Parameter(property = "rustfit.onMissingRecording")
  private @Nullable String onMissingRecording;

  /**
   * What {@code rustfit:baseline} accepted: a file relative to the root project. Without it, {@code
   * rustfit-baseline.yaml} at the root is read if it exists.
   */
  @Parameter(property = "rustfit.baseline")
  private @Nullable String baseline;

  /**
   * A branch, tag or commit: only components that differ from it, in commits or in the work tree,
   * or that are worse than the baseline, fail the build.
   */
  @Parameter(property = "rustfit.since")
  private @Nullable String since;

  /**
   * The day on which decisions of the policy hold or are over, as {@code YYYY-MM-DD}; today in UTC
   * by default. {@code add-run} gives it to the build, and today to none.
   */
  @Parameter(property = "rustfit.date")
  private @Nullable String date;

  /** What a goal does without recordings unless {@code onMissingRecording} says otherwise. */
  abstract MissingRecording defaultForMissing();

  /** Whether to list every match of a pattern in the source. */
  boolean listsCandidates() {
    return false;
  }

  /** What each recording is exported as. */
  Set<ExportFormat> exportFormats() throws MojoExecutionException {
    return Set.of();
  }

  /** Fails where the goal must, after everything was written. */
  abstract void judge(AnalysisResult result, Reactor reactor, MissingRecording missing, Path html)
      throws MojoExecutionException, MojoFailureException;

  /** Whether the Maven site asks for the result, whatever Maven says of the execution. */
  boolean ofSite() {
    return false;
  }

  /** Without sources, planned components are still something to report. */
  @Override
  final boolean worthwhile(Reactor reactor) {
    return super.worthwhile(reactor) || analysis().plansAnything(reactor.root(), policy());
  }

  private String policy() {
    return policy == null ? "" : policy.strip();
  }

  @Override
  final void run(Reactor reactor) throws MojoExecutionException, MojoFailureException {
    MissingRecording missing = missingRecording();
    LimitCheckRequest limits = limits(reactor);
    AnalysisResult result;
    Path html;
    try (RecordingExports exports = new RecordingExports(exportFormats())) {
      result = analyse(reactor, limits, exports);
      html = write(result, exports, reactor);
    } catch (IOException e) {
      throw new MojoExecutionException(
          "rustfit: temporary files cannot be deleted: "
              + e.getMessage()
              + ". Delete the folders named rustfit* in the system's temporary folder.",
          e);
    }
    log(result, reactor.root(), html);
    conclude(result, reactor, missing, html);
  }

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

  /** The day on which decisions hold or are over. */
  final LocalDate today() throws MojoExecutionException {
    return BuildDate.named(date).orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
  }

  /** The day that the build was given; empty for none. */
  final Optional<LocalDate> givenDate() throws MojoExecutionException {
    return BuildDate.given(date, System.getenv());
  }

  /** What decides which crossed limits count. */
  LimitCheckRequest limits(Reactor reactor) throws MojoExecutionException {
    return new LimitCheckRequest(
        today(),
        reactor.coordinates(),
        Optional.of(baselineFile(reactor)),
        baseline != null && !baseline.isBlank(),
        since == null ? "" : since.strip(),
        Optional.empty());
  }

  /** Where the baseline stands. */
  final Path baselineFile(Reactor reactor) throws MojoExecutionException {
    try {
      return reactor
          .root()
          .resolve(baseline == null || baseline.isBlank() ? BaselineFile.NAME : baseline.strip());
    } catch (InvalidPathException e) {
      throw new MojoExecutionException(
          "rustfit: rustfit.baseline is no file name: " + e.getMessage() + ".");
    }
  }

  private AnalysisResult analyse(
      Reactor reactor, LimitCheckRequest limits, RecordingExports exports)
      throws MojoExecutionException {
    AnalysisResult result =
        analysis()
            .watchedBy(exports::watched)
            .run(
                request(reactor, policy())
                    .listingCandidates(listsCandidates())
                    .judging(limits)
                    .cachingIn(cache(reactor)));
    return result.withProblems(leftOver(result, reactor));
  }

  @Override
  final @Nullable MojoExecution boundExecution() {
    return !ofSite() && execution != null && execution.getSource() == MojoExecution.Source.LIFECYCLE
        ? execution
        : null;
  }

  /** Recordings that come from an earlier build. */
  private List<Problem> leftOver(AnalysisResult result, Reactor reactor) {
    List<Problem> problems = new ArrayList<>();
    for (Input input : result.evidence().inputs()) {
      reactor
          .leftOver(input.file(), boundExecution() != null)
          .ifPresent(
              why ->
                  problems.add(
                      new Problem(
                          input.path(),
                          0,
                          "This recording is left over from an earlier build: " + why + ".",
                          "Record anew: mvn clean verify rustfit:report.")));
    }
    return problems;
  }

  /** Writes all results of the run, or none. */
  private Path write(AnalysisResult result, RecordingExports exports, Reactor reactor)
      throws MojoExecutionException {
    OutputFolder output = new OutputFolder(output(reactor), "set rustfit.outputDirectory");
    Set<String> pages = new TreeSet<>();
    Path last;
    try (OutputFolder.Batch batch = output.batch()) {
      last = write(result, reactor, batch, pages);
      for (Map.Entry<String, Path> file : exports.files().entrySet()) {
        batch.write(Inputs.EXPORTS + "/" + file.getKey(), out -> Files.copy(file.getValue(), out));
      }
      batch.publish();
    }
    output.keepOnly(FlameGraphs.FOLDER, "*.html", pages);
    output.keepOnly(Inputs.EXPORTS, ExportFormat.FILES, exports.files().keySet());
    tell(exports, reactor);
    return last;
  }

  private Path write(
      AnalysisResult result, Reactor reactor, OutputFolder.Batch output, Set<String> pages)
      throws MojoExecutionException {
    output.write("evidence.json", out -> EvidenceJson.write(result.evidence(), out));
    FlameGraphs graphs = FlameGraphs.of(result.evidence(), result.assessment());
    for (FlameGraph graph : graphs.graphs()) {
      output.write(FlameGraphs.FOLDER + "/" + graph.fileName(), FlamePage.of(graph)::write);
      pages.add(graph.fileName());
    }
    Path last = output(reactor);
    for (ReportWriter writer :
        ReportWriters.all(
            placed(reactor),
            graphs,
            Excerpts.below(reactor.root(), reactor.charset()),
            result.whatIf())) {
      last = output.write(writer.fileName(), out -> writer.write(result.assessment(), out));
    }
    return last;
  }

  private Placed placed(Reactor reactor) {
    CheckedOut at = CheckedOut.at(reactor.root());
    return new Placed(
        projectName(),
        at.commit(),
        at.branch(),
        Forge.of(at.remote(), at.commit()).or(() -> Forge.of(reactor.scm(), at.commit())),
        ReportWriters.prefix(reactor.root()),
        version == null ? "" : version);
  }

  /** Says which recordings are there for other tools, and why some are not. */
  private void tell(RecordingExports exports, Reactor reactor) {
    SortedMap<String, Path> files = exports.files();
    exports.problems().forEach(problem -> getLog().warn("rustfit: " + problem.text()));
    if (!files.isEmpty()) {
      getLog()
          .info(
              "rustfit: exported "
                  + files.size()
                  + (files.size() == 1 ? " file to " : " files to ")
                  + output(reactor).resolve(Inputs.EXPORTS));
    }
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
    result.warnings().forEach(warning -> getLog().warn("rustfit: " + warning.text()));
    result.notes().forEach(note -> getLog().info("rustfit: " + note));
    ConsoleTable.lines(assessment, html.toString()).forEach(line -> getLog().info(line));
    getLog().debug("rustfit: paths are relative to " + root);
  }

  /** Why the tests of modules recorded nothing, where they run in Maven's own JVM. */
  private static String unforked(Reactor reactor) {
    List<String> why =
        WithoutForks.mavenIsRecorded()
            ? List.of(
                "Maven's own JVM records itself, and writes that when it ends: run the goal again"
                    + " then, without these options.")
            : reactor.withoutForks();
    return why.stream().map(line -> "\n  " + line).collect(Collectors.joining());
  }

  private void conclude(AnalysisResult result, Reactor reactor, MissingRecording missing, Path html)
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
          "rustfit: no recording with CPU samples was found, so nothing is judged by CPU or"
              + " allocation. Record the program under load with"
              + " -XX:StartFlightRecording=filename=rustfit/app.jfr,settings=profile"
              + " -XX:FlightRecorderOptions=stackdepth=512 -Xlog:gc*,safepoint:file=rustfit/gc.log and run the goal again, or set"
              + " rustfit.recordings. (rustfit.onMissingRecording=fail|warn|skip decides what"
              + " happens without.)"
              + unforked(reactor);
      switch (missing) {
        case FAIL -> throw new MojoFailureException(message);
        case WARN -> getLog().warn(message);
        case SKIP -> getLog().info(message);
      }
    }
    judge(result, reactor, missing, html);
  }
}
