package io.github.rustfit.fleet.group;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.Explanation;
import io.github.rustfit.engine.economics.Economics;
import io.github.rustfit.fleet.table.FindingRow;
import io.github.rustfit.fleet.table.Interval;
import io.github.rustfit.fleet.table.PortfolioRow;
import io.github.rustfit.fleet.table.ServiceFacts;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.policy.Scenario;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of an assessment. */
final class Figures {

  private static final Set<Verdict> FOR_RUST =
      Set.of(Verdict.REVIEW_FOR_RUST, Verdict.WORTH_A_TRIAL);

  private Figures() {}

  /** A row for each component; one without where there is none. */
  static List<PortfolioRow> portfolio(ServiceFacts service, Assessment assessment) {
    List<PortfolioRow> rows = new ArrayList<>();
    for (ComponentAssessment one : assessment.components()) {
      rows.add(row(service, one));
    }
    return rows.isEmpty() ? List.of(PortfolioRow.withoutComponents(service)) : rows;
  }

  /** All findings; one of the process once, of the first component that it is reported of. */
  static List<FindingRow> findings(ServiceFacts service, Assessment assessment) {
    List<FindingRow> rows = new ArrayList<>();
    List<Finding> ofProcess = new ArrayList<>();
    for (ComponentAssessment one : assessment.components()) {
      for (Finding finding : one.findings()) {
        if (finding.processWide() && ofProcess.contains(finding)) {
          continue;
        }
        ofProcess.add(finding);
        rows.add(finding(service, one, finding));
      }
    }
    return rows;
  }

  private static FindingRow finding(
      ServiceFacts service, ComponentAssessment component, Finding finding) {
    return new FindingRow(
        service.service(),
        service.version(),
        component.component().name(),
        finding.rule(),
        finding.id(),
        Show.id(finding.level()),
        orNull(finding.file()),
        finding.line() > 0 ? (long) finding.line() : null,
        finding.message(),
        finding.remedy(),
        finding.confirmed(),
        finding.processWide(),
        Interval.of(finding.cpu()),
        Interval.of(finding.allocation()),
        measured(finding) ? finding.cost() : null);
  }

  private static boolean measured(Finding finding) {
    return finding.cpu().known() || finding.allocation().known();
  }

  private static PortfolioRow row(ServiceFacts service, ComponentAssessment one) {
    Optional<Finding> top =
        one.findings().stream()
            .filter(finding -> !finding.processWide())
            .filter(Figures::measured)
            .min(Finding.BY_COST);
    Interval fix = null;
    for (Finding finding : one.findings()) {
      fix = finding.processWide() ? fix : Interval.larger(fix, Interval.of(finding.cpu()));
    }
    Interval port = port(one);
    boolean byPort = port != null && (fix == null || port.value() > fix.value());
    return new PortfolioRow(
        service,
        one.component().name(),
        orNull(one.component().owner()),
        one.planned().isPresent() ? null : (long) one.component().linesOfCode(),
        one.verdict().id(),
        Explanation.stop(one.gates(), one.verdict()).map(Enum::name).orElse(null),
        Interval.of(one.cpu()),
        Interval.of(one.allocation()),
        top.map(finding -> finding(service, one, finding)).orElse(null),
        byPort ? port : fix,
        byPort ? "port" : fix == null ? null : "fix",
        one.economics().map(Figures::saving).orElse(null));
  }

  /**
   * What a port would take of the CPU time: a speed-up of the process by s leaves 1/s of it. Only
   * where the verdict does not refuse one.
   */
  private static @Nullable Interval port(ComponentAssessment one) {
    if (!FOR_RUST.contains(one.verdict())) {
      return null;
    }
    return one.speedUp()
        .flatMap(speedUp -> speedUp.estimate())
        .map(
            estimate ->
                new Interval(gone(estimate.central()), gone(estimate.low()), gone(estimate.high())))
        .orElse(null);
  }

  private static double gone(double speedUp) {
    return speedUp > 1 ? 1 - 1 / speedUp : 0;
  }

  private static Interval saving(Economics economics) {
    return new Interval(
        economics.in(Scenario.CENTRAL).savingPerYear(),
        economics.in(Scenario.PESSIMISTIC).savingPerYear(),
        economics.in(Scenario.OPTIMISTIC).savingPerYear());
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
