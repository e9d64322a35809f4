package io.github.rustfit.engine.builtin;

import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.profile.Launcher;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Whether somebody vouches that the recorded load stands for production. */
public final class RepresentativeLoad implements Rule {

  private static final String DECLARE =
      "Declare recording.representative: true in rustfit.yaml if the recorded load stands for"
          + " production.";

  private static final String RECORD =
      "Record production or a load test, because tests and benchmarks are seldom the load of"
          + " production (rustfit:record); if these are, declare recording.representative: true in"
          + " rustfit.yaml.";

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "representative-load",
        "Representative load",
        "Yes if the policy declares the recorded load to be representative, no if it says it is"
            + " not.",
        Topic.EVIDENCE,
        Role.NECESSARY,
        Set.of(),
        List.of());
  }

  @Override
  public Outcome judge(RuleContext context) {
    Optional<Boolean> declared = context.policy().representative();
    Fact[] recorded = recorded(context.profile().facts().launchers());
    if (declared.isEmpty()) {
      return Outcome.unknown(recorded.length == 0 ? DECLARE : RECORD, recorded);
    }
    return declared.get()
        ? Outcome.yes(
            with(Fact.declared("The recorded load is declared to be representative."), recorded))
        : Outcome.no(
            with(
                Fact.declared("The recorded load is declared not to be representative."),
                recorded));
  }

  /** What recordings of a harness are of; nothing for those of an application. */
  private static Fact[] recorded(SortedSet<Launcher> launchers) {
    boolean tests = launchers.contains(Launcher.TESTS);
    boolean benchmarks = launchers.contains(Launcher.BENCHMARK);
    if (!tests && !benchmarks) {
      return new Fact[0];
    }
    String what = tests ? benchmarks ? "tests and benchmarks" : "tests" : "benchmarks";
    return new Fact[] {
      Fact.measured(
          launchers.contains(Launcher.APPLICATION)
              ? "Some of what was recorded are " + what + "."
              : "This is a recording of " + what + ", not of the application at work.")
    };
  }

  private static Fact[] with(Fact first, Fact[] more) {
    return Stream.concat(Stream.of(first), Arrays.stream(more)).toArray(Fact[]::new);
  }
}
