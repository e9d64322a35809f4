package io.github.rustfit.plugin.report;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.plugin.report.text.Texts;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Violations as workflow commands of GitHub Actions, which show them beside the lines of a pull
 * request. A command stands at the beginning of a line, and GitHub shows ten of a kind for a step.
 */
public final class GitHubAnnotations {

  private static final int MOST = 10;

  private GitHubAnnotations() {}

  /**
   * The commands, one a line: an error for what fails the build, a warning for what does not and
   * for what could not be checked.
   *
   * @param root the project's root folder: where it lies in its repository
   */
  public static List<String> of(Assessment assessment, Path root) {
    String prefix = SarifReport.prefix(root);
    List<String> lines = new ArrayList<>();
    for (Violation violation : assessment.limitCheck().violations()) {
      FilePlace place = FilePlace.of(violation, assessment.policy());
      String who = violation.component().isEmpty() ? "The process" : violation.component();
      lines.add(
          command(
              violation.level(),
              prefix + place.file(),
              place.line(),
              "rustfit: " + violation.rule(),
              who + " " + violation.sentence() + " " + violation.remedy()));
    }
    for (Problem problem : assessment.limitCheck().unchecked()) {
      lines.add(
          command(
              Level.WARNING,
              problem.where().isEmpty() ? "" : prefix + problem.where(),
              problem.line(),
              "rustfit: not checked",
              problem.message() + " " + problem.remedy()));
    }
    return lines.stream().limit(2 * MOST).toList();
  }

  private static String command(Level level, String file, int line, String title, String text) {
    String name =
        switch (level) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case NOTE -> "notice";
        };
    return "::"
        + name
        + " "
        + (file.isEmpty() ? "" : "file=" + property(file) + ",")
        + (line > 0 ? "line=" + line + "," : "")
        + "title="
        + property(title)
        + "::"
        + data(text);
  }

  /** As GitHub's toolkit escapes what stands behind the second pair of colons. */
  private static String data(String text) {
    return Texts.terminal(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** As it escapes the value of a property. */
  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
