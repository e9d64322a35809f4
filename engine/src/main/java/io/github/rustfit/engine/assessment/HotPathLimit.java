package io.github.rustfit.engine.assessment;

import io.github.rustfit.engine.patterns.HotPattern;
import io.github.rustfit.engine.patterns.Patterns;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.stats.Format;
import io.github.rustfit.rules.stats.MeasuredValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The limit on hot lines of a component that a recording confirms and that Java can fix. */
public final class HotPathLimit {

  /** Most findings that a message names. */
  private static final int NAMED = 3;

  private HotPathLimit() {}

  /** What counts: confirmed hot lines whose fix is worth a warning, what costs most first. */
  public static List<Finding> findings(ComponentAssessment component) {
    return component.findings().stream()
        .filter(finding -> finding.confirmed() && finding.level() != Level.NOTE)
        .filter(finding -> Patterns.find(finding.rule()).orElse(null) instanceof HotPattern)
        .toList();
  }

  /**
   * The violation of a limit by these lines.
   *
   * @param lines more than the limit allows
   */
  static Violation violation(Policy policy, Limit limit, String component, List<Finding> lines) {
    String most = Format.number(limit.value());
    return new Violation(
        component,
        Metric.HOT_PATH_FINDINGS.id(),
        limit.level(),
        Optional.of(MeasuredValue.exact(lines.size())),
        String.valueOf(lines.size()),
        OptionalDouble.of(limit.value()),
        most,
        place(lines.get(0)),
        "has "
            + Format.count(lines.size())
            + (lines.size() == 1 ? " confirmed hot line" : " confirmed hot lines")
            + " that Java can fix, the limit is "
            + most
            + LimitCheck.said(policy, LimitCheck.key(policy, limit, component))
            + ": "
            + lines.stream()
                .limit(NAMED)
                .map(line -> line.id() + " at " + place(line))
                .collect(Collectors.joining(", "))
            + (lines.size() > NAMED ? " and " + (lines.size() - NAMED) + " more" : ""),
        lines.get(0).remedy());
  }

  /**
   * The same violation by fewer lines.
   *
   * @param lines more than the limit allows
   */
  public static Violation violation(Policy policy, Violation whole, List<Finding> lines) {
    Limit limit = new Limit(Metric.HOT_PATH_FINDINGS, whole.limitValue().orElse(0), whole.level());
    return violation(policy, limit, whole.component(), lines);
  }

  private static String place(Finding finding) {
    return finding.file() + (finding.line() > 0 ? ":" + finding.line() : "");
  }
}
