package io.github.rustfit.plugin.goal;

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
import org.jspecify.annotations.Nullable;

/** {@code trend}: says what changed for good over the builds of a history. */
public final class TrendGoal {

  private TrendGoal() {}

  /**
   * Runs it.
   *
   * @param runHistory the history; null or blank for the default one
   * @param tolerance relative change that does not count, 0 to 10
   */
  public static void run(Setup setup, @Nullable String runHistory, double tolerance)
      throws GoalException {
    if (!(tolerance >= 0 && tolerance <= 10)) {
      throw new GoalException(
          "rustfit: rustfit.tolerance is " + tolerance + "; use 0 to 10, e.g. 0.1 for a tenth.");
    }
    HistoryFile history = new HistoryFile(setup.root(), HistoryPlace.of(setup.root(), runHistory));
    HistoryReading reading;
    try {
      reading = history.read(setup.workspace().coordinates());
    } catch (IOException e) {
      throw new GoalException(
          "rustfit: the history "
              + history.path()
              + " cannot be read: "
              + Causes.of(e)
              + ". Check that it is a readable file, or set rustfit.runHistory.",
          e);
    }
    LocalDate today = setup.givenDate().orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
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
    TrendReport report = TrendReport.of(setup.workspace().name(), setup.root(), trend, problems);
    Path page = write(report, setup.places().output());
    report.problems().forEach(problem -> setup.log().warn("rustfit: " + problem.text()));
    TrendTable.lines(report, page.toString()).forEach(line -> setup.log().info(line));
  }

  private static Path write(TrendReport report, Path folder) throws GoalException {
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
