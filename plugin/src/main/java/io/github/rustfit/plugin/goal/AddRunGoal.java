package io.github.rustfit.plugin.goal;

import io.github.rustfit.engine.trend.BuildFigures;
import io.github.rustfit.engine.trend.StableLevels;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.readers.builds.HistoryFile;
import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.history.CheckedOut;
import io.github.rustfit.rules.builds.RecordedBuild;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code add-run}: adds what a build measured to the history of builds. */
public final class AddRunGoal {

  /** Names of commits of git and of other systems, as the schema of the history allows them. */
  private static final Pattern COMMIT = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._/-]{0,199}");

  private final Setup setup;
  private final Options options;

  /**
   * What {@code add-run} takes beside others.
   *
   * @param runHistory the history; null or blank for the default one
   * @param commit the commit that was built; null or blank for the one that is checked out
   * @param mostRuns most builds that the history keeps
   */
  public record Options(@Nullable String runHistory, @Nullable String commit, int mostRuns) {}

  public AddRunGoal(Setup setup, Options options) {
    this.setup = setup;
    this.options = options;
  }

  /** Runs it; the report that is written is held against nothing. */
  public void run() throws GoalException {
    if (options.mostRuns() < 1) {
      throw new GoalException(
          "rustfit: rustfit.mostRuns is " + options.mostRuns() + "; keep at least 1.");
    }
    AnalysisResult result =
        AnalysisRun.of(setup, MissingRecording.FAIL, setup.limits().withoutBaseline())
            .run()
            .result();
    CheckedOut checkedOut = CheckedOut.at(setup.root());
    String name = commit(checkedOut);
    Optional<LocalDate> date = setup.givenDate().or(checkedOut::date);
    Optional<RecordedBuild> build =
        BuildFigures.of(
            setup.limits().project(), name, date, result.evidence(), result.assessment());
    if (build.isEmpty()) {
      throw new GoalException(
          "rustfit: nothing is added to the history: no recording or log holds a figure of this"
              + " program. Record it under load, or correct rustfit.recordings and"
              + " rustfit.gcLogs.");
    }
    if (name.isEmpty() || date.isEmpty()) {
      checkedOut.problems().stream().map(Problem::text).forEach(this::warn);
    }
    if (name.isEmpty()) {
      warn(
          "the commit is not known, so that a shift is named by the numbers of builds alone. Run in"
              + " the git work tree, or set rustfit.commit.");
    }
    if (date.isEmpty()) {
      warn(
          "the build has no date, and the clock of the machine is not taken for it. Set"
              + " rustfit.date (YYYY-MM-DD) or SOURCE_DATE_EPOCH.");
    }
    add(
        build.get(),
        new HistoryFile(setup.root(), HistoryPlace.of(setup.root(), options.runHistory())));
  }

  private String commit(CheckedOut checkedOut) throws GoalException {
    String named = JudgeOptions.stripped(options.commit());
    if (named.isEmpty()) {
      return checkedOut.commit();
    }
    if (!COMMIT.matcher(named).matches()) {
      throw new GoalException("rustfit: rustfit.commit is '" + named + "', which names no commit.");
    }
    return named;
  }

  private void add(RecordedBuild build, HistoryFile history) throws GoalException {
    HistoryFile.Adding adding;
    try {
      adding = history.add(build, options.mostRuns());
    } catch (IOException e) {
      throw new GoalException(
          "rustfit: nothing was added to the history "
              + history.path()
              + ": "
              + Causes.of(e)
              + ". Check its permissions, or set rustfit.runHistory.",
          e);
    }
    adding.problems().stream().map(Problem::text).forEach(this::warn);
    if (!adding.added()) {
      warn(
          "these very recordings are in "
              + history.path()
              + " already, and count once: nothing was added. Record each build anew"
              + " (mvn clean verify).");
      return;
    }
    setup
        .log()
        .info(
            "rustfit: added "
                + StableLevels.name(build, adding.builds())
                + " to "
                + history.path()
                + ", which holds "
                + adding.builds()
                + (adding.builds() == 1 ? " build" : " builds")
                + (adding.dropped() > 0
                    ? "; the oldest went ("
                        + adding.dropped()
                        + "), as at most "
                        + options.mostRuns()
                        + " are kept"
                    : "")
                + ".");
  }

  private void warn(String text) {
    setup.log().warn("rustfit: " + text);
  }
}
