package io.github.rustfit.plugin.recording;

import java.time.Duration;
import java.util.function.Consumer;

/** Says every ten seconds how far a recording is. */
final class Progress {

  private static final Duration STEP = Duration.ofSeconds(10);

  private final long pid;
  private final Duration time;
  private final Consumer<String> log;
  private Duration next = STEP;

  /**
   * @param time how long it is meant to run
   */
  Progress(long pid, Duration time, Consumer<String> log) {
    this.pid = pid;
    this.time = time;
    this.log = log;
  }

  /** It has run so long; steps that were slept through are told as one. */
  void at(Duration elapsed) {
    if (elapsed.compareTo(next) < 0) {
      return;
    }
    log.accept(
        "recording process "
            + pid
            + ", "
            + elapsed.toSeconds()
            + " s of "
            + time.toSeconds()
            + " s.");
    next = STEP.multipliedBy(elapsed.dividedBy(STEP) + 1);
  }
}
