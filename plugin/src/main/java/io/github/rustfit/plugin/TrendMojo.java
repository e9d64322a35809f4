package io.github.rustfit.plugin;

import io.github.rustfit.engine.trend.Trend;
import io.github.rustfit.engine.trend.Trends;
import io.github.rustfit.plugin.trend.TrendReport;
import io.github.rustfit.plugin.trend.TrendTable;
import io.github.rustfit.plugin.trend.TrendWriter;
import io.github.rustfit.readers.builds.HistoryFile;
import io.github.rustfit.readers.builds.HistoryReading;
import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says what changed for good over the builds of a history, and between which commits: {@code
 * trend.html} and {@code trend.json}. {@code rustfit:add-run} writes the history. It needs neither
 * sources nor recordings, and fails for no shift.
 */
@Mojo(name = "trend", aggregator = true, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven injects the parameters before it calls execute()
public final class TrendMojo extends AbstractReactorMojo {

  /** The history, relative to the root project. */
  @Parameter(property = "rustfit.runHistory", defaultValue = HistoryFile.NAME)
  private @Nullable String runHistory;

  /** Relative change of a figure that does not count, e.g. 0.1 for a tenth. */
  @Parameter(property = "rustfit.tolerance", defaultValue = "0.1")
  private double tolerance;

  /**
   * The day of this build, as {@code YYYY-MM-DD}; without it SOURCE_DATE_EPOCH, else today in UTC.
   * Builds of later days are a problem.
   */
  @Parameter(property = "rustfit.date")
  private @Nullable String date;

  @Override
  boolean worthwhile(Reactor reactor) {
    return true;
  }

  @Override
  void run(Reactor reactor) throws MojoExecutionException {
    if (!(tolerance >= 0 && tolerance <= 10)) {
      throw new MojoExecutionException(
          "rustfit: rustfit.tolerance is " + tolerance + "; use 0 to 10, e.g. 0.1 for a tenth.");
    }
    HistoryFile history =
        new HistoryFile(reactor.root(), HistoryPlace.of(reactor.root(), runHistory));
    HistoryReading reading;
    try {
      reading = history.read(reactor.coordinates());
    } catch (IOException e) {
      throw new MojoExecutionException(
          "rustfit: the history "
              + history.path()
              + " cannot be read: "
              + Causes.of(e)
              + ". Check that it is a readable file, or set rustfit.runHistory.",
          e);
    }
    LocalDate today =
        BuildDate.given(date, System.getenv()).orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
    Trend trend = Trends.of(reading.builds(), tolerance, today);
    List<Problem> problems = new ArrayList<>(reading.problems());
    trend.problems().stream()
        .map(one -> new Problem(history.path(), 0, one.message(), one.remedy()))
        .forEach(problems::add);
    if (reading.builds().isEmpty()) {
      problems.add(
          new Problem(
              history.path(),
              0,
              (history.exists() ? "The history holds no build" : "There is no history")
                  + " yet, so that nothing can be told.",
              "Add this build with mvn rustfit:add-run, and keep the file from build to build."));
    }
    TrendReport report = TrendReport.of(projectName(), reactor.root(), trend, problems);
    Path page = write(report, output(reactor));
    report.problems().forEach(problem -> getLog().warn("rustfit: " + problem.text()));
    TrendTable.lines(report, page.toString()).forEach(line -> getLog().info(line));
  }

  private static Path write(TrendReport report, Path folder) throws MojoExecutionException {
    OutputFolder output = new OutputFolder(folder, "set rustfit.outputDirectory");
    Path last = folder;
    try (OutputFolder.Batch batch = output.batch()) {
      for (TrendWriter writer : TrendWriter.all()) {
        last = batch.write(writer.fileName(), out -> writer.write(report, out));
      }
      batch.publish();
    }
    return last;
  }
}
