package io.github.rustfit.engine.builtin;

import io.github.rustfit.engine.jvm.GcVisibility;
import io.github.rustfit.engine.promise.Kept;
import io.github.rustfit.engine.promise.Promise;
import io.github.rustfit.engine.promise.Promises;
import io.github.rustfit.engine.tuning.Tuned;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.Launcher;
import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rules about the JVM's settings have in common: they concern the process, no file. */
final class Tuning {

  /** Collectors that work beside the application; their pauses do not grow with the heap. */
  static final Set<String> LOW_PAUSE =
      Set.of("ZGC", "Generational ZGC", "Shenandoah", "Generational Shenandoah");

  /** Record this when a log is not verbose enough. */
  static final String VERBOSE_LOG =
      "Record the GC log with -Xlog:gc*,safepoint:file=gc.log, which carries it.";

  private Tuning() {}

  /** A rule on pauses whose no means that tuning is not exhausted. */
  static RuleDescriptor necessary(
      String id, String title, String summary, Threshold... thresholds) {
    return describe(id, title, summary, Role.NECESSARY, thresholds);
  }

  /** A rule on pauses that adds findings and never decides. */
  static RuleDescriptor supporting(
      String id, String title, String summary, Threshold... thresholds) {
    return describe(id, title, summary, Role.SUPPORTING, thresholds);
  }

  private static RuleDescriptor describe(
      String id, String title, String summary, Role role, Threshold... thresholds) {
    return new RuleDescriptor(
        id, title, summary, Topic.TUNING, role, Set.of(Need.GC_PAUSES), List.of(thresholds));
  }

  /** Not exhausted: the fact, and what to do about it. */
  static Outcome notExhausted(String rule, String fact, String remedy) {
    return Outcome.no(Fact.measured(fact))
        .with(List.of(finding(rule, Level.WARNING, fact, remedy)));
  }

  /** Nothing to gain that would decide anything, but worth a note. */
  static Outcome noted(String rule, String fact, String remedy) {
    return Outcome.yes(Fact.measured(fact)).with(List.of(finding(rule, Level.NOTE, fact, remedy)));
  }

  /** Nothing to gain. */
  static Outcome nothing(String fact) {
    return Outcome.yes(Fact.measured(fact));
  }

  static Finding finding(String rule, Level level, String message, String remedy) {
    return new Finding(
            rule, rule, level, "", 0, message, remedy, true, false, Finding.Measured.NOTHING)
        .ofProcess();
  }

  /**
   * The outcome of a rule on what makes pauses long, which matters only as far as pauses do: it is
   * exhausted if there is nothing of the kind, or if pauses cannot be seen at the declared
   * percentile.
   */
  static Outcome asFarAsPausesMatter(Outcome outcome, RuleContext context) {
    return asFarAsLatencyHurts(asFarAsPausesAreSeen(outcome, context), context);
  }

  /**
   * The outcome of a rule on what makes requests late, beside other promises: where latency is kept
   * and another one is not, it has no say; where it may be kept, its no is none yet.
   */
  static Outcome asFarAsLatencyHurts(Outcome outcome, RuleContext context) {
    Optional<Outcome> settled = best(context, Aim.LATENCY, Aim.PAUSES);
    if (settled.isPresent()) {
      return settled.get();
    }
    Promises promises = Promises.of(context);
    Optional<Kept> latency = promises.on(Promise.LATENCY);
    if (promises.all().size() < 2 || latency.isEmpty() || promises.broke(Promise.LATENCY)) {
      return outcome;
    }
    if (!promises.hurts(Promise.LATENCY)) {
      return Outcome.notConcerned(outcome.facts().toArray(Fact[]::new));
    }
    return outcome.answer() == Answer.NO && latency.get().missed() == Answer.UNKNOWN
        ? Outcome.of(
            Answer.UNKNOWN, outcome.facts(), outcome.findings(), List.of(latency.get().toDecide()))
        : outcome;
  }

  private static Outcome asFarAsPausesAreSeen(Outcome outcome, RuleContext context) {
    Answer visible = GcVisibility.of(context).map(GcVisibility::visible).orElse(Answer.UNKNOWN);
    if (outcome.answer() == Answer.YES || visible == Answer.YES) {
      return outcome;
    }
    List<Fact> facts = new ArrayList<>(outcome.facts());
    if (Promises.of(context).othersOnly(Promise.LATENCY)) {
      facts.add(
          Fact.declared(
              "No latency is promised beside other targets, so what makes pauses long does not"
                  + " matter."));
      return Outcome.of(Answer.YES, facts, outcome.findings(), List.of());
    }
    if (visible == Answer.NO) {
      facts.add(
          Fact.measured(
              "Pauses cannot be seen at the declared percentile, so what makes them long does not"
                  + " matter."));
      return Outcome.of(Answer.YES, facts, outcome.findings(), List.of());
    }
    return outcome.answer() == Answer.UNKNOWN
        ? outcome
        : Outcome.of(
            Answer.UNKNOWN, facts, outcome.findings(), List.of(Need.SERVICE_LEVEL.toProvide()));
  }

  /**
   * Whether all recordings are of tests: what their JVMs do tells nothing of how the application's
   * JVM is to be run.
   */
  static boolean ofTests(RuleContext context) {
    return context.profile().facts().launchers().equals(Set.of(Launcher.TESTS));
  }

  /** What there is to say then. */
  static Outcome onlyTests() {
    return Outcome.unknown(
        "Record the application itself: a recording of tests tells nothing of how its JVM is to be"
            + " run.");
  }

  /**
   * Where a measured tuning for one of these aims says that the best runs, there is nothing left to
   * try; where it knows a better one, {@link MeasuredTuning} says so, and what would only be worth
   * a try has no say beside it. Empty otherwise.
   */
  static Optional<Outcome> settled(RuleContext context, Aim... aims) {
    return best(context, aims).or(() -> superseded(context, aims));
  }

  private static Optional<Outcome> best(RuleContext context, Aim... aims) {
    return Tuned.settled(context, aims).map(one -> Outcome.yes(Fact.measured(one.text())));
  }

  private static Optional<Outcome> superseded(RuleContext context, Aim... aims) {
    Set<Aim> asked = EnumSet.copyOf(Set.of(aims));
    asked.retainAll(MeasuredTuning.aims(context));
    return Tuned.of(context, asked).stream()
        .filter(one -> one.state() == Tuned.State.BETTER_KNOWN)
        .map(one -> Outcome.notConcerned(Fact.measured(one.text())))
        .findFirst();
  }

  /** Whether every collector seen is one of these, and one was seen. */
  static boolean only(GcSummary gc, Set<String> collectors) {
    return !gc.collectors().isEmpty() && collectors.containsAll(gc.collectors());
  }

  /** Whether none of these was seen, though the collector is known. */
  static boolean without(GcSummary gc, Set<String> collectors) {
    return !gc.collectors().isEmpty() && gc.collectors().stream().noneMatch(collectors::contains);
  }
}
