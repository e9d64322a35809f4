package io.github.rustfit.plugin.report;

import io.github.rustfit.rules.assessment.Assessment;
import io.github.rustfit.rules.assessment.ComponentAssessment;
import io.github.rustfit.rules.assessment.GateResult;
import io.github.rustfit.rules.assessment.Surroundings;
import io.github.rustfit.rules.assessment.Violation;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.component.EntryPoint;
import io.github.rustfit.rules.component.LibraryShare;
import io.github.rustfit.rules.component.Place;
import io.github.rustfit.rules.crates.CrateEntry;
import io.github.rustfit.rules.evidence.GcDetails;
import io.github.rustfit.rules.evidence.GcIncidents;
import io.github.rustfit.rules.evidence.GcSummary;
import io.github.rustfit.rules.evidence.Input;
import io.github.rustfit.rules.evidence.PauseHistogram;
import io.github.rustfit.rules.evidence.PauseTotal;
import io.github.rustfit.rules.evidence.Problem;
import io.github.rustfit.rules.evidence.RepositoryEvidence;
import io.github.rustfit.rules.evidence.Tally;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.PlannedComponent;
import io.github.rustfit.rules.policy.Scenario;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.Economics;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.LibraryUse;
import io.github.rustfit.rules.rule.SpeedUp;
import io.github.rustfit.rules.stats.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/** An assessment in which every text that somebody else can choose tries to break out. */
final class Hostile {

  /** What must never become an element, an attribute or an escape sequence. */
  static final List<String> TEXTS =
      List.of(
          "</script><script>alert(1)</script>",
          "\"><img src=x onerror=alert(2)>",
          "' onmouseover='alert(3)",
          "</style><svg onload=alert(4)>",
          "javascript:alert(5)",
          "a\u202Eevil\u202C\u2066b\u2069\u200F",
          "nul\u0000 esc\u001B[31m del\u007F csi\u009B bell\u0007",
          "lone\uD800surrogate \uFFFE",
          "<!-- --> ]]> ${7*7} @if(true)",
          "<img src=x onerror=window.__pwned=1>",
          "=1+1 @SUM(A1)\u2028=cmd|' /C calc'!A0",
          "x".repeat(10_000));

  private Hostile() {}

  static Assessment assessment() {
    List<ComponentAssessment> components = new ArrayList<>();
    List<Input> inputs = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    Map<String, PauseTotal> causes = new TreeMap<>();
    for (String text : TEXTS) {
      components.add(component(text).done());
      inputs.add(new Input(text, text, "", Input.Status.FAILED, text));
      problems.add(new Problem(text, 7, text, text));
      causes.put(text, PauseTotal.of(1_000_000));
      violations.add(
          new Violation(
              text,
              "verdict",
              Level.ERROR,
              OptionalDouble.empty(),
              text,
              OptionalDouble.empty(),
              text,
              text,
              text,
              text));
    }
    Assessment calm = CacheService.assessment();
    return new Assessment(
        inputs,
        CacheService.policy(),
        calm.rules(),
        calm.profile(),
        gc(causes),
        calm.unattributedCpu(),
        components,
        new GateResult(violations, List.of()),
        problems,
        new RepositoryEvidence(
            new TreeMap<>(),
            new TreeSet<>(
                TEXTS.stream().map(text -> CacheService.operations(text, text, text)).toList())));
  }

  private static Draft component(String text) {
    return new Draft(text, text, text, 1)
        .cpu(1, 0.1, 0.05, 0.2)
        .allocation(1, 0.1, 0.05, 0.2)
        .method(text, text, text, 1, 0.1, 0.1)
        .site(text, text, text, 1, text, 1, 0.1)
        .surroundings(
            new Surroundings(
                List.of(
                    new EntryPoint(
                        text, new Place(text, text, text, 1, true), Share.wilson(1, 10))),
                List.of(new LibraryShare(text, Share.wilson(1, 10))),
                List.of()))
        .answer(Topic.HOT_PATH, Answer.YES, Fact.measured(text))
        .unknown(Topic.TEAM, text, Fact.declared(text))
        .gates("PPPPPP")
        .reason(text)
        .explained(text, text, text)
        .seam(HostileDetails.seam(text))
        .history(HostileDetails.history(text))
        .fit(HostileDetails.fit(text))
        .patterns(HostileDetails.patterns(text))
        .wouldDecide(text)
        .planned(new PlannedComponent(text, text, text, text, List.of(text)))
        .economics(economics(text))
        .speedUp(new SpeedUp(1, Optional.empty(), Double.POSITIVE_INFINITY, Optional.empty()))
        .library(new LibraryUse(text, Optional.of(crate(text)), List.of(text)))
        .finding(new Finding("hostile", text, Level.ERROR, text, 3, text, text, true))
        .finding(new Finding("hostile", text, Level.NOTE, "", 0, text, text, true).ofProcess());
  }

  private static CrateEntry crate(String text) {
    return new CrateEntry(
        List.of(text),
        List.of(),
        List.of(text),
        CrateEntry.Grade.PARTIAL,
        CrateEntry.Scope.RUNTIME,
        text,
        "verified(" + text + ")",
        text,
        false,
        text);
  }

  private static Economics economics(String text) {
    Economics.Case huge =
        new Economics.Case(1e300, 1, 1, 1, Double.NEGATIVE_INFINITY, OptionalDouble.empty());
    return new Economics(
        text,
        5,
        Map.of(Scenario.PESSIMISTIC, huge, Scenario.CENTRAL, huge, Scenario.OPTIMISTIC, huge),
        huge,
        huge,
        List.of(
            new Economics.Input(
                text, text, ThreePoint.exactly(1), text, Provenance.DECLARED, text)));
  }

  private static GcSummary gc(Map<String, PauseTotal> causes) {
    return new GcSummary(
            new TreeSet<>(TEXTS),
            new TreeSet<>(TEXTS),
            1_000_000_000,
            1_000_000_000,
            PauseHistogram.EMPTY,
            new TreeMap<>(causes),
            0,
            0,
            Tally.UNKNOWN,
            Tally.UNKNOWN,
            0,
            0)
        .with(
            GcDetails.builder()
                .runs(HostileDetails.runs(TEXTS))
                .kinds(new TreeMap<>(causes))
                .concurrent(new TreeMap<>(causes))
                .incidents(
                    new GcIncidents(new TreeMap<>(), new TreeMap<>(causes), PauseTotal.NONE, 3))
                .build());
  }
}
