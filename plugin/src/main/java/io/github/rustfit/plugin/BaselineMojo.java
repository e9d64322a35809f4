package io.github.rustfit.plugin;

import io.github.rustfit.engine.enforcement.AgainstBaseline;
import io.github.rustfit.engine.trend.BuildFigures;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.plugin.analysis.LimitCheckRequest;
import io.github.rustfit.readers.baseline.BaselineFile;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Baseline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Analyses the whole reactor as {@code report} does, and writes what crosses a limit of the policy
 * today to {@code rustfit-baseline.yaml}, so that {@code check} fails only for what is new or got
 * worse beyond noise. That takes recordings of several runs, here and for {@code check}. What is
 * already written there is replaced.
 */
@Mojo(name = "baseline", aggregator = true, threadSafe = true)
public final class BaselineMojo extends AbstractAnalysisMojo {

  @Override
  MissingRecording defaultForMissing() {
    return MissingRecording.FAIL;
  }

  /** What was accepted before is judged anew. */
  @Override
  LimitCheckRequest limits(Reactor reactor) throws MojoExecutionException {
    return super.limits(reactor).withoutBaseline();
  }

  @Override
  void judge(AnalysisResult result, Reactor reactor, MissingRecording missing, Path html)
      throws MojoExecutionException {
    for (Problem limit : result.assessment().limitCheck().unchecked()) {
      getLog().warn("rustfit: not in the baseline: " + limit.text());
    }
    Baseline baseline =
        AgainstBaseline.accepting(
            super.limits(reactor).project(),
            result.assessment(),
            BuildFigures.facts(result.evidence(), result.assessment()));
    byte[] text = BaselineFile.text(baseline).getBytes(StandardCharsets.UTF_8);
    Path file = baselineFile(reactor);
    if (text.length > BaselineFile.MAX_BYTES) {
      throw new MojoExecutionException(
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
      throw new MojoExecutionException(
          "rustfit: the baseline cannot be written: "
              + file
              + " ("
              + e.getClass().getSimpleName()
              + "). Check its permissions, or set rustfit.baseline.",
          e);
    }
    if (AgainstBaseline.of(baseline).ofSingleRuns()) {
      getLog()
          .warn(
              "rustfit: the baseline is of one run, and runs of an unchanged program differ, so"
                  + " rustfit:check will not be able to say whether what it accepts got worse."
                  + " Record several runs under the same load and name them all, at least 3:"
                  + " -Drustfit.recordings=a.jfr,b.jfr,c.jfr (-Drustfit.gcLogs likewise).");
    }
    getLog()
        .info(
            "rustfit: "
                + baseline.accepted().size()
                + " violations and findings are accepted from now on: "
                + file
                + ". Commit it; rustfit:check fails for what is new or got worse.");
  }
}
