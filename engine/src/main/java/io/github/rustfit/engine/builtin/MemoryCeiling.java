package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.promise.Footprint;
import io.github.rustfit.engine.promise.Kept;
import io.github.rustfit.engine.promise.Promise;
import io.github.rustfit.engine.promise.Promises;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the memory that hurts is the component's, or the runtime's and the rest's. */
public final class MemoryCeiling implements Rule {

  private static final Threshold FLOOR =
      new Threshold("part of the memory worth a thought", 0.10, "share", "project assumption");

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "memory-ceiling",
        "Memory that is its own",
        "Yes if at least 10 % of the resident memory is certainly the component's, no if it cannot"
            + " be; where a target of memory is missed.",
        Topic.CAUSE,
        Role.NECESSARY,
        Set.of(),
        List.of(FLOOR, Footprint.WHOLE));
  }

  /** It and the ceiling of the speed-up make up for each other, if more than memory hurts. */
  @Override
  public Outcome judge(RuleContext context) {
    Promises promises = Promises.of(context);
    if (!promises.hurts(Promise.MEMORY)) {
      return Outcome.NOT_CONCERNED;
    }
    return of(promises, true, alone(context, promises), SpeedUpCeiling.alone(context));
  }

  /**
   * What one of the two ceilings has to say. Of promises that are or may be broken, one is enough:
   * a no steps aside for what is open, and what is open for a yes. A yes of a promise that may be
   * kept is none yet, since what counts then is what the other one costs. Where all are kept
   * nothing is left to choose from, and both have to be its own.
   *
   * @param memory whether it is that of the memory
   */
  static Outcome of(Promises promises, boolean memory, Outcome ofMemory, Outcome ofTime) {
    boolean byTime = promises.hurts(Promise.LATENCY) || promises.hurts(Promise.START_UP);
    boolean byMemory = promises.hurts(Promise.MEMORY);
    if (memory ? !byMemory : !byTime) {
      return Outcome.notConcerned((memory ? ofMemory : ofTime).facts().toArray(Fact[]::new));
    }
    boolean mixed =
        promises.on(Promise.MEMORY).isPresent()
            && promises.all().stream().anyMatch(one -> one.promise() != Promise.MEMORY);
    if (!mixed || promises.broken() == Answer.NO) {
      return memory ? ofMemory : ofTime;
    }
    boolean late = promises.broke(Promise.LATENCY) || promises.broke(Promise.START_UP);
    Outcome byData =
        !byMemory || promises.broke(Promise.MEMORY) ? ofMemory : open(promises, ofMemory);
    Outcome bySpeed = !byTime || late ? ofTime : open(promises, ofTime);
    if (!byMemory || !byTime) {
      return memory ? byData : bySpeed;
    }
    return memory ? besides(byData, bySpeed) : besides(bySpeed, byData);
  }

  private static Outcome open(Promises promises, Outcome outcome) {
    return outcome.answer() != Answer.YES
        ? outcome
        : Outcome.of(
            Answer.UNKNOWN,
            outcome.facts(),
            List.of(),
            promises.all().stream().map(Kept::toDecide).filter(input -> !input.isEmpty()).toList());
  }

  private static Outcome besides(Outcome own, Outcome other) {
    boolean aside =
        own.answer() != Answer.YES
            && (other.answer() == Answer.YES
                || (own.answer() == Answer.NO && other.answer() == Answer.UNKNOWN));
    return aside ? Outcome.notConcerned(own.facts().toArray(Fact[]::new)) : own;
  }

  /** Of the memory alone. */
  static Outcome alone(RuleContext context, Promises promises) {
    Optional<Footprint> found = Footprint.of(context);
    if (found.isEmpty()) {
      return Outcome.unknown(promises.on(Promise.MEMORY).orElseThrow().toDecide());
    }
    Footprint footprint = found.get();
    if (!footprint.part().known()) {
      return Outcome.unknown(Need.ALLOCATION_PROFILE.toProvide());
    }
    Fact fact = Fact.measured(text(footprint));
    if (footprint.shareAtLeast() >= FLOOR.value()) {
      return Outcome.yes(fact);
    }
    return footprint.shareAtMost() < FLOOR.value()
        ? Outcome.no(fact)
        : Outcome.unknown(
            "Attach a GC log (-Xlog:gc*:file=gc.log) and a recording of JDK 21 or newer of the same"
                + " run: they tell how much of the resident memory is heap.",
            fact);
  }

  private static String text(Footprint footprint) {
    String resident = Promise.MEMORY.text(footprint.residentMiB());
    if (footprint.whole()) {
      return "It is all but the whole program, so all of the "
          + resident
          + " goes with it, the JVM's own memory among it.";
    }
    return "Of the "
        + resident
        + " of resident memory "
        + percent(footprint.shareAtLeast())
        + " to "
        + percent(Math.min(1, footprint.shareAtMost()))
        + " can be its data; the rest is the JVM's own memory and other code's.";
  }
}
