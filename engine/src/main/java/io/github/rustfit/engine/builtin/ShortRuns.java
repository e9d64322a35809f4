package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.number;
import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.jvm.StartUp;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the program runs so shortly that starting the JVM is most of what it does. */
public final class ShortRuns implements Rule {

  private static final String ID = "short-runs";

  private static final String REMEDY =
      "Start faster first: an AOT cache (JDK 24 and newer, -XX:AOTCache; JEP 483, 514, 515) or class"
          + " data sharing (-XX:SharedArchiveFile, JDK 19 and newer"
          + " -XX:+AutoCreateSharedArchive), -XX:TieredStopAtLevel=1 for runs of seconds, keeping"
          + " one JVM warm, or a GraalVM native image of the same code; then record again. If it was"
          + " stopped for the recording and runs on otherwise, record for five minutes and declare"
          + " targets.longLived: true.";

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        ID,
        "Short runs",
        "No if runs are shorter than 5 minutes on average and the JIT compiler takes at least 25 %"
            + " of the CPU, and 10 % in their last quarter; yes if runs are longer or it takes less.",
        Topic.TUNING,
        Role.NECESSARY,
        Set.of(),
        List.of(StartUp.COMPILER, StartUp.DIED_DOWN, StartUp.RUN));
  }

  @Override
  public Outcome judge(RuleContext context) {
    if (Tuning.ofTests(context)) {
      return Tuning.onlyTests();
    }
    Optional<StartUp> found = StartUp.of(context);
    Answer dominates = found.map(StartUp::dominates).orElse(Answer.UNKNOWN);
    // Many short runs contradict what is declared; one may have been stopped for the recording.
    boolean stopped = dominates == Answer.YES && oneRun(context);
    if ((dominates == Answer.UNKNOWN || stopped)
        && context.policy().targets().longLived().filter(Boolean::booleanValue).isPresent()) {
      Fact declared = Fact.declared("The program is declared to be started once and to run on.");
      return stopped
          ? Outcome.yes(
              declared,
              Fact.measured(
                  "What was recorded of it is its start: " + fact(found.orElseThrow(), true) + "."))
          : Outcome.yes(declared);
    }
    if (found.isEmpty() || dominates == Answer.UNKNOWN) {
      return Outcome.unknown(
          "Attach a GC log of whole runs, and a recording with jdk.ThreadCPULoad and jdk.CPULoad"
              + " (settings=profile), which tell how long runs are and what compiling costs.");
    }
    String fact = fact(found.get(), oneRun(context));
    return dominates == Answer.YES
        ? Tuning.notExhausted(ID, "Start-up dominates: " + fact + ".", REMEDY)
        : Tuning.nothing("Start-up does not dominate: " + fact + ".");
  }

  private static boolean oneRun(RuleContext context) {
    return context.gc().details().runs().count() == 1;
  }

  private static String fact(StartUp startUp, boolean oneRun) {
    List<String> parts = new ArrayList<>();
    startUp
        .meanRunSeconds()
        .ifPresent(
            seconds ->
                parts.add(
                    oneRun
                        ? "the run took " + number(seconds) + " s"
                        : "a run takes " + number(seconds) + " s on average"));
    startUp
        .compilerShare()
        .ifPresent(share -> parts.add("compiling takes " + percent(share) + " of the CPU"));
    startUp
        .lateShare()
        .ifPresent(
            share ->
                parts.add(
                    (startUp.diedDown() ? "has died down to " : "in the last quarter of a run ")
                        + percent(share)
                        + (startUp.diedDown() ? " in the last quarter of a run" : "")));
    return String.join(", and ", parts);
  }
}
