package io.github.rustfit.plugin.goal;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.plugin.analysis.Analysis;
import io.github.rustfit.plugin.analysis.AnalysisRequest;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.plugin.analysis.Checkout;
import io.github.rustfit.plugin.analysis.Folding;
import io.github.rustfit.plugin.analysis.Judging;
import io.github.rustfit.plugin.analysis.LimitCheckRequest;
import io.github.rustfit.plugin.analysis.NamedInputs;
import io.github.rustfit.readers.baseline.BaselineFile;
import io.github.rustfit.readers.classpath.Archive;
import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.trial.portability.Code;
import io.github.rustfit.trial.portability.PortabilityAnalysis;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What every goal takes.
 *
 * @param workspace the project
 * @param places where results go
 * @param inputs what is read
 * @param judging how it is judged
 * @param tool who does it, and where it says how it goes
 */
public record Setup(
    Workspace workspace, Places places, InputOptions inputs, JudgeOptions judging, Tool tool) {

  /**
   * What runs the goals.
   *
   * @param extensions sees rules and readers that users added
   * @param version rustfit's own; empty if nobody knows
   * @param log takes what users read
   */
  public record Tool(ClassLoader extensions, String version, GoalLog log) {}

  GoalLog log() {
    return tool.log();
  }

  Path root() {
    return workspace.root();
  }

  /** The analysis, which says in the log how far it is. */
  Analysis analysis() {
    return new Analysis(tool.extensions(), line -> log().info("rustfit: " + line));
  }

  /** What keeps the sums of many inputs, and says in the log how far it is. */
  Folding folding() {
    return new Folding(tool.extensions(), line -> log().info("rustfit: " + line));
  }

  /** Whether there is anything to look at: sources, or components that are planned. */
  public boolean worthwhile() {
    return !workspace.sourceRoots().isEmpty() || analysis().plansAnything(root(), policy());
  }

  private String policy() {
    return JudgeOptions.stripped(judging.policy());
  }

  /** What to analyse. */
  AnalysisRequest request() {
    return new AnalysisRequest(
            root(),
            Checkout.of(workspace.sourceRoots(), workspace.charset())
                .naming(workspace::classPath)
                .withHistory(inputs.history()),
            NamedInputs.of(
                    CommaNames.whole(root(), inputs.recordings()),
                    CommaNames.whole(root(), inputs.gcLogs()))
                .lookingInto(workspace.defaultPlaces())
                .within(inputs.part())
                .labelled(inputs.labels()),
            Judging.BY_THE_ROOTS_POLICY.by(policy()))
        .merging(CommaNames.whole(root(), inputs.evidence()));
  }

  /**
   * An assessment with what stands between hot parts and a port, by the code that is here; of
   * evidence that other builds wrote nothing of theirs is known.
   */
  Assessment portability(AnalysisResult result) {
    return portabilityAnalysis(result).of(result.assessment());
  }

  PortabilityAnalysis portabilityAnalysis(AnalysisResult result) {
    return new PortabilityAnalysis(code(result));
  }

  /** The code that is here, as a compiler needs it. */
  Code code(AnalysisResult result) {
    return new Code(
        root(),
        workspace.charset(),
        result.evidence().sources(),
        workspace.sourceRoots().stream()
            .filter(one -> one.role() == SourceFile.Role.MAIN)
            .map(SourceRoot::directory)
            .toList(),
        workspace.classFolders(),
        () -> workspace.classPath().stream().map(Archive::file).toList());
  }

  /** The day on which decisions hold or are over. */
  LocalDate today() throws GoalException {
    return BuildDate.named(judging.date()).orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
  }

  /** The day that the build was given; empty for none. */
  Optional<LocalDate> givenDate() throws GoalException {
    return BuildDate.given(judging.date(), System.getenv());
  }

  /** What decides which crossed limits count. */
  LimitCheckRequest limits() throws GoalException {
    return new LimitCheckRequest(
        today(),
        workspace.coordinates(),
        Optional.of(baselineFile()),
        !JudgeOptions.stripped(judging.baseline()).isEmpty(),
        JudgeOptions.stripped(judging.since()),
        Optional.empty());
  }

  /** Where the baseline stands. */
  Path baselineFile() throws GoalException {
    String named = JudgeOptions.stripped(judging.baseline());
    try {
      return root().resolve(named.isEmpty() ? BaselineFile.NAME : named);
    } catch (InvalidPathException e) {
      throw new GoalException("rustfit: rustfit.baseline is no file name: " + e.getMessage() + ".");
    }
  }

  /** What to do without a recording. */
  MissingRecording missing(MissingRecording otherwise) throws GoalException {
    String wanted = JudgeOptions.stripped(judging.onMissingRecording());
    if (wanted.isEmpty()) {
      return otherwise;
    }
    for (MissingRecording value : MissingRecording.values()) {
      if (value.name().equalsIgnoreCase(wanted)) {
        return value;
      }
    }
    throw new GoalException(
        "rustfit: rustfit.onMissingRecording is '" + wanted + "'; use fail, warn or skip.");
  }
}
