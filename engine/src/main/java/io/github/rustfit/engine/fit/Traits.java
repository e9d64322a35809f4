package io.github.rustfit.engine.fit;

import io.github.rustfit.engine.jvm.GcVisibility;
import io.github.rustfit.engine.jvm.StartUp;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.precedent.Trait;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Share;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Which traits a component has, three-valued: what is not known is not absent. */
final class Traits {

  private static final Threshold CPU =
      new Threshold("owned CPU", 0.20, "share", "1.25× ceiling of Amdahl's law");
  private static final Threshold ALLOCATION =
      new Threshold("owned allocation", 0.30, "share", "project assumption");
  private static final Threshold LIVE =
      new Threshold("live set", 1 << 30, "bytes", "project assumption after Discord's read states");
  private static final Threshold FLEET =
      new Threshold(
          "instances", 1000, "instances", "worked examples of the economics: break-even near 850");
  private static final Threshold TAIL =
      new Threshold("percentile of the tail", 99, "percentile", "usual service levels");

  private Traits() {}

  static Map<Trait, Answer> of(RuleContext context, List<Likeness> archetypes, Answer tuned) {
    Map<Trait, Answer> traits = new EnumMap<>(Trait.class);
    traits.put(Trait.JVM, Answer.YES);
    for (Archetype archetype : Archetype.values()) {
      boolean recognised = archetypes.stream().anyMatch(one -> one.archetype() == archetype);
      traits.put(archetype.trait(), recognised ? Answer.YES : unrecognised(context, archetype));
    }
    traits.put(Trait.TAIL_LATENCY, tailLatency(context.policy().serviceLevel()));
    traits.put(
        Trait.GC_VISIBLE,
        GcVisibility.of(context).map(GcVisibility::visible).orElse(Answer.UNKNOWN));
    traits.put(Trait.LIVE_SET, liveSet(context.gc()));
    traits.put(Trait.CPU, share(context.cpuShare(), CPU));
    traits.put(Trait.ALLOCATION, share(context.allocationShare(), ALLOCATION));
    traits.put(Trait.START_UP, StartUp.of(context).map(StartUp::dominates).orElse(Answer.UNKNOWN));
    OptionalDouble instances =
        context.policy().facts().fleet(context.component().name()).instances();
    traits.put(Trait.FLEET, atLeast(instances, FLEET));
    traits.put(Trait.TUNED, tuned);
    return traits;
  }

  /** Without sources, or where only people could have said so, absence is not known. */
  private static Answer unrecognised(RuleContext context, Archetype archetype) {
    return switch (archetype) {
      case PROTOTYPE, NO_SYSTEMS_EXPERIENCE -> Answer.UNKNOWN;
      default -> context.sources().isEmpty() ? Answer.UNKNOWN : Answer.NO;
    };
  }

  private static Answer tailLatency(Optional<ServiceLevel> level) {
    if (level.isEmpty() || level.get().observedMs().isEmpty()) {
      return Answer.UNKNOWN;
    }
    boolean tail = level.get().percentile() >= TAIL.value();
    boolean missed = level.get().observedMs().getAsDouble() > level.get().targetMs();
    return tail && missed ? Answer.YES : Answer.NO;
  }

  private static Answer liveSet(GcSummary gc) {
    if (gc.largestLiveBytes() == 0) {
      return Answer.UNKNOWN;
    }
    return gc.largestLiveBytes() >= LIVE.value() ? Answer.YES : Answer.NO;
  }

  private static Answer share(Share share, Threshold threshold) {
    if (share.certainlyAtLeast(threshold.value())) {
      return Answer.YES;
    }
    return share.certainlyBelow(threshold.value()) ? Answer.NO : Answer.UNKNOWN;
  }

  private static Answer atLeast(OptionalDouble value, Threshold threshold) {
    if (value.isEmpty()) {
      return Answer.UNKNOWN;
    }
    return value.getAsDouble() >= threshold.value() ? Answer.YES : Answer.NO;
  }
}
