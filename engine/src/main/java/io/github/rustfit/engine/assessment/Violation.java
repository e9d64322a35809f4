package io.github.rustfit.engine.assessment;

import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.stats.MeasuredValue;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A limit of the policy that is crossed.
 *
 * @param component name of the component; empty when it concerns the process
 * @param rule what is limited: {@code cpuShare}, …, or {@code verdict}
 * @param level what it means for the build
 * @param measure the figure, in the limit's unit; empty for a verdict
 * @param measured the figure or verdict as text, with its interval
 * @param limitValue the limit; empty for a verdict
 * @param limit the limit as text
 * @param location {@code file:line} of the leading evidence; empty when there is none
 * @param message what crossed which limit, in one sentence
 * @param remedy what to do
 */
public record Violation(
    String component,
    String rule,
    Level level,
    Optional<MeasuredValue> measure,
    String measured,
    OptionalDouble limitValue,
    String limit,
    String location,
    String message,
    String remedy) {

  /** Name of what is limited where it is the verdict. */
  public static final String VERDICT = "verdict";

  /** Name of what is limited where it is a native part about which something was agreed. */
  public static final String TAKE_BACK = "takeBack";

  /**
   * Name of a component's CPU time in seconds per second among the figures. No limit can be set on
   * it; it tells a share that grew from one that others left.
   */
  public static final String CPU_TIME = "cpuTime";

  /** The same for the same matter in the next build, e.g. {@code cpuShare:pricing}. */
  public String id() {
    return id(rule, component);
  }

  /** The key of its limit in the policy, e.g. {@code limits.cpuShare}. */
  public String key(Policy policy) {
    if (rule.equals(VERDICT)) {
      return Verdict.byId(measured)
          .map(verdict -> LimitCheck.key(policy, verdict, component))
          .orElse("verdicts");
    }
    if (rule.equals(TAKE_BACK)) {
      return id();
    }
    return Metric.byId(rule)
        .map(metric -> LimitCheck.key(policy, new Limit(metric, 0, level), component))
        .orElse("limits." + rule);
  }

  /** The id of the violation of a limit by a component, or by the process if it is empty. */
  public static String id(String rule, String component) {
    return component.isEmpty() ? rule : rule + ":" + component;
  }

  /** The figure, in the limit's unit; empty for a verdict. */
  public OptionalDouble measuredValue() {
    return measure.map(one -> OptionalDouble.of(one.value())).orElse(OptionalDouble.empty());
  }

  /** The message with a full stop; where it ends with a verdict's reason, that has one. */
  public String sentence() {
    return message.endsWith(".") ? message : message + ".";
  }

  /** The same violation, told differently. */
  public Violation saying(String otherMessage) {
    return new Violation(
        component,
        rule,
        level,
        measure,
        measured,
        limitValue,
        limit,
        location,
        otherMessage,
        remedy);
  }
}
