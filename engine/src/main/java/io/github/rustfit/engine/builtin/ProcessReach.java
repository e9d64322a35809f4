package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.millis;
import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.promise.Footprint;
import io.github.rustfit.engine.promise.Kept;
import io.github.rustfit.engine.promise.Promise;
import io.github.rustfit.engine.promise.Promises;
import io.github.rustfit.engine.promise.StartUpSplit;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.policy.Target;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a missed target of start-up or memory would be met with the component replaced. */
public final class ProcessReach implements Rule {

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "process-reach",
        "Start-up or memory within reach",
        "No if a missed target of start-up or memory would be missed even at best, since what takes"
            + " it stays, or if a prototype misses it; yes if a prototype meets it.",
        Topic.REACH,
        Role.SUFFICIENT,
        Set.of(),
        List.of(
            Footprint.BARE_JVM,
            Footprint.NATIVE_LOW,
            Footprint.NATIVE_HIGH,
            Footprint.WHOLE,
            StartUpSplit.COVERED,
            StartUpSplit.NATIVE_LOW,
            StartUpSplit.NATIVE_HIGH));
  }

  @Override
  public Outcome judge(RuleContext context) {
    Promises promises = Promises.of(context);
    List<Outcome> outcomes = new ArrayList<>();
    for (Kept kept : ProcessTarget.own(promises)) {
      if (promises.hurts(kept.promise())) {
        outcomes.add(judge(context, kept));
      }
    }
    return outcomes.stream().reduce(ProcessReach::or).orElse(Outcome.NOT_CONCERNED);
  }

  /** One of two pains is enough to cure. */
  private static Outcome or(Outcome one, Outcome other) {
    Answer answer = one.answer().or(other.answer());
    List<Fact> facts = new ArrayList<>(of(one, answer).facts());
    facts.addAll(of(other, answer).facts());
    List<String> missing = new ArrayList<>();
    if (answer == Answer.UNKNOWN) {
      missing.addAll(one.answer() == Answer.UNKNOWN ? one.wouldDecide() : List.of());
      missing.addAll(other.answer() == Answer.UNKNOWN ? other.wouldDecide() : List.of());
    }
    boolean onGain = answer == Answer.UNKNOWN && (one.onGain() || other.onGain());
    return new Outcome(answer, facts, List.of(), missing, onGain);
  }

  private static Outcome of(Outcome outcome, Answer answer) {
    return outcome.answer() == answer || answer != Answer.YES ? outcome : Outcome.NOT_CONCERNED;
  }

  private static Outcome judge(RuleContext context, Kept kept) {
    if (kept.missed() == Answer.UNKNOWN) {
      return Outcome.unknown(kept.toDecide());
    }
    Fact now = kept.fact().orElseThrow();
    if (kept.missed() == Answer.NO) {
      return Outcome.yes(now);
    }
    Target target = target(context, kept.promise());
    if (target.prototype().isPresent()) {
      return tried(kept, target);
    }
    return kept.promise() == Promise.MEMORY ? memory(context, kept) : startUp(context, kept);
  }

  private static Target target(RuleContext context, Promise promise) {
    return (promise == Promise.MEMORY
            ? context.policy().targets().residentMiB()
            : context.policy().targets().startUpMs())
        .orElseThrow();
  }

  private static Outcome tried(Kept kept, Target target) {
    double takes = target.prototype().orElseThrow();
    String source = target.prototypeSource();
    boolean meets = takes <= target.limit();
    Fact fact =
        Fact.declared(
            "A prototype in Rust was measured to take "
                + kept.promise().text(takes)
                + (source.isEmpty() ? "" : " (" + source + ")")
                + (meets ? ", which meets " : ", which misses ")
                + kept.promise().text(target.limit())
                + ".");
    if (!meets) {
      return Outcome.no(fact);
    }
    return source.isEmpty()
        ? Outcome.onGain(
            "Say in "
                + kept.promise().key()
                + ".prototypeSource in rustfit.yaml how the figure was measured.",
            List.of(fact))
        : Outcome.yes(fact);
  }

  private static Outcome memory(RuleContext context, Kept kept) {
    Footprint footprint = Footprint.of(context).orElseThrow();
    double best = footprint.bestMiB(context);
    if (best > kept.limit()) {
      return Outcome.no(
          Fact.assumed(
              "With it replaced the process would hold "
                  + Promise.MEMORY.text(best)
                  + " at best, against "
                  + Promise.MEMORY.text(kept.limit())
                  + ": "
                  + (footprint.whole()
                      ? "its own data are that large."
                      : "the JVM stays, which takes "
                          + Promise.MEMORY.text(Footprint.BARE_JVM.value())
                          + " without any program, and so does what other code keeps alive.")));
    }
    Fact estimate =
        Fact.assumed(
            "With it replaced the process would hold some "
                + Promise.MEMORY.text(best)
                + " to "
                + Promise.MEMORY.text(footprint.worstMiB(context))
                + " (assumed: "
                + (footprint.whole()
                    ? "a native process takes "
                        + Promise.MEMORY.text(Footprint.NATIVE_LOW.value())
                        + " to "
                        + Promise.MEMORY.text(Footprint.NATIVE_HIGH.value())
                        + " beside its data, as AWS documented Greengrass nucleus lite"
                    : "the JVM stays and takes "
                        + Promise.MEMORY.text(Footprint.BARE_JVM.value())
                        + " at least")
                + ", and memory that goes as in economics.memoryReduction); the target is "
                + Promise.MEMORY.text(kept.limit())
                + ".");
    return Outcome.onGain(toMeasure(kept), List.of(estimate));
  }

  private static Outcome startUp(RuleContext context, Kept kept) {
    double now = kept.observed().orElseThrow().value();
    Optional<StartUpSplit> split = StartUpSplit.of(context, now);
    if (split.isEmpty()) {
      return Outcome.unknown(
          "Record the start alone: -XX:StartFlightRecording=filename=start.jfr,settings=profile, and"
              + " end the program when it is of use. A longer recording does not tell what takes the"
              + " time of the start.");
    }
    double best = split.get().bestMs();
    if (best > kept.limit()) {
      return Outcome.no(
          Fact.measured(
              "It computes for at most "
                  + millis(split.get().mostMs())
                  + " in a start of "
                  + millis(now)
                  + ", compiling and collecting included, so that a start would still take "
                  + millis(best)
                  + " without it, against "
                  + millis(kept.limit())
                  + "."));
    }
    Fact estimate =
        Fact.assumed(
            (split.get().whole()
                    ? "It is all but the whole program: a native process starts within some "
                        + millis(StartUpSplit.NATIVE_LOW.value())
                        + " to "
                        + millis(StartUpSplit.NATIVE_HIGH.value())
                        + " beside what it waits for (assumed; CIMB Niaga published 31.9 s to below"
                        + " 1 s, with another framework and no native image compared)"
                    : "It owns "
                        + percent(context.cpuShare())
                        + " of the CPU samples of the start, which would take "
                        + millis(best)
                        + " at best without it (assumed: that nothing waits for what is left)")
                + "; the target is "
                + millis(kept.limit())
                + ".");
    return Outcome.onGain(toMeasure(kept), List.of(estimate));
  }

  private static String toMeasure(Kept kept) {
    return "Port the hot code as a prototype, measure what the process takes with it, and declare"
        + " that as "
        + kept.promise().key()
        + ".prototype"
        + (kept.promise() == Promise.MEMORY ? "MiB" : "Ms")
        + " with its prototypeSource in rustfit.yaml.";
  }
}
