package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.count;
import static io.github.rustfit.rules.stats.Format.factor;
import static io.github.rustfit.rules.stats.Format.millis;
import static io.github.rustfit.rules.stats.Format.number;
import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.economics.CodeGain;
import io.github.rustfit.engine.economics.GainBasis;
import io.github.rustfit.engine.latency.Projection;
import io.github.rustfit.engine.latency.ServiceSplit;
import io.github.rustfit.engine.promise.Promise;
import io.github.rustfit.engine.promise.Promises;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the latency target that is missed would be met with the component replaced. */
public final class LatencyReach implements Rule {

  private static final Threshold LOCKED =
      new Threshold("waiting for locks that is worth a word", 0.1, "share", "project assumption");

  private static final String WALL_CLOCK =
      "Record the service by the wall clock under load, with async-profiler: asprof -e wall -i 5ms"
          + " -d 120 -f rustfit/wall.jfr PID. It tells what requests wait for from what they"
          + " compute.";

  private static final String GC_LOG =
      "Attach a GC log of the same run (-Xlog:gc*,safepoint:file=gc.log): it tells what collections"
          + " add to late requests.";

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "latency-reach",
        "Latency within reach",
        "No if the missed latency target would be missed even with the gain at its far end, since"
            + " what requests wait for stays; yes if it would be met with the gain at its near end.",
        Topic.REACH,
        Role.SUFFICIENT,
        Set.of(),
        List.of(ServiceSplit.SAMPLES, ServiceSplit.BUSY, LOCKED));
  }

  @Override
  public Outcome judge(RuleContext context) {
    Promises promises = Promises.of(context);
    if (promises.on(Promise.LATENCY).isPresent() && !promises.hurts(Promise.LATENCY)
        || promises.othersOnly(Promise.LATENCY)) {
      return Outcome.NOT_CONCERNED;
    }
    if (context.policy().serviceLevel().isEmpty()) {
      return Outcome.unknown(Need.SERVICE_LEVEL.toProvide());
    }
    ServiceLevel level = context.policy().serviceLevel().get();
    if (level.observedMs().isEmpty()) {
      return Outcome.unknown(
          "Declare serviceLevel.observedMs in rustfit.yaml: without it no latency can be"
              + " projected.");
    }
    double observed = level.observedMs().getAsDouble();
    if (observed <= level.targetMs()) {
      return Outcome.yes(
          Fact.declared("The target of " + millis(level.targetMs()) + " is met as it is."));
    }
    Optional<ServiceSplit> found = ServiceSplit.of(context);
    if (found.isEmpty()) {
      return Outcome.unknown(WALL_CLOCK);
    }
    ServiceSplit split = found.get();
    Optional<Projection> projected = Projection.of(context, split);
    if (projected.isEmpty()) {
      return Outcome.unknown(GC_LOG, split(split));
    }
    return judge(context, level, split, projected.get());
  }

  private static Outcome judge(
      RuleContext context, ServiceLevel level, ServiceSplit split, Projection projection) {
    CodeGain code = CodeGain.of(context);
    Fact latency = projected(level, projection, code.speedUp(), split);
    double target = level.targetMs();
    GainBasis gain = GainBasis.ofSpeed(context);
    if (projection.bestMs() > target) {
      // A port that is slower needs no other reason, and takes nothing of the time.
      Stream<Fact> bound =
          code.measured() && code.speedUp().optimistic() <= 1
              ? Stream.empty()
              : Stream.of(bottleneck(level, split, projection));
      return Outcome.no(
          Stream.of(code.trials().counting(), bound, Stream.of(latency))
              .flatMap(facts -> facts)
              .toArray(Fact[]::new));
    }
    List<Fact> facts = List.of(split(split), latency);
    if (projection.worstMs() <= target && gain.carries()) {
      return Outcome.yes(facts.toArray(Fact[]::new));
    }
    if (projection.farEndMs() <= target) {
      return Outcome.onGain(gain.toMeasure(), facts);
    }
    return Outcome.of(Answer.UNKNOWN, facts, List.of(), missing(split, projection));
  }

  private static List<String> missing(ServiceSplit split, Projection projection) {
    List<String> missing = new ArrayList<>();
    if (split.locks() > LOCKED.value()) {
      missing.add(
          "Hold the lock for less time first, or split it, and record again: of the time of service "
              + percent(split.locks())
              + " waits for locks that this component may hold while it computes.");
    }
    if (split.basis() == ServiceSplit.Basis.EVENTS) {
      missing.add(WALL_CLOCK);
    } else if (split.waiting().high() == 1) {
      missing.add(
          "Measure in the application what a request waits for (a span or an event for each"
              + " request): an event loop or stages serve it, so that it waits while no thread"
              + " does, and no profiler sees that.");
    } else {
      missing.add(
          "Measure in the application what a request waits for (a span or an event for each"
              + " request): "
              + percent(split.waiting().low())
              + " to "
              + percent(split.waiting().high())
              + " of the time is waiting, and no stack tells which of it is idleness or a wait for"
              + " another thread's work.");
    }
    if (projection.pauseMs() > 0.1 * projection.bestMs()) {
      missing.add(
          "Try a collector with short pauses first: as it is, they can add "
              + millis(projection.pauseMs())
              + " to a late request.");
    }
    return missing;
  }

  private static Fact split(ServiceSplit split) {
    return Fact.measured(
        capitalised(waiting(split))
            + split.bottleneck().map(most -> ", " + most).orElse("")
            + "; this component computes "
            + split.component().text()
            + " of it"
            + basis(split)
            + ".");
  }

  /** The reason that leads where the target is out of reach. */
  private static Fact bottleneck(ServiceLevel level, ServiceSplit split, Projection projection) {
    String bound =
        "replacing the CPU of this component could take at most "
            + percent(projection.most())
            + " of the time of service, and p"
            + number(level.percentile())
            + " would be at best "
            + millis(projection.bestMs())
            + " against "
            + millis(level.targetMs());
    Optional<String> most = split.bottleneck();
    boolean waits = most.isPresent() && split.waiting().low() >= split.component().high();
    return Fact.measured(
        (waits
                ? capitalised(waiting(split)) + ", " + most.orElseThrow()
                : "This component computes "
                    + split.component().text()
                    + " of the time of service, the rest of the application "
                    + split.others().text()
                    + ", and "
                    + waiting(split))
            + basis(split)
            + ": "
            + bound
            + ".");
  }

  private static String waiting(ServiceSplit split) {
    return split.basis() == ServiceSplit.Basis.EVENTS
        ? "at least " + percent(split.waiting().low()) + " of the time of service is waiting"
        : split.waiting().text() + " of the time of service is waiting";
  }

  private static String basis(ServiceSplit split) {
    return split.basis() == ServiceSplit.Basis.EVENTS
        ? " (events of waiting, and the CPU that the process used)"
        : " (" + count(split.samples()) + " wall clock samples)";
  }

  private static Fact projected(
      ServiceLevel level, Projection projection, ThreePoint gain, ServiceSplit split) {
    return Fact.assumed(
        "With the code "
            + factor(gain.pessimistic())
            + " to "
            + factor(gain.optimistic())
            + " as fast, p"
            + number(level.percentile())
            + " of "
            + millis(level.observedMs().orElseThrow())
            + " becomes "
            + millis(projection.bestMs())
            + " at best and "
            + millis(projection.worstMs())
            + " at worst; the target is "
            + millis(level.targetMs())
            + ". This holds if a late request is made up as the average one, if what it waits for"
            + " takes as long as before, and if requests do not queue for each other's work"
            + (split.basis() == ServiceSplit.Basis.EVENTS
                ? "; waits that are too short to be recorded are not in the best."
                : "."));
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
