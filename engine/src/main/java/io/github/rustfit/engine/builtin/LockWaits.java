package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.latency.ServiceSplit;
import io.github.rustfit.engine.promise.Promise;
import io.github.rustfit.engine.promise.Promises;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.component.Place;
import io.github.rustfit.rules.component.WaitReason;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Share;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether requests stand in line for locks where a latency target is missed. Only wall clock
 * samples tell their share: events of waiting leave out what was too short to be recorded.
 */
public final class LockWaits implements Rule {

  private static final String ID = "lock-waits";

  private static final Threshold MOST =
      new Threshold(
          "waiting for locks",
          0.2,
          "share",
          "project assumption: without it the service takes four fifths of the time");

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        ID,
        "Waits for locks",
        "No if a latency target is missed and certainly 20 % of the time of service waits in the"
            + " component for locks: they are cured in Java first.",
        Topic.TUNING,
        Role.REFUSING,
        Set.of(),
        List.of(MOST, ServiceSplit.SAMPLES));
  }

  @Override
  public Outcome judge(RuleContext context) {
    Optional<ServiceSplit> split =
        ServiceSplit.of(context)
            .filter(one -> one.basis() == ServiceSplit.Basis.WALL_CLOCK)
            .filter(one -> share(one, context).certainlyAtLeast(MOST.value()));
    if (split.isEmpty()) {
      return Outcome.NOT_CONCERNED;
    }
    if (Promises.of(context).othersOnly(Promise.LATENCY)) {
      return Outcome.NOT_CONCERNED;
    }
    Optional<ServiceLevel> level = context.policy().serviceLevel();
    if (level.isEmpty() || level.get().observedMs().isEmpty()) {
      return Outcome.unknown(Need.SERVICE_LEVEL.toProvide());
    }
    if (level.get().observedMs().getAsDouble() <= level.get().targetMs()) {
      return Outcome.NOT_CONCERNED;
    }
    ServiceSplit.Waiting largest = locks(split.get(), context).findFirst().orElseThrow();
    String fact =
        percent(share(split.get(), context))
            + " of the time of service waits here for locks, first of all in "
            + largest.text()
            + ".";
    return Outcome.no(Fact.measured(fact)).with(List.of(finding(fact, largest)));
  }

  private static Finding finding(String fact, ServiceSplit.Waiting largest) {
    Place place = largest.what().place();
    return new Finding(
        ID,
        ID + ":" + place.className() + "." + place.method(),
        Level.WARNING,
        place.file(),
        place.line(),
        fact,
        "Hold the lock for less time or split it: compute and call other systems outside of it, copy"
            + " what readers need, or use a concurrent collection; then record again.",
        true,
        false,
        Finding.Measured.NOTHING);
  }

  /** Those that the component's own code waits for, the largest first. */
  private static Stream<ServiceSplit.Waiting> locks(ServiceSplit split, RuleContext context) {
    return split.waits().stream()
        .filter(one -> one.what().reason() == WaitReason.LOCK)
        .filter(one -> one.what().component().equals(context.component().name()));
  }

  /** With its interval; wall clock samples stand for the same time each. */
  private static Share share(ServiceSplit split, RuleContext context) {
    double locks = locks(split, context).mapToDouble(ServiceSplit.Waiting::share).sum();
    return Share.wilson(
        Math.min(split.samples(), Math.round(locks * split.samples())), split.samples());
  }
}
