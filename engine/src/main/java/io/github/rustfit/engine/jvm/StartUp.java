package io.github.rustfit.engine.jvm;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProcessFacts;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.Threshold;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether a program spends itself on starting. Its runs are short, compiling takes much of their
 * CPU, and has not died down by the end: only all together say so, as a long run compiles little, a
 * short one may still work most of its time, and one in which compiling has died down got past its
 * start.
 *
 * @param compilerShare the JIT compiler's part of the CPU that the process used, 0..1; empty when
 *     it was not recorded
 * @param lateShare the same in the last quarter of what was recorded of each run
 * @param meanRunSeconds mean length of the runs in GC logs and recordings; empty when none tells
 */
public record StartUp(
    OptionalDouble compilerShare, OptionalDouble lateShare, OptionalDouble meanRunSeconds) {

  /** Compiler's part of the CPU from which start-up dominates. */
  public static final Threshold COMPILER =
      new Threshold(
          "JIT compiler's part of the CPU", 0.25, "share", "project assumption: as much as 1.33×");

  /** Compiler's part of the CPU at the end of a run below which it has died down. */
  public static final Threshold DIED_DOWN =
      new Threshold(
          "JIT compiler's part of the CPU by the end of a run",
          0.1,
          "share",
          "project assumption: what it takes at most once a program has started");

  /** Length of a run from which start-up no longer matters. */
  public static final Threshold RUN =
      new Threshold("mean run", 300, "s", "project assumption: steady state");

  /** What is known of the context's program; empty when neither figure is. */
  public static Optional<StartUp> of(RuleContext context) {
    ProcessFacts late = context.profile().facts().process();
    StartUp found =
        new StartUp(
            share(context.profile().compilerCpu(), context.profile().processCpu()),
            share(late.lateCompilerCpu(), late.lateCpu()),
            meanRun(context.gc()));
    return found.compilerShare.isEmpty() && found.meanRunSeconds.isEmpty()
        ? Optional.empty()
        : Optional.of(found);
  }

  private static OptionalDouble share(Tally compiler, Tally process) {
    return compiler.known() && process.known() && process.amount() > 0
        ? OptionalDouble.of(Math.min(1, compiler.perNano() / process.perNano()))
        : OptionalDouble.empty();
  }

  private static OptionalDouble meanRun(GcSummary gc) {
    long runs = gc.details().runs().count();
    return runs > 0 && gc.wallNanos() > 0
        ? OptionalDouble.of(gc.wallNanos() / 1e9 / runs)
        : OptionalDouble.empty();
  }

  /** Whether start-up dominates: short runs, and much compiling up to the end. */
  public Answer dominates() {
    return shortRuns().and(most(compilerShare, COMPILER)).and(most(lateShare, DIED_DOWN));
  }

  /** Whether compiling took much of the CPU and then died down. */
  public boolean diedDown() {
    return most(compilerShare, COMPILER) == Answer.YES && most(lateShare, DIED_DOWN) == Answer.NO;
  }

  private Answer shortRuns() {
    return meanRunSeconds.isEmpty()
        ? Answer.UNKNOWN
        : meanRunSeconds.getAsDouble() < RUN.value() ? Answer.YES : Answer.NO;
  }

  private static Answer most(OptionalDouble share, Threshold least) {
    return share.isEmpty()
        ? Answer.UNKNOWN
        : share.getAsDouble() >= least.value() ? Answer.YES : Answer.NO;
  }
}
