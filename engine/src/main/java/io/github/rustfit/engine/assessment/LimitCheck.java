package io.github.rustfit.engine.assessment;

import io.github.rustfit.engine.production.NativePart;
import io.github.rustfit.engine.production.NativeParts;
import io.github.rustfit.rules.component.AllocationSite;
import io.github.rustfit.rules.component.HotMethod;
import io.github.rustfit.rules.component.Place;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.policy.Origin;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Format;
import io.github.rustfit.rules.stats.MeasuredValue;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds the assessment against the policy's limits. A share crosses its limit only when the near
 * bound of its interval does; a figure that is unknown crosses nothing and is reported as a
 * problem. A limit of a component's own comes before that of all.
 */
final class LimitCheck {

  /** Errors first, then by name. */
  static final Comparator<Violation> ORDER =
      Comparator.comparing(Violation::level)
          .thenComparing(Violation::component)
          .thenComparing(Violation::rule);

  private static final String STALE =
      "Record the source that is checked, or check the commit that was recorded.";

  private static final String WHOLE =
      "Record so that samples and stacks are whole, as the problem about them says.";

  private final Policy policy;
  private final LimitedFigures figures;
  private final List<ComponentAssessment> components;
  private final SourceFit fit;
  private final NativeParts nativeParts;
  private final Map<String, LimitState> states = new TreeMap<>();
  private final List<Violation> violations = new ArrayList<>();
  private final SortedSet<Problem> unchecked = new TreeSet<>();

  private LimitCheck(
      Policy policy,
      LimitedFigures figures,
      List<ComponentAssessment> components,
      SourceFit fit,
      NativeParts nativeParts) {
    this.fit = fit;
    this.nativeParts = nativeParts;
    this.policy = policy;
    this.figures = figures;
    this.components = components;
  }

  static LimitCheckResult check(
      Policy policy,
      LimitedFigures figures,
      List<ComponentAssessment> components,
      SourceFit fit,
      NativeParts nativeParts,
      Collection<Problem> problems) {
    LimitCheck check = new LimitCheck(policy, figures, components, fit, nativeParts);
    check.declare();
    policy.limits().forEach(check::check);
    for (ComponentAssessment component : components) {
      check.checkOwn(component);
      check.checkVerdict(component);
    }
    check.checkNativeParts();
    problems.addAll(check.unchecked);
    return new LimitCheckResult(
        check.violations.stream().sorted(ORDER).toList(),
        List.copyOf(check.unchecked),
        List.of(),
        List.of(),
        figures.all(components),
        check.states);
  }

  /** Every limit that is declared holds until something else is seen. */
  private void declare() {
    policy.limits().forEach(limit -> states.put(key(limit, ""), LimitState.HELD));
    policy.verdicts().keySet().forEach(one -> states.put(key(one, ""), LimitState.HELD));
    policy
        .componentLimits()
        .forEach(
            (name, own) -> {
              own.limits().forEach(limit -> states.put(key(limit, name), LimitState.HELD));
              own.verdicts().keySet().forEach(one -> states.put(key(one, name), LimitState.HELD));
            });
    if (components.isEmpty()) {
      policy.limits().stream()
          .filter(limit -> limit.metric().perComponent())
          .forEach(limit -> unknown(limit, "", "there is no component whose source is read"));
    }
  }

  /** Holds native parts against what was agreed when they were tried. */
  private void checkNativeParts() {
    for (NativePart part : nativeParts.parts()) {
      @Nullable LimitState state =
          switch (part.state()) {
            case TAKE_BACK -> LimitState.CROSSED;
            case HOLDS -> LimitState.HELD;
            case NOT_CHECKED -> LimitState.NOT_CHECKED;
            case NOTHING_AGREED -> null;
          };
      if (state != null && (part.used() || state == LimitState.CROSSED)) {
        states.merge(Violation.id(Violation.TAKE_BACK, part.component()), state, LimitState::worse);
      }
    }
    violations.addAll(NativeCode.violations(nativeParts));
    NativeCode.unchecked(nativeParts).forEach(unchecked::add);
  }

  private void check(Limit limit) {
    if (!limit.metric().perComponent()) {
      checkProcess(limit);
      return;
    }
    for (ComponentAssessment component : components) {
      if (policy.limitsOf(component.component().name()).limit(limit.metric()).isEmpty()) {
        checkComponent(limit, component);
      }
    }
  }

