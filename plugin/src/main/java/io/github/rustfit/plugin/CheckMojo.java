package io.github.rustfit.plugin;

import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.plugin.report.GateMessage;
import java.nio.file.Path;
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
  void judge(AnalysisResult result, Path html) throws MojoFailureException {
    if (!result.assessment().gate().passed()) {
      throw new MojoFailureException(new GateMessage(result.assessment(), html.toString()).text());
    }
    getLog().info("rustfit: every limit of the policy holds.");
  }
}
