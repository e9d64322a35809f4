package io.github.rustfit.engine.enforcement;

import static io.github.rustfit.rules.testing.Given.allocation;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Assessor;
import io.github.rustfit.engine.assessment.Rules;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.policy.Baseline;
import io.github.rustfit.rules.policy.ComponentLimits;
import io.github.rustfit.rules.policy.Decision;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Incidents;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.policy.Origins;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.testing.Situation;
import io.github.rustfit.rules.verdict.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** An assessment held against limits: {@code app/hot} owns some of 1,000 CPU samples. */
final class Held {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  /** One hot line in {@code Hot.run}, in line 7, that 10 % of allocation confirm. */
  static final String BOXING = "boxing-in-loop:com.acme.hot.Hot:run:sum";

  private final List<Limit> limits = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final SortedSet<Trial> trials = new TreeSet<>();
  private final Map<String, GcSummary> logs = new TreeMap<>();
  private final Map<String, ComponentLimits> own = new TreeMap<>();
  private Map<Verdict, Level> verdicts = Map.of();
  private List<Rule> rules = Rules.load(Held.class.getClassLoader()).all();
  private int[] hot = {300};
  private int rest = -1;
  private int all = 1000;

  Held limit(Metric metric, double value) {
    limits.add(new Limit(metric, value, Level.ERROR));
    return this;
  }

  Held own(String component, ComponentLimits of) {
    own.put(component, of);
    return this;
  }

  Held verdict(Verdict verdict) {
    verdicts = Map.of(verdict, Level.ERROR);
    return this;
  }

  /** CPU samples of {@code app/hot} in one recording, or in each of several runs. */
  Held hot(int... samples) {
    hot = samples.clone();
    return this;
  }

  /** CPU samples of all together in each run, 1,000 unless said. */
  Held all(int samples) {
    all = samples;
    return this;
  }

  /** CPU samples of nobody, instead of what is missing to all. */
  Held rest(int samples) {
    rest = samples;
    return this;
  }

  /** The log of one more run. */
  Held pauses(int count, long nanos) {
    logs.put("bb" + logs.size(), gc("G1", 600, count, nanos));
    return this;
  }

  /** A port that was tried. */
  Held tried(Trial trial) {
    trials.add(trial);
    return this;
  }

  /** These rules instead of the built-in ones. */
  Held rules(Rule... only) {
    rules = List.of(only);
    return this;
  }

  Held decided(Decision decision) {
    decisions.add(decision);
    return this;
  }

  Held decided(String finding, Decision.Kind kind, String from, String until) {
    return decided(finding, "", kind, from, until);
  }

  Held decided(String finding, String component, Decision.Kind kind, String from, String until) {
    decisions.add(
        new Decision(
            finding,
            component,
            kind,
            "it is being replaced",
            "team-x",
            LocalDate.parse(from),
            LocalDate.parse(until),
            "rustfit.yaml",
            10 + decisions.size()));
    return this;
  }

  Assessment raw() {
    Policy policy =
        new Policy(
                "rustfit.yaml",
                List.of(),
                new Policy.Declarations(
                    Optional.empty(),
                    Optional.empty(),
                    Incidents.NOT_DECLARED,
                    DeclaredFacts.NONE,
                    Targets.NONE),
                new Policy.Enforced(limits, verdicts, Map.of(), Policy.Enforced.NOTICE_DAYS),
                List.of(),
                Origins.NONE)
            .with(decisions)
            .with(own);
    Evidence evidence =
        new Evidence(
            new TreeSet<>(),
            recordings(),
            new TreeMap<>(logs),
            Collections.emptySortedMap(),
            new TreeMap<>(),
            new TreeSet<>(
                Set.of(
                    Situation.withPatterns(
                        new PatternMatch("boxing-in-loop", 7, 7, "com.acme.hot.Hot", "run", "sum")),
                    Situation.REST)),
            new TreeSet<>(),
            RepositoryEvidence.of(trials),
            Collections.emptySortedMap());
    return new Assessor(policy, CrateCatalogue.EMPTY, Rules.of(rules)).assess(evidence);
  }

  private TreeMap<String, ProfileSummary> recordings() {
    TreeMap<String, ProfileSummary> recordings = new TreeMap<>();
    for (int own : hot) {
      recordings.put(
          "aa" + recordings.size(),
          profile(
              60,
              samples(own, cpu(Situation.IN_HOT)),
              samples(rest < 0 ? all - own : rest, cpu()),
              samples(900, allocation("byte[]", Situation.IN_REST)),
              samples(
                  100,
                  allocation(
                      "java.lang.Integer",
                      frame("java.lang.Integer", "valueOf", 1),
                      Situation.IN_HOT))));
    }
    return recordings;
  }

  Assessment judged() {
    return judged(Optional.empty(), Optional.empty());
  }

  Assessment judged(Optional<Baseline> baseline, Optional<Change> change) {
    return new Enforcement(TODAY, baseline, change, new TreeSet<>(), Optional.empty()).judge(raw());
  }

  Assessment against(Held then) {
    return judged(
        Optional.of(AgainstBaseline.accepting("g:a", then.judged(), Map.of())), Optional.empty());
  }
}
