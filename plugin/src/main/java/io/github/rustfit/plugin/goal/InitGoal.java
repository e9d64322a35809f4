package io.github.rustfit.plugin.goal;

import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.plugin.starter.StarterPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** {@code init}: writes a commented policy to start from. */
public final class InitGoal {

  private static final String FILE = "rustfit.yaml";

  private InitGoal() {}

  /**
   * Runs it.
   *
   * @param force whether to overwrite a policy that exists
   */
  public static void run(Setup setup, boolean force) throws GoalException {
    Path file = setup.root().resolve(FILE);
    if (!force && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new GoalException(
          "rustfit: "
              + FILE
              + " exists already and is not overwritten. Edit it, move it away, or run with"
              + " -Drustfit.force, which loses what it declares.");
    }
    AnalysisResult result = setup.analysis().runWithoutPolicy(setup.request());
    result
        .assessment()
        .problems()
        .forEach(problem -> setup.log().warn("rustfit: " + problem.text()));
    String text = StarterPolicy.of(result.assessment());
    new OutputFolder(setup.root(), "move the project to a folder that can be written")
        .write(FILE, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    setup
        .log()
        .info(
            "rustfit: wrote "
                + FILE
                + " with "
                + result.assessment().components().size()
                + " components. Remove the # in front of what you declare, then run"
                + " rustfit:report.");
  }
}
