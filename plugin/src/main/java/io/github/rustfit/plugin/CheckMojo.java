package io.github.rustfit.plugin;

import io.github.rustfit.engine.assessment.LimitCheckResult;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.plugin.report.LimitCheckMessage;
import io.github.rustfit.plugin.report.text.Wording;
import io.github.rustfit.rules.evidence.base.Problem;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Analyses the whole reactor as {@code report} does, and fails the build when a limit of the policy
 * is crossed.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, aggregator = true, threadSafe = true)
public final class CheckMojo extends AbstractAnalysisMojo {

  @Override
  MissingRecording defaultForMissing() {
    return MissingRecording.FAIL;
  }

  @Override
  void judge(AnalysisResult result, Reactor reactor, MissingRecording missing, Path html)
      throws MojoFailureException {
    LimitCheckResult check = result.assessment().limitCheck();
    if (!check.passed()) {
      throw new MojoFailureException(
          new LimitCheckMessage(result.assessment(), html.toString()).text());
    }
    if (!check.unchecked().isEmpty() && missing == MissingRecording.FAIL) {
      throw new MojoFailureException(
          "rustfit: "
              + Wording.held(check)
              + Wording.excused(check)
              + ".\n  "
              + check.unchecked().stream().map(Problem::text).collect(Collectors.joining("\n  "))
              + "\n  (rustfit.onMissingRecording=warn lets the build pass without.)");
    }
    getLog().info("rustfit: " + Wording.held(check) + Wording.excused(check) + ".");
  }
}
