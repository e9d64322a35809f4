package io.github.rustfit.plugin;

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
import io.github.rustfit.rules.evidence.base.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says what changed beyond noise between several runs of two sides, such as before and after a
 * tuning, or on the main branch and on this one: {@code compare.html}, {@code compare.md} and
 * {@code compare.json}.
 */
@Mojo(name = "compare", aggregator = true, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven injects the parameters before it calls execute()
public final class CompareMojo extends AbstractReactorMojo {

  /**
   * The side before: {@code evidence.json} of that build, or recordings and GC logs of several
   * runs; files, directories and globs, relative to the root project. With a single run nothing is
   * called changed.
   */
  @Parameter(property = "rustfit.before")
  private @Nullable List<String> before;

  /** The side after, as {@code before}; without it, what {@code report} would read here. */
  @Parameter(property = "rustfit.after")
  private @Nullable List<String> after;

  /**
   * Fails the build when a figure became worse beyond noise, or when a side has a single run, so
   * that nobody knows.
   */
  @Parameter(property = "rustfit.failOnRegression", defaultValue = "false")
  private boolean failOnRegression;

  /** Relative change of a figure that does not count, e.g. 0.1 for a tenth. */
  @Parameter(property = "rustfit.tolerance", defaultValue = "0.1")
  private double tolerance;

  /** Load of the side after, divided by that of the side before, if they differ. */
  @Parameter(property = "rustfit.loadRatio", defaultValue = "1")
  private double loadRatio;

  /** The policy by which both sides are judged; as for {@code report}. */
  @Parameter(property = "rustfit.policy")
  private @Nullable String policy;

  @Override
  void run(Reactor reactor) throws MojoExecutionException, MojoFailureException {
    Margin margin = margin();
    if (cleaned(before).isEmpty()) {
      throw new MojoExecutionException(
          "rustfit: there is nothing to compare with. Let rustfit.before name evidence.json of the"
              + " build before, or its recordings and GC logs.");
    }
    AnalysisRequest here =
        request(reactor, policy == null ? "" : policy.strip()).cachingIn(cache(reactor));
    AnalysisResult old = analysis().run(SideInputs.of(here, cleaned(before)));
    AnalysisResult now =
        analysis().run(cleaned(after).isEmpty() ? here : SideInputs.of(here, cleaned(after)));
    refuse(errors(old, now));
    Comparison comparison =
        new Comparer(margin)
            .compare(
                new Side(old.evidence(), old.assessment()),
                new Side(now.evidence(), now.assessment()));
    Path page = write(comparison, output(reactor));
    comparison.problems().forEach(problem -> getLog().warn("rustfit: " + problem.text()));
    CompareTable.lines(comparison, page.toString()).forEach(line -> getLog().info(line));
    if (failOnRegression) {
      Optional<String> message = RegressionMessage.of(comparison, page.toString());
      if (message.isPresent()) {
        throw new MojoFailureException(message.get());
      }
      getLog().info("rustfit: nothing became worse beyond noise.");
    }
  }

  private Margin margin() throws MojoExecutionException {
    if (!(tolerance >= 0 && tolerance <= 10)) {
      throw new MojoExecutionException(
          "rustfit: rustfit.tolerance is " + tolerance + "; use 0 to 10, e.g. 0.1 for a tenth.");
    }
    if (!(loadRatio >= 0.001 && loadRatio <= 1000)) {
      throw new MojoExecutionException(
          "rustfit: rustfit.loadRatio is "
              + loadRatio
              + "; use the load after divided by the load before, 0.001 to 1000.");
    }
    return new Margin(tolerance, loadRatio);
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

  private static void refuse(List<String> errors) throws MojoExecutionException {
    if (!errors.isEmpty()) {
      throw new MojoExecutionException(
          "rustfit: "
              + (errors.size() == 1 ? "" : errors.size() + " errors. ")
              + String.join("\n  ", errors));
    }
  }

  private Path write(Comparison comparison, Path folder) throws MojoExecutionException {
    OutputFolder output = new OutputFolder(folder, "set rustfit.outputDirectory");
    Path last = folder;
    try (OutputFolder.Batch batch = output.batch()) {
      for (CompareWriter writer : CompareWriter.all(projectName())) {
        last = batch.write(writer.fileName(), out -> writer.write(comparison, out));
      }
      batch.publish();
    }
    return last;
  }
}
