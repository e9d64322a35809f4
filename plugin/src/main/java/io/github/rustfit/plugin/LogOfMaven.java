package io.github.rustfit.plugin;

import io.github.rustfit.plugin.goal.GoalLog;
import org.apache.maven.plugin.logging.Log;

/**
 * Maven's log.
 *
 * @param log what Maven gives a goal
 */
record LogOfMaven(Log log) implements GoalLog {

  @Override
  public void info(String line) {
    log.info(line);
  }

  @Override
  public void warn(String line) {
    log.warn(line);
  }

  @Override
  public void debug(String line) {
    log.debug(line);
  }
}
