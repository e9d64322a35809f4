package io.github.rustfit.plugin.goal;

import io.github.rustfit.engine.compare.Comparability;
import io.github.rustfit.engine.compare.Comparer;
import io.github.rustfit.engine.compare.Comparison;
import io.github.rustfit.engine.compare.Margin;
import io.github.rustfit.engine.compare.Side;
import io.github.rustfit.plugin.analysis.AnalysisRequest;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.plugin.analysis.SideInputs;
import io.github.rustfit.plugin.compare.CompareTable;
import io.github.rustfit.plugin.compare.CompareWriter;
import io.github.rustfit.plugin.compare.RegressionMessage;
import io.github.rustfit.plugin.report.flame.FlameDifference;
import io.github.rustfit.rules.evidence.base.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code compare}: says what changed beyond noise between several runs of two sides. */
public final class CompareGoal {

  private final Setup setup;
  private final Options options;

  /**
   * What {@code compare} takes beside others.
   *
   * @param before evidence, or recordings and logs, of the side before
   * @param after the same of the side after; empty for what {@code report} would read
   * @param failOnRegression whether it fails when a figure became worse, or nobody knows
   * @param tolerance relative change that does not count, 0 to 10
   * @param loadRatio load after by load before, 0.001 to 1000
   */
  public record Options(
      List<String> before,
      List<String> after,
      boolean failOnRegression,
      double tolerance,
      double loadRatio) {

    public Options {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  public CompareGoal(Setup setup, Options options) {
    this.setup = setup;
    this.options = options;
  }

  /** Runs it. */
  public void run() throws GoalException {
    GoalLog log = setup.log();
    Margin margin = margin();
    if (options.before().isEmpty()) {
      throw new GoalException(
          "rustfit: there is nothing to compare with. Let rustfit.before name evidence.json of the"
              + " build before, or its recordings and GC logs.");
    }
    AnalysisRequest here = setup.request().cachingIn(setup.places().cache());
    AnalysisResult old = setup.analysis().run(SideInputs.of(here, options.before()));
    AnalysisResult now =
        setup
            .analysis()
            .run(options.after().isEmpty() ? here : SideInputs.of(here, options.after()));
    AnalysisRun.refuse(errors(old, now));
    Side before = new Side(old.evidence(), old.assessment());
    Side after = new Side(now.evidence(), now.assessment());
    Comparison comparison = new Comparer(margin).compare(before, after);
    Path page = write(comparison, FlameDifference.of(before, after));
    comparison.problems().forEach(problem -> log.warn("rustfit: " + problem.text()));
    CompareTable.lines(comparison, page.toString()).forEach(line -> log.info(line));
    if (options.failOnRegression()) {
      Optional<String> message = RegressionMessage.of(comparison, page.toString());
      if (message.isPresent()) {
        throw GoalException.found(message.get());
      }
      log.info("rustfit: nothing became worse beyond noise.");
    }
  }

  private Margin margin() throws GoalException {
    if (!(options.tolerance() >= 0 && options.tolerance() <= 10)) {
      throw new GoalException(
          "rustfit: rustfit.tolerance is "
              + options.tolerance()
              + "; use 0 to 10, e.g. 0.1 for a tenth.");
    }
    if (!(options.loadRatio() >= 0.001 && options.loadRatio() <= 1000)) {
      throw new GoalException(
          "rustfit: rustfit.loadRatio is "
              + options.loadRatio()
              + "; use the load after divided by the load before, 0.001 to 1000.");
    }
    return new Margin(options.tolerance(), options.loadRatio());
  }

  private static List<String> errors(AnalysisResult old, AnalysisResult now) {
    List<String> errors = new ArrayList<>();
    for (AnalysisResult result : List.of(old, now)) {
      result.configurationErrors().stream()
          .map(Problem::text)
          .filter(text -> !errors.contains(text))
          .forEach(errors::add);
      result.failedInputs().stream()
          .map(input -> input.path() + ": " + input.problem())
          .filter(text -> !errors.contains(text))
          .forEach(errors::add);
    }
    if (errors.isEmpty()) {
      Comparability.errors(old.evidence(), now.evidence())
          .forEach(problem -> errors.add(problem.text()));
    }
    return errors;
  }

  private Path write(Comparison comparison, List<FlameDifference> graphs) throws GoalException {
    Path folder = setup.places().output();
    OutputFolder output = new OutputFolder(folder, "set rustfit.outputDirectory");
    Path last = folder;
    try (OutputFolder.Batch batch = output.batch()) {
      for (CompareWriter writer : CompareWriter.all(setup.workspace().name(), graphs)) {
        last = batch.write(writer.fileName(), out -> writer.write(comparison, out));
      }
      batch.publish();
    }
    return last;
  }
}
