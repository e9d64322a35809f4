package io.github.rustfit.plugin.goal;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.plugin.analysis.LimitCheckRequest;
import io.github.rustfit.plugin.export.ExportFormat;
import io.github.rustfit.plugin.export.RecordingExports;
import io.github.rustfit.plugin.report.ConsoleTable;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The analysis that several goals begin with: read, judge, write all results, say what they say.
 */
final class AnalysisRun {

  private final Setup setup;
  private final MissingRecording missing;
  private final LimitCheckRequest limits;
  private final boolean candidates;
  private final Set<ExportFormat> exports;

  private AnalysisRun(
      Setup setup,
      MissingRecording missing,
      LimitCheckRequest limits,
      boolean candidates,
      Set<ExportFormat> exports) {
    this.setup = setup;
    this.missing = missing;
    this.limits = limits;
    this.candidates = candidates;
    this.exports = exports;
  }

  /**
   * @param otherwise what is done without a recording, unless the user says what
   * @param limits what decides which crossed limits count
   */
  static AnalysisRun of(Setup setup, MissingRecording otherwise, LimitCheckRequest limits)
      throws GoalException {
    return new AnalysisRun(setup, setup.missing(otherwise), limits, false, Set.of());
  }

  /** The same, listing every match of a pattern in the source. */
  AnalysisRun listingCandidates(boolean wanted) {
    return new AnalysisRun(setup, missing, limits, wanted, exports);
  }

  /** The same, exporting each recording. */
  AnalysisRun exporting(Set<ExportFormat> formats) {
    return new AnalysisRun(setup, missing, limits, candidates, formats);
  }

  /** Runs it; what was read is written also where this then fails. */
  Outcome run() throws GoalException {
    AnalysisResult result;
    Path page;
    try (RecordingExports exported = new RecordingExports(exports)) {
      result =
          setup
              .analysis()
              .watchedBy(exported::watched)
              .run(
                  setup
                      .request()
                      .listingCandidates(candidates)
                      .judging(limits)
                      .cachingIn(setup.places().cache()));
      result = result.with(setup.portability(result)).withProblems(leftOver(result));
      page = new ResultFiles(setup).write(result, exported);
    } catch (IOException e) {
      throw new GoalException(
          "rustfit: temporary files cannot be deleted: "
              + e.getMessage()
              + ". Delete the folders named rustfit* in the system's temporary folder.",
          e);
    }
    log(result, page);
    refuse(result);
    return new Outcome(result, page, missing);
  }

  /** Recordings that come from an earlier build. */
  private List<Problem> leftOver(AnalysisResult result) {
    List<Problem> problems = new ArrayList<>();
    for (Input input : result.evidence().inputs()) {
      setup
          .workspace()
          .leftOver(input.file())
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

  private void log(AnalysisResult result, Path page) {
    GoalLog log = setup.log();
    Assessment assessment = result.assessment();
    for (Input input : assessment.inputs()) {
      if (input.status() == Input.Status.PARTIAL) {
        log.warn("rustfit: " + input.path() + ": " + input.problem());
      }
    }
    assessment.problems().stream()
        .filter(problem -> !result.configurationErrors().contains(problem))
        .forEach(problem -> log.warn("rustfit: " + problem.text()));
    result.warnings().forEach(warning -> log.warn("rustfit: " + warning.text()));
    result.notes().forEach(note -> log.info("rustfit: " + note));
    List<String> leftOut = setup.workspace().leftOut();
    if (!leftOut.isEmpty()) {
      log.info(
          "rustfit: not looked at, as only profiles that are not active add them: "
              + String.join(", ", leftOut)
              + ".");
    }
    ConsoleTable.lines(assessment, page.toString()).forEach(log::info);
    log.debug("rustfit: paths are relative to " + setup.root());
  }

  /** Fails for input that could not be read, and for none where that counts. */
  private void refuse(AnalysisResult result) throws GoalException {
    List<String> errors = new ArrayList<>();
    result.configurationErrors().forEach(problem -> errors.add(problem.text()));
    result.failedInputs().forEach(input -> errors.add(input.path() + ": " + input.problem()));
    refuse(errors);
    if (result.withoutProfile()) {
      String message =
          "rustfit: no recording with CPU samples was found, so nothing is judged by CPU or"
              + " allocation. Record the program under load with"
              + " -XX:StartFlightRecording=filename=rustfit/app.jfr,settings=profile"
              + " -XX:FlightRecorderOptions=stackdepth=512 -Xlog:gc*,safepoint:file=rustfit/gc.log and run the goal again, or set"
              + " rustfit.recordings. (rustfit.onMissingRecording=fail|warn|skip decides what"
              + " happens without.)"
              + setup.workspace().unrecorded().stream()
                  .map(line -> "\n  " + line)
                  .collect(Collectors.joining());
      switch (missing) {
        case FAIL -> throw GoalException.found(message);
        case WARN -> setup.log().warn(message);
        case SKIP -> setup.log().info(message);
      }
    }
  }

  /** Fails for errors, if there are any. */
  static void refuse(List<String> errors) throws GoalException {
    if (!errors.isEmpty()) {
      throw new GoalException(
          "rustfit: "
              + (errors.size() == 1 ? "" : errors.size() + " errors. ")
              + String.join("\n  ", errors));
    }
  }
}