  private void checkOwn(ComponentAssessment component) {
    policy
        .limitsOf(component.component().name())
        .limits()
        .forEach(limit -> checkComponent(limit, component));
  }

  private void checkComponent(Limit limit, ComponentAssessment component) {
    String name = component.component().name();
    Optional<MeasuredValue> measure = figures.of(limit.metric(), component);
    Optional<String> stale = fit.ofProgram();
    if (stale.isEmpty() && limit.metric() == Metric.HOT_PATH_FINDINGS) {
      stale = fit.ofLines(component.component()).map(why -> name + ": " + why);
    }
    if (measure.isEmpty()) {
      unknown(limit, name, missing(limit));
    } else if (measure.get().low() > limit.value()) {
      violations.add(
          limit.metric() == Metric.HOT_PATH_FINDINGS
              ? HotPathLimit.violation(
                  policy, limit, component.component().name(), HotPathLimit.findings(component))
              : ofComponent(limit, component, measure.get()));
      states.put(key(limit, name), LimitState.CROSSED);
    } else if (stale.isPresent()) {
      unknown(limit, name, stale.get(), STALE);
    } else if (limit.metric() == Metric.CPU_SHARE
        && NativeCode.hidden(nativeParts, name).isPresent()) {
      unknown(limit, name, NativeCode.hidden(nativeParts, name).orElseThrow(), NativeCode.REMEDY);
    } else if (measure.get().high() > limit.value() && fit.untold(limit.metric()).isPresent()) {
      unknown(limit, name, fit.untold(limit.metric()).orElseThrow(), WHOLE);
    } else if (limit.metric() == Metric.ALLOCATION_RATE
        && measure.get().value() <= limit.value()
        && measure.get().value() + figures.rateLeftOut() > limit.value()) {
      unknown(
          limit,
          name,
          name
              + " allocates at least "
              + rate(measure.get())
              + ", and samples of "
              + Format.number(figures.rateLeftOut())
              + " MiB/s may count bytes from before the recording");
    }
  }

  private String missing(Limit limit) {
    return switch (limit.metric()) {
      case HOT_PATH_FINDINGS ->
          few(SampleKind.CPU, RuleContext.MIN_CPU_SAMPLES)
              + " and "
              + few(SampleKind.ALLOCATION, RuleContext.MIN_ALLOCATION_SAMPLES);
      case CPU_SHARE -> few(SampleKind.CPU, RuleContext.MIN_CPU_SAMPLES);
      default -> few(SampleKind.ALLOCATION, RuleContext.MIN_ALLOCATION_SAMPLES);
    };
  }

  private String few(SampleKind kind, Threshold least) {
    String name = kind == SampleKind.CPU ? "CPU samples" : "allocation samples";
    long samples = figures.profile().total(kind).samples();
    return samples == 0
        ? "no " + name
        : "only "
            + Format.count(samples)
            + " "
            + name
            + " where "
            + Format.count(Math.round(least.value()))
            + " are needed";
  }

  private Violation ofComponent(Limit limit, ComponentAssessment component, MeasuredValue measure) {
    boolean cpu = limit.metric() == Metric.CPU_SHARE;
    boolean rate = limit.metric() == Metric.ALLOCATION_RATE;
    String measured = rate ? rate(measure) : Format.percent(measure.share());
    String most = rate ? figure(limit.value(), limit.metric()) : Format.percent(limit.value());
    String subject = cpu ? " of the CPU samples" : " of the allocated bytes";
    return new Violation(
        component.component().name(),
        limit.metric().id(),
        limit.level(),
        Optional.of(measure),
        measured,
        OptionalDouble.of(limit.value()),
        most,
        cpu ? hottest(component) : largest(component),
        (rate ? "allocates " + measured : "owns " + measured + subject)
            + ", the limit is "
            + most
            + said(key(limit, component.component().name())),
        LimitRemedies.ofComponent(limit.metric(), component));
  }

  private static String rate(MeasuredValue rate) {
    return Format.number(rate.value())
        + " MiB/s ("
        + Format.number(rate.low())
        + "–"
        + Format.number(rate.high())
        + ")";
  }

