package io.github.rustfit.engine.builtin;

import io.github.rustfit.engine.promise.Kept;
import io.github.rustfit.engine.promise.Ladder;
import io.github.rustfit.engine.promise.Ladder.Rung;
import io.github.rustfit.engine.promise.Promise;
import io.github.rustfit.engine.promise.Promises;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.RuleContext;
import java.util.List;
import java.util.stream.Collectors;

/** What the rules on Java's own means against a missed target have in common. */
final class Rungs {

  private Rungs() {}

  static Outcome judge(
      String rule, Promise promise, Promises promises, Ladder ladder, RuleContext context) {
    if (!promises.hurts(promise)) {
      return Outcome.NOT_CONCERNED;
    }
    if (Tuning.ofTests(context)) {
      return Tuning.onlyTests();
    }
    Kept kept = promises.on(promise).orElseThrow();
    if (kept.missed() == Answer.NO) {
      return Outcome.yes(kept.fact().orElseThrow());
    }
    if (kept.missed() == Answer.UNKNOWN) {
      return Outcome.unknown(kept.toDecide());
    }
    return switch (ladder.tried()) {
      case YES ->
          Outcome.yes(
              Fact.declared(
                  "Tried, or in use: "
                      + ladder.rungs().stream()
                          .map(rung -> rung.remedy().title())
                          .collect(Collectors.joining(", "))
                      + "."));
      case NO -> untried(rule, kept, ladder.untried());
      case UNKNOWN ->
          Outcome.unknown(
              "Attach a recording of the application (jdk.JVMInformation) and a GC log with its first"
                  + " lines (-Xlog:gc*), which tell how the JVM was started, or declare what was"
                  + " tried as targets.tried in rustfit.yaml.");
    };
  }

  private static Outcome untried(String rule, Kept kept, List<Rung> untried) {
    Rung first = untried.get(0);
    String fact =
        kept.fact().map(one -> one.text() + " ").orElse("")
            + "Not tried yet: "
            + first.remedy().title()
            + "; "
            + first.seen()
            + ".";
    List<String> later = untried.stream().skip(1).map(rung -> rung.remedy().title()).toList();
    String remedy =
        first.how()
            + ", and measure again."
            + (later.isEmpty() ? "" : " Next on the ladder: " + String.join(", ", later) + ".")
            + " Declare what did not suffice as targets.tried in rustfit.yaml.";
    return Outcome.no(Fact.measured(fact))
        .with(List.of(Tuning.finding(rule, Level.WARNING, fact, remedy)));
  }
}
