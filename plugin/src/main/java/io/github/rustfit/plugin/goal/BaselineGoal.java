package io.github.rustfit.plugin.goal;

import io.github.rustfit.engine.enforcement.AgainstBaseline;
import io.github.rustfit.engine.trend.BuildFigures;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.readers.baseline.BaselineFile;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Baseline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code baseline}: writes what crosses a limit today; what was accepted before is judged anew. */
public final class BaselineGoal {

  private BaselineGoal() {}

  /** Runs it. */
  public static void run(Setup setup) throws GoalException {
    GoalLog log = setup.log();
    AnalysisResult result =
        AnalysisRun.of(setup, MissingRecording.FAIL, setup.limits().withoutBaseline())
            .run()
            .result();
    for (Problem limit : result.assessment().limitCheck().unchecked()) {
      log.warn("rustfit: not in the baseline: " + limit.text());
    }
    Baseline baseline =
        AgainstBaseline.accepting(
            setup.limits().project(),
            result.assessment(),
            BuildFigures.facts(result.evidence(), result.assessment()));
    Path file = setup.baselineFile();
    write(baseline, file);
    if (AgainstBaseline.of(baseline).ofSingleRuns()) {
      log.warn(
          "rustfit: the baseline is of one run, and runs of an unchanged program differ, so"
              + " rustfit:check will not be able to say whether what it accepts got worse."
              + " Record several runs under the same load and name them all, at least 3:"
              + " -Drustfit.recordings=a.jfr,b.jfr,c.jfr (-Drustfit.gcLogs likewise).");
    }
    log.info(
        "rustfit: "
            + baseline.accepted().size()
            + " violations and findings are accepted from now on: "
            + file
            + ". Commit it; rustfit:check fails for what is new or got worse.");
  }

  private static void write(Baseline baseline, Path file) throws GoalException {
    byte[] text = BaselineFile.text(baseline).getBytes(StandardCharsets.UTF_8);
    if (text.length > BaselineFile.MAX_BYTES) {
      throw new GoalException(
          "rustfit: the baseline would have "
              + text.length
              + " bytes, and at most "
              + BaselineFile.MAX_BYTES
              + " are read again. Declare fewer, larger components in the policy.");
    }
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.write(file, text);
    } catch (IOException e) {
      throw new GoalException(
          "rustfit: the baseline cannot be written: "
              + file
              + " ("
              + e.getClass().getSimpleName()
              + "). Check its permissions, or set rustfit.baseline.",
          e);
    }
  }
}
