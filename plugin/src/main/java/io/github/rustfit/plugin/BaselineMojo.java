package io.github.rustfit.plugin;

import io.github.rustfit.plugin.goal.BaselineGoal;
import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.Setup;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Analyses the whole reactor as {@code report} does, and writes what crosses a limit of the policy
 * today to {@code rustfit-baseline.yaml}, so that {@code check} fails only for what is new or got
 * worse beyond noise. That takes recordings of several runs, here and for {@code check}. What is
 * already written there is replaced.
 */
@Mojo(name = "baseline", aggregator = true, threadSafe = true)
public final class BaselineMojo extends AbstractAnalysisMojo {

  @Override
  void run(Setup setup) throws GoalException {
    BaselineGoal.run(setup);
  }
}
