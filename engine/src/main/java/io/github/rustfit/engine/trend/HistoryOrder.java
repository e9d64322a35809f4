package io.github.rustfit.engine.trend;

import io.github.rustfit.rules.builds.RecordedBuild;
import io.github.rustfit.rules.evidence.base.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is odd about the dates and commits of a history, whose order is that of its lines. */
final class HistoryOrder {

  private HistoryOrder() {}

  static List<Problem> problems(List<RecordedBuild> builds, LocalDate today) {
    List<Problem> problems = new ArrayList<>();
    future(builds, today).ifPresent(problems::add);
    contradiction(builds).ifPresent(problems::add);
    missing(builds).ifPresent(problems::add);
    return problems;
  }

  private static Optional<Problem> future(List<RecordedBuild> builds, LocalDate today) {
    List<Integer> late = new ArrayList<>();
    for (int i = 0; i < builds.size(); i++) {
      if (builds.get(i).date().filter(date -> date.isAfter(today)).isPresent()) {
        late.add(i + 1);
      }
    }
    return late.isEmpty()
        ? Optional.empty()
        : Optional.of(
            problem(
                "The history is from the future: "
                    + named(late)
                    + (late.size() == 1 ? " is" : " are")
                    + " dated after this build, "
                    + today
                    + ".",
                "Give each build its date (rustfit.date or SOURCE_DATE_EPOCH), and check the clock of"
                    + " the machine that wrote the history. Builds count in the order of the lines."));
  }

  private static Optional<Problem> contradiction(List<RecordedBuild> builds) {
    List<Integer> early = new ArrayList<>();
    LocalDate latest = LocalDate.MIN;
    for (int i = 0; i < builds.size(); i++) {
      LocalDate date = builds.get(i).date().orElse(latest);
      if (date.isBefore(latest)) {
        early.add(i + 1);
      } else {
        latest = date;
      }
    }
    return early.isEmpty()
        ? Optional.empty()
        : Optional.of(
            problem(
                "The order of the history contradicts its dates: "
                    + named(early)
                    + (early.size() == 1 ? " is" : " are")
                    + " dated before a build above.",
                "Builds count in the order of the lines. Where builds were added out of order, sort"
                    + " the lines."));
  }

  private static Optional<Problem> missing(List<RecordedBuild> builds) {
    List<Integer> unnamed = new ArrayList<>();
    for (int i = 0; i < builds.size(); i++) {
      if (builds.get(i).commit().isEmpty()) {
        unnamed.add(i + 1);
      }
    }
    return unnamed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            problem(
                "No commit is known of "
                    + named(unnamed)
                    + ", so that a shift there is named by the number and date of the build.",
                "Run rustfit:add-run in the git work tree, or set rustfit.commit."));
  }

  private static Problem problem(String message, String remedy) {
    return new Problem("", 0, message, remedy);
  }

  /** At most three of them by number. */
  private static String named(List<Integer> numbers) {
    StringBuilder text = new StringBuilder(numbers.size() == 1 ? "build " : "builds ");
    for (int i = 0; i < Math.min(3, numbers.size()); i++) {
      text.append(i == 0 ? "" : ", ").append(numbers.get(i));
    }
    return text + (numbers.size() > 3 ? " and " + (numbers.size() - 3) + " more" : "");
  }
}
