package io.github.rustfit.rules.assessment;

import io.github.rustfit.rules.component.AllocationSite;
import io.github.rustfit.rules.component.HotMethod;
import io.github.rustfit.rules.component.Place;
import io.github.rustfit.rules.evidence.GcSummary;
import io.github.rustfit.rules.evidence.Problem;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.policy.Origin;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.stats.Figures;
import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds the assessment against the policy's limits. A share crosses its limit only when the near
 * bound of its interval does; a figure that is unknown crosses nothing and is reported as a
 * problem.
 */
final class PolicyGate {

  private static final Comparator<Violation> ORDER =
      Comparator.comparing(Violation::level)
          .thenComparing(Violation::component)
          .thenComparing(Violation::rule);

  private final Policy policy;
  private final GcSummary gc;
  private final List<ComponentAssessment> components;
  private final List<Violation> violations = new ArrayList<>();
  private final SortedSet<Problem> unchecked = new TreeSet<>();

  private PolicyGate(Policy policy, GcSummary gc, List<ComponentAssessment> components) {
    this.policy = policy;
    this.gc = gc;
    this.components = components;
  }

  static GateResult check(
      Policy policy,
      GcSummary gc,
      List<ComponentAssessment> components,
      Collection<Problem> problems) {
    PolicyGate gate = new PolicyGate(policy, gc, components);
    policy.limits().forEach(gate::check);
    components.forEach(gate::checkVerdict);
    problems.addAll(gate.unchecked);
    return new GateResult(
        gate.violations.stream().sorted(ORDER).toList(), List.copyOf(gate.unchecked));
  }

  private void check(Limit limit) {
    if (limit.metric().perComponent()) {
      components.forEach(component -> checkShare(limit, component));
    } else {
      checkProcess(limit);
    }
  }

  private void checkShare(Limit limit, ComponentAssessment component) {
    boolean cpu = limit.metric() == Metric.CPU_SHARE;
    Share share = cpu ? component.cpu() : component.allocation();
    if (!share.known()) {
      unknown(limit, cpu ? "no CPU samples" : "no allocation samples");
      return;
    }
    if (share.low() <= limit.value()) {
      return;
    }
    String subject = cpu ? "of the CPU samples" : "of the allocated bytes";
    violations.add(
        new Violation(
            component.component().name(),
            limit.metric().id(),
            limit.level(),
            OptionalDouble.of(share.value()),
            Figures.percent(share),
            OptionalDouble.of(limit.value()),
            Figures.percent(limit.value()),
            cpu ? hottest(component) : largest(component),
            "owns "
                + Figures.percent(share)
                + " "
                + subject
                + ", the limit is "
                + Figures.percent(limit.value())
                + said(limit(limit)),
            shareRemedy(component, cpu ? "hottest methods" : "allocation sites")));
  }

  private void checkProcess(Limit limit) {
    OptionalDouble measured = measured(limit.metric());
    if (measured.isEmpty()) {
      unknown(limit, "no GC log or GC events");
      return;
    }
    double value = measured.getAsDouble();
    boolean crossed = limit.metric().upperBound() ? value > limit.value() : value < limit.value();
    if (crossed) {
      violations.add(
          new Violation(
              "",
              limit.metric().id(),
              limit.level(),
              measured,
              figure(value, limit.metric()),
              OptionalDouble.of(limit.value()),
              figure(limit.value(), limit.metric()),
              "",
              limit.metric().id()
                  + " is "
                  + figure(value, limit.metric())
                  + ", the limit is "
                  + (limit.metric().upperBound() ? "at most " : "at least ")
                  + figure(limit.value(), limit.metric())
                  + said(limit(limit)),
              processRemedy(limit.metric())));
    }
  }

  private OptionalDouble measured(Metric metric) {
    return switch (metric) {
      case ALLOCATION_RATE ->
          gc.allocation().known()
              ? OptionalDouble.of(gc.allocation().perSecond() / (1 << 20))
              : OptionalDouble.empty();
      case GC_PAUSE_P99 ->
          gc.pausesKnown()
              ? OptionalDouble.of(gc.pauses().percentileNanos(99) / 1e6)
              : OptionalDouble.empty();
      case GC_THROUGHPUT ->
          gc.timed() ? OptionalDouble.of(gc.throughput() * 100) : OptionalDouble.empty();
      case FULL_COLLECTIONS ->
          gc.known() ? OptionalDouble.of(gc.fullCollections()) : OptionalDouble.empty();
      case CPU_SHARE, ALLOCATION_SHARE -> OptionalDouble.empty();
    };
  }

  private static String limit(Limit limit) {
    return "limits." + limit.metric().id();
  }

  /** The place of the very value: what several policies say together, one of them says. */
  private String said(String key) {
    return policy.origins().of(key).map(place -> " (" + place.text() + ")").orElse("");
  }

  private static String figure(double value, Metric metric) {
    return Figures.number(value) + " " + metric.unit();
  }

  private void unknown(Limit limit, String why) {
    Origin.Place place = policy.placeOf(limit(limit));
    unchecked.add(
        new Problem(
            place.source(),
            place.line(),
            "The limit " + limit.metric().id() + " could not be checked: " + why + ".",
            "Attach a recording or log that carries it, or remove the limit."));
  }

  private void checkVerdict(ComponentAssessment component) {
    Verdict verdict = component.verdict();
    Level level = policy.verdicts().get(verdict);
    if (level == null) {
      return;
    }
    violations.add(
        new Violation(
            component.component().name(),
            "verdict",
            level,
            OptionalDouble.empty(),
            verdict.id(),
            OptionalDouble.empty(),
            "not " + verdict.id(),
            hottest(component),
            "comes out as "
                + verdict.id()
                + ", which the policy does not accept"
                + said("verdicts." + verdict.id())
                + (component.reasons().isEmpty() ? "" : ": " + component.reasons().get(0)),
            verdictRemedy(component)));
  }

  /** A share is cut down at its lines; flags of the JVM do not change who owns it. */
  private static String shareRemedy(ComponentAssessment component, String sites) {
    return remedies(
        component.findings().stream().filter(finding -> !finding.processWide()),
        "Open the report at this component and make its "
            + sites
            + " cheaper in Java, or raise the limit with a reason.");
  }

  private static String verdictRemedy(ComponentAssessment component) {
    return remedies(
        component.findings().stream(),
        "Open the report at this component and let people review it; to let builds pass meanwhile,"
            + " set verdicts."
            + component.verdict().id()
            + " to warning in the policy.");
  }

  private String processRemedy(Metric metric) {
    return metric == Metric.ALLOCATION_RATE
        ? "Open the report's largest allocation sites and allocate less there, or raise the limit"
            + " with a reason."
        : remedies(
            components.stream()
                .flatMap(component -> component.findings().stream())
                .filter(Finding::processWide),
            "Open the report's pauses, tune the JVM, or raise the limit with a reason.");
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

  private static String hottest(ComponentAssessment component) {
    return component.hotMethods().stream()
        .findFirst()
        .map(HotMethod::place)
        .map(PolicyGate::location)
        .orElse("");
  }

  private static String largest(ComponentAssessment component) {
    return component.allocationSites().stream()
        .findFirst()
        .map(AllocationSite::place)
        .map(PolicyGate::location)
        .orElse("");
  }

  private static String location(Place place) {
    return place.file().isEmpty()
        ? ""
        : place.file() + (place.line() > 0 ? ":" + place.line() : "");
  }
}
