package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.count;

import io.github.rustfit.engine.economics.SpeedUp;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether the recordings are long and dense enough to judge by. */
public final class RecordingSize implements Rule {

  private static final Threshold MIN_MINUTES =
      new Threshold("recorded time", 5, "min", "project assumption: steady state");

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "recording-size",
        "Enough samples",
        "Yes if the recordings hold enough CPU samples, allocation samples and collections over"
            + " enough time, and none of them lost more than half of its CPU samples. A collector"
            + " that certainly takes at most 5 % of the CPU has little to do: then neither"
            + " allocation samples nor collections are asked for.",
        Topic.EVIDENCE,
        Role.NECESSARY,
        Set.of(),
        List.of(
            RuleContext.MIN_CPU_SAMPLES,
            RuleContext.MIN_ALLOCATION_SAMPLES,
            RuleContext.MIN_COLLECTIONS,
            RuleContext.MIN_SAMPLE_RATIO,
            MIN_MINUTES));
  }

  @Override
  public Outcome judge(RuleContext context) {
    List<String> missing = new ArrayList<>();
    boolean idle = context.gc().timed() && SpeedUp.collectsLittle(context);
    for (Need need : List.of(Need.CPU_PROFILE, Need.ALLOCATION_PROFILE, Need.GC_PAUSES)) {
      if (!context.has(need) && !(idle && need != Need.CPU_PROFILE)) {
        missing.add(need.toProvide());
      }
    }
    boolean lost = context.sampleRates().stream().anyMatch(rate -> !rate.believed());
    if (lost) {
      missing.add(
          "Record again with a profiler that loses no CPU samples: JDK 25's"
              + " jdk.CPUTimeSample#enabled=true, or async-profiler.");
    }
    double minutes = context.profile().recordedNanos() / 60e9;
    if (minutes < MIN_MINUTES.value()) {
      missing.add("Record at least 5 minutes of steady load.");
    }
    Fact fact =
        Fact.measured(
            count(context.attribution().total(SampleKind.CPU).samples())
                + " CPU samples, "
                + count(context.attribution().total(SampleKind.ALLOCATION).samples())
                + " allocation samples and "
                + count(context.gc().collections())
                + " collections in "
                + count(Math.round(Math.floor(minutes)))
                + " min of recording"
                + (idle && !context.has(Need.ALLOCATION_PROFILE)
                    ? "; the collector has next to nothing to do, so more are not needed."
                    : "."));
    return missing.isEmpty()
        ? Outcome.yes(fact)
        : Outcome.of(Answer.UNKNOWN, List.of(fact), List.of(), missing);
  }
}