  private void checkProcess(Limit limit) {
    Optional<MeasuredValue> measured = figures.ofProcess(limit.metric());
    if (measured.isEmpty()) {
      unknown(limit, "", "no GC log or GC events");
      return;
    }
    double value = measured.get().value();
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
                  + said(key(limit, "")),
              LimitRemedies.ofProcess(limit.metric(), components)));
      states.put(key(limit, ""), LimitState.CROSSED);
    } else if (figures.atLeast(limit.metric())) {
      unknown(
          limit,
          "",
          figure(value, limit.metric())
              + " is a lower bound, as Shenandoah's log does not tell all");
    }
  }

  private static String figure(double value, Metric metric) {
    return Format.number(value) + " " + metric.unit();
  }

  private void unknown(Limit limit, String component, String why) {
    unknown(
        limit, component, why, "Attach a recording or log that carries it, or remove the limit.");
  }

  private void unknown(Limit limit, String component, String why, String remedy) {
    states.merge(key(limit, component), LimitState.NOT_CHECKED, LimitState::worse);
    Origin.Place place = policy.placeOf(key(limit, ""));
    unchecked.add(
        new Problem(
            place.source(),
            place.line(),
            "The limit " + limit.metric().id() + " could not be checked: " + why + ".",
            remedy));
  }

  private void checkVerdict(ComponentAssessment component) {
    Verdict verdict = component.verdict();
    Optional<Level> level = policy.level(verdict, component.component().name());
    if (level.isEmpty()) {
      String name = component.component().name();
      fit.ofProgram().ifPresent(why -> unknownVerdicts(name, EnumSet.allOf(Verdict.class), why));
      fit.ofLines(component.component())
          .ifPresent(
              why ->
                  unknownVerdicts(
                      name,
                      fit.isOther(component.component())
                          ? EnumSet.allOf(Verdict.class)
                          : EnumSet.of(Verdict.TUNE_JVM_FIRST),
                      name + ": " + why));
      return;
    }
    states.put(key(verdict, component.component().name()), LimitState.CROSSED);
    violations.add(
        new Violation(
            component.component().name(),
            Violation.VERDICT,
            level.get(),
            Optional.empty(),
            verdict.id(),
            OptionalDouble.empty(),
            "not " + verdict.id(),
            hottest(component),
            "comes out as "
                + verdict.id()
                + ", which the policy does not accept"
                + said(key(verdict, component.component().name()))
                + (component.reasons().isEmpty() ? "" : ": " + component.reasons().get(0)),
            LimitRemedies.ofVerdict(component)));
  }

  /**
   * The code whose verdict is not accepted may be the one that was not seen. Lines that moved hide
   * fixes in Java and nothing else.
   */
  private void unknownVerdicts(String component, Set<Verdict> hidden, String why) {
    for (Verdict verdict : hidden) {
      if (policy.level(verdict, component).filter(one -> one != Level.NOTE).isPresent()) {
        String key = key(verdict, component);
        states.merge(key, LimitState.NOT_CHECKED, LimitState::worse);
        Origin.Place place = policy.placeOf(key);
        unchecked.add(
            new Problem(
                place.source(),
                place.line(),
                "The limit verdicts." + verdict.id() + " could not be checked: " + why + ".",
                STALE));
      }
    }
  }

  private String key(Limit limit, String component) {
    return key(policy, limit, component);
  }

  static String key(Policy policy, Limit limit, String component) {
    boolean own = policy.limitsOf(component).limit(limit.metric()).isPresent();
    return (own ? "components[" + component + "]." : "") + "limits." + limit.metric().id();
  }

  private String key(Verdict verdict, String component) {
    return key(policy, verdict, component);
  }

  static String key(Policy policy, Verdict verdict, String component) {
    boolean own = policy.limitsOf(component).verdicts().containsKey(verdict);
    return (own ? "components[" + component + "]." : "") + "verdicts." + verdict.id();
  }

  /** The place of the very value: what several policies say together, one of them says. */
  private String said(String key) {
    return said(policy, key);
  }

  /** The place where the policy says it, in brackets; empty when it is not known. */
  static String said(Policy policy, String key) {
    return policy.origins().of(key).map(place -> " (" + place.text() + ")").orElse("");
  }

  private static String hottest(ComponentAssessment component) {
    return component.hotMethods().stream()
        .findFirst()
        .map(HotMethod::place)
        .map(LimitCheck::location)
        .orElse("");
  }

  private static String largest(ComponentAssessment component) {
    return component.allocationSites().stream()
        .findFirst()
        .map(AllocationSite::place)
        .map(LimitCheck::location)
        .orElse("");
  }

  private static String location(Place place) {
    return place.file().isEmpty()
        ? ""
        : place.file() + (place.line() > 0 ? ":" + place.line() : "");
  }
}
