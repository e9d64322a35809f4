package io.github.rustfit.engine.promise;

import io.github.rustfit.engine.economics.SpeedUp;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.Threshold;
import java.util.Optional;

/**
 * What a component takes of a start. Other threads may compute beside it, so its share of the
 * samples is no share of the time; but no start becomes shorter by more than the CPU time that goes
 * with the component: its own and, at most, all of the compiler's and collector's.
 *
 * @param mostMs CPU time that goes at most, in milliseconds; no more than the start takes
 * @param bestMs what the start would take at least, in milliseconds
 * @param whole whether the component is all but the whole program, so that the JVM goes with it
 */
public record StartUpSplit(double mostMs, double bestMs, boolean whole) {

  /** Up to which length a recording is one of starts. */
  public static final Threshold COVERED =
      new Threshold("recording of a start", 2, "× the start", "project assumption");

  /** Until a native process runs its own code, at best. */
  public static final Threshold NATIVE_LOW =
      new Threshold("start of a native process, at best", 2, "ms", "project assumption");

  /** The same at worst, libraries and configuration included. */
  public static final Threshold NATIVE_HIGH =
      new Threshold("start of a native process, at worst", 100, "ms", "project assumption");

  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * Of the context's component.
   *
   * @param startMs what a start takes, in milliseconds
   * @return empty where the recordings are not of starts alone
   */
  public static Optional<StartUpSplit> of(RuleContext context, double startMs) {
    int runs = Math.max(1, context.profile().facts().jvms().size());
    double recorded = context.profile().recordedNanos() / NANOS_PER_MILLI / runs;
    if (recorded <= 0 || recorded > COVERED.value() * startMs || !context.cpuShare().known()) {
      return Optional.empty();
    }
    boolean whole = Footprint.whole(context);
    if (whole) {
      return Optional.of(new StartUpSplit(startMs, NATIVE_LOW.value(), true));
    }
    double own = context.cpuShare().high();
    double part = own + (1 - own) * overhead(context);
    Tally cpu = context.profile().processCpu();
    double used = cpu.known() ? cpu.perNano() * recorded : Double.MAX_VALUE;
    double most = Math.min(startMs, used * part);
    return Optional.of(new StartUpSplit(most, startMs - most, false));
  }

  /** What the compiler and the collector take of the CPU; all of it where that is not known. */
  private static double overhead(RuleContext context) {
    Tally compiler = context.profile().compilerCpu();
    Tally process = context.profile().processCpu();
    Optional<Double> collector = SpeedUp.collectorCpu(context);
    return compiler.known() && process.perNano() > 0 && collector.isPresent()
        ? Math.min(1, compiler.perNano() / process.perNano() + collector.get())
        : 1;
  }
}
