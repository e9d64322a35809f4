package io.github.rustfit.plugin;

import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.InitGoal;
import io.github.rustfit.plugin.goal.Setup;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes a commented {@code rustfit.yaml} to start from: the components that were detected, what is
 * unknown and would decide most, and every key that can be declared. It needs no recording; with
 * one it knows better what would decide. A file that exists is left alone.
 */
@Mojo(name = "init", aggregator = true, threadSafe = true)
public final class InitMojo extends AbstractReactorMojo {

  /** Overwrites a {@code rustfit.yaml} that exists; what it declares is lost. */
  @Parameter(property = "rustfit.force", defaultValue = "false")
  private boolean force;

  /** A project without code may start with its plans. */
  @Override
  boolean worthwhile(Setup setup) {
    return true;
  }

  @Override
  void run(Setup setup) throws GoalException {
    InitGoal.run(setup, force);
  }
}
