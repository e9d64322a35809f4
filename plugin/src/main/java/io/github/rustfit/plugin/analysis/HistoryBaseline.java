package io.github.rustfit.plugin.analysis;

import io.github.rustfit.engine.runs.RunTest;
import io.github.rustfit.engine.trend.StableLevels;
import io.github.rustfit.engine.trend.Trend;
import io.github.rustfit.engine.trend.Trends;
import io.github.rustfit.readers.baseline.BaselineReading;
import io.github.rustfit.readers.builds.HistoryFile;
import io.github.rustfit.readers.builds.HistoryReading;
import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.rules.builds.RecordedBuild;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Baseline;
import io.github.rustfit.rules.policy.Policy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The baseline that a history of builds makes.
 *
 * @param baseline what is accepted; empty for nothing
 * @param ofBuilds ids of the figures that are the history's
 * @param errors why it cannot be read
 * @param warnings what is odd about it
 * @param notes which builds are used
 */
record HistoryBaseline(
    Optional<Baseline> baseline,
    SortedSet<String> ofBuilds,
    List<Problem> errors,
    List<Problem> warnings,
    List<String> notes) {

  static HistoryBaseline without(BaselineReading baseline) {
    return new HistoryBaseline(
        baseline.baseline(), Collections.emptySortedSet(), List.of(), List.of(), List.of());
  }

  static HistoryBaseline of(
      LimitCheckRequest request,
      Path root,
      Path file,
      Policy policy,
      Evidence evidence,
      BaselineReading baseline) {
    HistoryFile history = new HistoryFile(root, file);
    HistoryReading reading;
    try {
      reading = history.read(request.project());
    } catch (IOException e) {
      Problem error =
          new Problem(
              history.path(),
              0,
              "The history cannot be read: " + Causes.of(e) + ".",
              "Check that it is a readable file, or correct rustfit.runHistory.");
      return new HistoryBaseline(
          baseline.baseline(), Collections.emptySortedSet(), List.of(error), List.of(), List.of());
    }
    SortedSet<String> own =
        evidence.inputs().stream()
            .map(Input::sha256)
            .filter(digest -> !digest.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    List<RecordedBuild> builds =
        reading.builds().stream().filter(build -> !build.overlaps(own)).toList();
    Trend trend = Trends.of(builds, RunTest.MARGIN, request.today());
    StableLevels levels = StableLevels.of(request.project(), trend, policy, baseline.baseline());
    List<Problem> warnings = new ArrayList<>(reading.problems());
    trend.problems().stream().map(one -> in(history.path(), one)).forEach(warnings::add);
    if (builds.isEmpty()) {
      warnings.add(
          new Problem(
              history.path(),
              0,
              (history.exists() ? "The history is empty" : "There is no such history")
                  + ", so that nothing is held against it: each limit that is crossed counts.",
              "Add builds to it with rustfit:add-run, or correct rustfit.runHistory."));
    }
    int left = reading.builds().size() - builds.size();
    return new HistoryBaseline(
        Optional.of(levels.baseline()),
        levels.ofBuilds(),
        List.of(),
        warnings,
        List.of(
            "held against "
                + history.path()
                + ": "
                + StableLevels.told(trend)
                + (left > 0
                    ? ". "
                        + left
                        + (left == 1 ? " build" : " builds")
                        + " of these recordings left out"
                    : "")
                + "."));
  }

  /** The same problem, with the file that it is of. */
  static Problem in(String path, Problem problem) {
    return new Problem(path, 0, problem.message(), problem.remedy());
  }
}
