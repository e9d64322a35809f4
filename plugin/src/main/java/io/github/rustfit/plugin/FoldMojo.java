package io.github.rustfit.plugin;

import io.github.rustfit.plugin.goal.FoldGoal;
import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.JudgeOptions;
import io.github.rustfit.plugin.goal.Setup;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Reads any number of recordings and GC logs in bounded memory and keeps their sums: {@code
 * folded/<service>/<version>/evidence.json} by their labels and {@code folded/evidence.json} of
 * what has none, for {@code rustfit.evidence} of the other goals. Evidence that was folded before
 * can be added to.
 */
@Mojo(name = "fold", aggregator = true, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven injects the parameters before it calls execute()
public final class FoldMojo extends AbstractReactorMojo {

  /**
   * Which part of the samples of its kind a stack needs to be kept whole. Others are cut where they
   * have enough in common; how much that were is said. With 0 every stack is kept, and the size is
   * not bounded.
   */
  @Parameter(property = "rustfit.foldShare", defaultValue = "0.0005")
  private double foldShare;

  @Override
  JudgeOptions judging() {
    return JudgeOptions.NONE;
  }

  @Override
  void run(Setup setup) throws GoalException {
    new FoldGoal(setup, foldShare).run();
  }
}
