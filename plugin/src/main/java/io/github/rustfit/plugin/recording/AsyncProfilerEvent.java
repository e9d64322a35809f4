package io.github.rustfit.plugin.recording;

import java.util.Locale;

/**
 * How async-profiler samples CPU time, best first: perf events see the kernel but need a
 * permission, the others need none ({@code ctimer} is Linux only, {@code itimer} works everywhere
 * but favours some threads).
 */
enum AsyncProfilerEvent {
  CPU,
  CTIMER,
  ITIMER;

  /**
   * Options that record CPU time every 10 ms, allocation every 512 KiB on average, and waiting for
   * locks from 10 ms on; the same as this plugin's settings for the Flight Recorder where both have
   * them.
   */
  String options() {
    return "jfr,event=" + event() + ",interval=10ms,alloc=512k,lock=10ms";
  }

  /** Its name in async-profiler. */
  String event() {
    return name().toLowerCase(Locale.ROOT);
  }
}
