package io.github.rustfit.plugin;

import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.Setup;
import io.github.rustfit.plugin.goal.StarterGoal;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Analyses the whole reactor as {@code report} does, and begins a port of one component where the
 * report would cut it off: a Rust workspace, with bodies by machine or open ones, a Java binding,
 * and a test that compares both. What somebody changed there is never overwritten.
 */
@Mojo(name = "starter", aggregator = true, threadSafe = true)
public final class StarterMojo extends AbstractAnalysisMojo {

  /** The component to begin with, as the report names it. */
  @Parameter(property = "rustfit.component")
  private @Nullable String component;

  /**
   * A method of the component, {@code Class#method}; where it is overloaded, with the types of its
   * parameters: {@code Class#method(long[],int)}. Without it, all methods of the boundary that the
   * report found and whose arguments cross as they are.
   */
  @Parameter(property = "rustfit.entry")
  private @Nullable String entry;

  /**
   * Where starters are, each component's in a folder of its own; relative paths start at the root
   * project.
   */
  @Parameter(property = "rustfit.starterDirectory", defaultValue = "rust")
  private @Nullable String starterDirectory;

  /**
   * What a body is at first: {@code port}, a straight port by machine where one can be had and an
   * open body elsewhere, or {@code open}.
   */
  @Parameter(property = "rustfit.body", defaultValue = "port")
  private @Nullable String body;

  @Override
  void run(Setup setup) throws GoalException {
    new StarterGoal(setup, component, entry, starterDirectory, body).run();
  }
}
