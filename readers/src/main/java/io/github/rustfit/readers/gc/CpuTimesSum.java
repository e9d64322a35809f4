package io.github.rustfit.readers.gc;

import static io.github.rustfit.readers.gc.TallySum.plus;

import io.github.rustfit.rules.evidence.gc.GcCpuTimes;

/** Adds up CPU time against elapsed time of pauses. Not thread-safe. */
final class CpuTimesSum {

  private long pauses;
  private long user;
  private long system;
  private long real;
  private long starved;
  private long systemHeavy;

  /** Adds the times of a pause, in nanoseconds. */
  void add(long pauseUser, long pauseSystem, long pauseReal) {
    pauses++;
    user = plus(user, pauseUser);
    system = plus(system, pauseSystem);
    real = plus(real, pauseReal);
    starved += GcCpuTimes.starved(pauseUser, pauseSystem, pauseReal) ? 1 : 0;
    systemHeavy += GcCpuTimes.systemHeavy(pauseUser, pauseSystem) ? 1 : 0;
  }

  GcCpuTimes times() {
    return new GcCpuTimes(pauses, user, system, real, starved, systemHeavy);
  }
}
