package io.github.rustfit.plugin;

import io.github.rustfit.engine.trend.BuildFigures;
import io.github.rustfit.engine.trend.StableLevels;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.plugin.analysis.LimitCheckRequest;
import io.github.rustfit.readers.builds.HistoryFile;
import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.history.CheckedOut;
import io.github.rustfit.rules.builds.RecordedBuild;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Analyses the whole reactor as {@code report} does, and adds what this build measured to the
 * history of builds, as one line at its end: commit, date, and figures of the process and of each
 * component. {@code rustfit:trend} says what changed for good.
 */
@Mojo(name = "add-run", aggregator = true, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven injects the parameters before it calls execute()
public final class AddRunMojo extends AbstractAnalysisMojo {

  /** Names of commits of git and of other systems, as the schema of the history allows them. */
  private static final Pattern COMMIT = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._/-]{0,199}");

  /** The history, relative to the root project. */
  @Parameter(property = "rustfit.runHistory", defaultValue = HistoryFile.NAME)
  private @Nullable String runHistory;

  /** The commit that was built. Without it, the one that is checked out. */
  @Parameter(property = "rustfit.commit")
  private @Nullable String commit;

  /** Most builds that the history keeps; the oldest go. */
  @Parameter(property = "rustfit.mostRuns", defaultValue = "1000")
  private int mostRuns = HistoryFile.MOST_BUILDS;

  @Override
  MissingRecording defaultForMissing() {
    return MissingRecording.FAIL;
  }

  /** The report that is written is held against nothing. */
  @Override
  LimitCheckRequest limits(Reactor reactor) throws MojoExecutionException {
    if (mostRuns < 1) {
      throw new MojoExecutionException(
          "rustfit: rustfit.mostRuns is " + mostRuns + "; keep at least 1.");
    }
    return super.limits(reactor).withoutBaseline();
  }

  @Override
  void judge(AnalysisResult result, Reactor reactor, MissingRecording missing, Path html)
      throws MojoExecutionException {
    CheckedOut checkedOut = CheckedOut.at(reactor.root());
    String name = commit(checkedOut);
    Optional<LocalDate> date = givenDate().or(checkedOut::date);
    Optional<RecordedBuild> build =
        BuildFigures.of(
            super.limits(reactor).project(), name, date, result.evidence(), result.assessment());
    if (build.isEmpty()) {
      throw new MojoExecutionException(
          "rustfit: nothing is added to the history: no recording or log holds a figure of this"
              + " program. Record it under load, or correct rustfit.recordings and"
              + " rustfit.gcLogs.");
    }
    if (name.isEmpty() || date.isEmpty()) {
      checkedOut.problems().forEach(one -> getLog().warn("rustfit: " + one.text()));
    }
    if (name.isEmpty()) {
      getLog()
          .warn(
              "rustfit: the commit is not known, so that a shift is named by the numbers of builds"
                  + " alone. Run in the git work tree, or set rustfit.commit.");
    }
    if (date.isEmpty()) {
      getLog()
          .warn(
              "rustfit: the build has no date, and the clock of the machine is not taken for it."
                  + " Set rustfit.date (YYYY-MM-DD) or SOURCE_DATE_EPOCH.");
    }
    add(build.get(), new HistoryFile(reactor.root(), HistoryPlace.of(reactor.root(), runHistory)));
  }

  private String commit(CheckedOut checkedOut) throws MojoExecutionException {
    if (commit == null || commit.isBlank()) {
      return checkedOut.commit();
    }
    if (!COMMIT.matcher(commit.strip()).matches()) {
      throw new MojoExecutionException(
          "rustfit: rustfit.commit is '" + commit + "', which names no commit.");
    }
    return commit.strip();
  }

  private void add(RecordedBuild build, HistoryFile history) throws MojoExecutionException {
    HistoryFile.Adding adding;
    try {
      adding = history.add(build, mostRuns);
    } catch (IOException e) {
      throw new MojoExecutionException(
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
    getLog()
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
                        + mostRuns
                        + " are kept"
                    : "")
                + ".");
  }

  private void warn(String text) {
    getLog().warn("rustfit: " + text);
  }
}
