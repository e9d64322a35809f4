package io.github.rustfit.engine.assessment;

import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.rule.Finding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to do about a limit that is crossed. */
final class LimitRemedies {

  private LimitRemedies() {}

  /** A share is cut down at its lines; flags of the JVM do not change who owns it. */
  static String ofComponent(Metric metric, ComponentAssessment component) {
    return remedies(
        component.findings().stream().filter(finding -> !finding.processWide()),
        "Open the report at this component and make its "
            + (metric == Metric.CPU_SHARE ? "hottest methods" : "allocation sites")
            + " cheaper in Java, or raise the limit with a reason.");
  }

  static String ofVerdict(ComponentAssessment component) {
    return remedies(
        component.findings().stream(),
        "Open the report at this component, let people review it and record what they decide under"
            + " decisions in the policy (finding: "
            + Violation.id(Violation.VERDICT, component.component().name())
            + ").");
  }

  static String ofProcess(Metric metric, List<ComponentAssessment> components) {
    return metric == Metric.ALLOCATION_RATE
        ? "Open the report's largest allocation sites and allocate less there, or raise the limit"
            + " with a reason."
        : remedies(
            components.stream()
                .flatMap(component -> component.findings().stream())
                .filter(Finding::processWide)
                .filter(finding -> helps(finding, metric)),
            "Open the report's pauses, tune the JVM, or raise the limit with a reason.");
  }

  /** A collector that takes less of the CPU has longer pauses. */
  private static boolean helps(Finding finding, Metric metric) {
    return metric != Metric.GC_PAUSE_P99 || !finding.rule().equals("throughput-collector");
  }

  /** What every finding that is more than a note asks for; the alternative where there is none. */
  private static String remedies(Stream<Finding> findings, String otherwise) {
    String all =
        findings
            .filter(finding -> finding.level() != Level.NOTE)
            .map(Finding::remedy)
            .distinct()
            .collect(Collectors.joining(" "));
    return all.isEmpty() ? otherwise : all;
  }
}
