package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.count;
import static io.github.rustfit.rules.stats.Format.millis;

import io.github.rustfit.rules.evidence.gc.GcCpuTimes;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;

/** Whether pauses wait for a CPU, or for swapped memory, instead of computing. */
public final class CpuStarvation implements Rule {

  private static final String ID = "cpu-starvation";
  private static final Threshold WAIT =
      new Threshold(
          "waiting in a pause",
          GcCpuTimes.MARGIN_NANOS / 1e6,
          "ms",
          "ten times the resolution of the times that the JVM prints");
  private static final Threshold RATIO =
      new Threshold("pauses that wait", 0.05, "share", "project assumption");
  private static final Threshold FEWEST =
      new Threshold("pauses that wait", 3, "pauses", "project assumption");

  @Override
  public RuleDescriptor descriptor() {
    return Tuning.necessary(
        ID,
        "Pauses that wait for a CPU",
        "No if at least 3 pauses, and 5 % of them, took 100 ms longer than their threads computed"
            + " (real above user + sys), or if the operating system worked longer than the"
            + " collector in as many.",
        WAIT,
        RATIO,
        FEWEST);
  }

  @Override
  public Outcome judge(RuleContext context) {
    return Tuning.asFarAsPausesMatter(judge(context.gc()), context);
  }

  private static Outcome judge(GcSummary gc) {
    if (Tuning.only(gc, Tuning.LOW_PAUSE)) {
      return Tuning.nothing("ZGC and Shenandoah do not print the CPU time of pauses.");
    }
    GcCpuTimes times = gc.details().cpu();
    if (!times.known()) {
      return Outcome.unknown(Tuning.VERBOSE_LOG);
    }
    if (much(times.starved(), times)) {
      return Tuning.notExhausted(
          ID,
          waited(times),
          "Look for the wait before the collector: a CPU limit that throttles the container"
              + " (cpu.stat nr_throttled), too many processes for the cores, swapping (vmstat si/so)"
              + " or a log on a slow disk (-Xlog:async). Match -XX:ParallelGCThreads to the CPUs"
              + " that it really gets.");
    }
    if (much(times.systemHeavy(), times)) {
      return Tuning.notExhausted(
          ID,
          count(times.systemHeavy())
              + " of "
              + count(times.pauses())
              + " pauses spent more CPU in the operating system than in the collector.",
          "Touch the heap at the start (-Xms equal to -Xmx, -XX:+AlwaysPreTouch), keep it from being"
              + " swapped (swappiness, container limits), and set transparent huge pages to"
              + " madvise.");
    }
    return Tuning.nothing(times.starved() == 0 ? "Pauses do not wait for a CPU." : waited(times));
  }

  private static boolean much(long pauses, GcCpuTimes times) {
    return pauses >= FEWEST.value() && pauses >= RATIO.value() * times.pauses();
  }

  private static String waited(GcCpuTimes times) {
    return count(times.starved())
        + " of "
        + count(times.pauses())
        + " pauses took at least "
        + millis(WAIT.value())
        + " longer than their threads computed.";
  }
}
