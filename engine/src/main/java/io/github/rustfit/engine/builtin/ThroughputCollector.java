package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.economics.SpeedUp;
import io.github.rustfit.engine.jvm.GcVisibility;
import io.github.rustfit.engine.promise.Promise;
import io.github.rustfit.engine.promise.Promises;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Share;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a collector that works beside the application takes much of the CPU. */
public final class ThroughputCollector implements Rule {

  private static final String ID = "throughput-collector";

  private static final Threshold MUCH =
      new Threshold(
          "CPU of the collector",
          0.1,
          "share",
          "half of the gain that a speed-up of 1.25× takes: (1 − 1/1.25) / 2");

  private static final String REMEDY =
      "Run the same load once with -XX:+UseParallelGC, which does no work beside the application, and"
          + " compare CPU per unit of work and the longest pauses: it uses least CPU where pauses are"
          + " affordable, and its pauses are longer where the heap is large. rustfit:tune measures that"
          + " beside other collectors.";

  /**
   * Where latency is the pain, or was until a collector cured it, what lengthens pauses is second.
   */
  private static final String BESIDE_LATENCY =
      "Only if CPU hurts more than latency: run the same load once with -XX:+UseParallelGC, whose"
          + " pauses are longer where the heap is large, and compare CPU per unit of work. rustfit:tune"
          + " measures that, with rustfit.maxLatency as a bound.";

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        ID,
        "Throughput collector",
        "No if a collector other than Parallel and Serial certainly takes 10 % of the CPU; yes if one"
            + " of these runs, if it takes less, or if a low-pause collector keeps a promised latency.",
        Topic.TUNING,
        Role.NECESSARY,
        Set.of(),
        List.of(MUCH));
  }

  @Override
  public Outcome judge(RuleContext context) {
    if (Tuning.ofTests(context)) {
      return Tuning.onlyTests();
    }
    Optional<Outcome> settled = Tuning.settled(context, Aim.CPU, Aim.TIME);
    if (settled.isPresent()) {
      return settled.get();
    }
    Set<String> collectors = context.gc().collectors();
    String names = String.join(", ", collectors);
    if (Tuning.only(context.gc(), SpeedUp.IN_PAUSES)) {
      return Tuning.nothing("The collector works in pauses only: " + names + ".");
    }
    Optional<Double> printed = SpeedUp.printedCollectorCpu(context);
    double most = SpeedUp.collectorCpu(context).orElse(0.0);
    boolean pausesMatter = pausesMatter(context);
    String remedy = pausesMatter ? BESIDE_LATENCY : REMEDY;
    if (printed.isEmpty() || collectors.isEmpty()) {
      return Outcome.unknown(
          "Attach a GC log with -Xlog:gc* and a recording with jdk.CPULoad and jdk.ThreadCPULoad"
              + " (settings=profile): they tell what the collector takes.");
    }
    if (most < MUCH.value()) {
      return Tuning.nothing(names + " takes at most " + percent(most) + " of the CPU.");
    }
    if (Tuning.only(context.gc(), Tuning.LOW_PAUSE)
        && context.policy().serviceLevel().isPresent()) {
      return Tuning.noted(
          ID,
          names
              + " may take up to "
              + percent(most)
              + " of the CPU, which is what its short pauses cost where a latency is promised.",
          BESIDE_LATENCY);
    }
    if (printed.get() >= MUCH.value()) {
      String fact = names + " takes at least " + percent(printed.get()) + " of the CPU.";
      // Ranked by what is certainly the collector's; against pauses, longer ones are no first step.
      Share certain = new Share(printed.get(), printed.get(), most, 1);
      Finding finding = Tuning.finding(ID, Level.WARNING, fact, remedy);
      Finding ranked =
          pausesMatter ? finding : finding.costing(Share.UNKNOWN, Share.UNKNOWN, certain);
      Outcome much = Outcome.no(Fact.measured(fact)).with(List.of(ranked));
      return Tuning.only(context.gc(), Tuning.LOW_PAUSE)
              && !Promises.of(context).othersOnly(Promise.LATENCY)
          ? Outcome.of(
              Answer.UNKNOWN,
              much.facts(),
              much.findings(),
              List.of(Need.SERVICE_LEVEL.toProvide()))
          : much;
    }
    String fact =
        "Threads of the JVM itself, those of "
            + names
            + " among them, take "
            + percent(most)
            + " of the CPU; the JVM prints "
            + percent(printed.get())
            + " of it as the collector's, without its work beside the application.";
    List<Finding> findings = List.of(Tuning.finding(ID, Level.WARNING, fact, remedy));
    return Outcome.of(Answer.UNKNOWN, List.of(Fact.measured(fact)), findings, List.of(remedy));
  }

  private static boolean pausesMatter(RuleContext context) {
    return GcVisibility.of(context)
        .map(GcVisibility::visible)
        .filter(Answer.YES::equals)
        .isPresent();
  }
}
