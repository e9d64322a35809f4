package io.github.rustfit.engine.production;

import static io.github.rustfit.rules.stats.Format.bytes;
import static io.github.rustfit.rules.stats.Format.factor;
import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.production.NativePart.Check;
import io.github.rustfit.engine.production.NativePart.State;
import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.trial.TakeBack;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.evidence.trial.TrialFigures;
import io.github.rustfit.rules.stats.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether what was agreed about a port still holds. As with limits, a condition is met only when
 * the interval's near bound meets it, and what was not recorded is not checked.
 */
final class Condition {

  /** Fewer samples of a part tell nothing of the boundary's. */
  private static final long FEWEST_SAMPLES = 30;

  private Condition() {}

  /** What is agreed about an entry: by the newest of its trials that agrees on anything. */
  static TakeBack agreed(List<Trial> trials) {
    return trials.stream()
        .filter(one -> one.takeBack().agreed())
        .max(Comparator.comparing(Trial::day))
        .map(Trial::takeBack)
        .orElse(TakeBack.NONE);
  }

  /**
   * Looks at each condition.
   *
   * @param trials of the entry
   * @param use what recordings show of its calls
   * @param unseen why they show no native frames; empty where some do
   */
  static List<Check> checks(
      List<Trial> trials, NativeUse use, Optional<String> unseen, ProcessMemory memory) {
    TakeBack agreed = agreed(trials);
    List<Check> checks = new ArrayList<>();
    if (!agreed.agreed()) {
      return checks;
    }
    outputs(trials).ifPresent(checks::add);
    if (agreed.gainBelow() > 0) {
      checks.add(gain(trials, agreed.gainBelow()));
    }
    if (agreed.crossingAbove() > 0) {
      checks.add(crossing(use, unseen, agreed.crossingAbove()));
    }
    if (agreed.memoryAbove() > 0) {
      checks.add(memory(memory, agreed.memoryAbove()));
    }
    return checks;
  }

  /** All conditions together: any that is met is enough. */
  static State all(List<Check> checks) {
    if (checks.isEmpty()) {
      return State.NOTHING_AGREED;
    }
    for (State state : List.of(State.TAKE_BACK, State.NOT_CHECKED)) {
      if (checks.stream().anyMatch(one -> one.state() == state)) {
        return state;
      }
    }
    return State.HOLDS;
  }

  private static Optional<Check> outputs(List<Trial> trials) {
    return trials.stream()
        .filter(one -> one.changed().isEmpty() && !one.outputs().difference().isEmpty())
        .max(Comparator.comparing(Trial::day))
        .map(
            one ->
                new Check(
                    State.TAKE_BACK,
                    "By the trial of " + one.day() + " it does not give what Java gives."));
  }

  private static Check gain(List<Trial> trials, double least) {
    List<Trial> measuring = trials.stream().filter(Trial::measures).toList();
    if (measuring.isEmpty()) {
      return new Check(
          State.NOT_CHECKED,
          "Whether it gains "
              + factor(least)
              + " is not checked: no trial measures the code that is here.");
    }
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    String day = "";
    for (Trial one : measuring) {
      Gain gain = one.figures().map(TrialFigures::counted).orElseThrow();
      low = Math.min(low, gain.low());
      high = Math.max(high, gain.high());
      day = one.day().compareTo(day) > 0 ? one.day() : day;
    }
    boolean gone = high < least;
    return new Check(
        gone ? State.TAKE_BACK : State.HOLDS,
        "It gains "
            + factor(low)
            + " – "
            + factor(high)
            + " by the trial of "
            + day
            + ", and "
            + (gone ? "less than " : "not for certain less than ")
            + factor(least)
            + ", which is agreed as the least.");
  }

  private static Check crossing(NativeUse use, Optional<String> unseen, double most) {
    String agreed = percent(most) + ", which is agreed as the most";
    long samples = use.cpu().samples();
    if (samples < FEWEST_SAMPLES) {
      return new Check(
          State.NOT_CHECKED,
          "What the boundary takes of its calls is not checked, at most "
              + percent(most)
              + " being agreed: "
              + unseen.orElse(
                  samples == 0
                      ? "no CPU sample passes through it, so it is not in use where it was recorded"
                      : "only "
                          + samples
                          + " CPU samples pass through it where "
                          + FEWEST_SAMPLES
                          + " are needed")
              + ".");
    }
    Share crossing = use.spots().crossing();
    String text =
        "The boundary takes "
            + percent(crossing.low())
            + " – "
            + percent(crossing.high())
            + " of the CPU samples of its calls";
    if (crossing.low() > most) {
      return new Check(State.TAKE_BACK, text + ", more than " + agreed + ".");
    }
    return use.mostCrossing() <= most
        ? new Check(State.HOLDS, text + ", not for certain more than " + agreed + ".")
        : new Check(
            State.NOT_CHECKED,
            text
                + "; where it is not told from a kernel that the compiler inlined, it may be more than "
                + agreed
                + ".");
  }

  private static Check memory(ProcessMemory memory, long most) {
    String agreed = bytes(most) + ", which is agreed as the most";
    if (memory.outsideAtMost().isEmpty()) {
      return new Check(
          State.NOT_CHECKED,
          "Memory outside of the heap is not checked, at most "
              + bytes(most)
              + " being agreed: jdk.ResidentSetSize was not recorded, which JDK 21 and newer write.");
    }
    long high = memory.outsideAtMost().getAsLong();
    if (memory.outsideAtLeast().isPresent() && memory.outsideAtLeast().getAsLong() > most) {
      return new Check(
          State.TAKE_BACK,
          "The process held at least "
              + bytes(memory.outsideAtLeast().getAsLong())
              + " outside of the heap, more than "
              + agreed
              + ".");
    }
    return high <= most
        ? new Check(
            State.HOLDS,
            "The process held "
                + bytes(high)
                + " in all, the heap included, not more than "
                + agreed
                + ".")
        : new Check(
            State.NOT_CHECKED,
            "The process held "
                + bytes(memory.outsideAtLeast().orElse(0))
                + " – "
                + bytes(high)
                + " outside of the heap, which does not tell whether it is more than "
                + agreed
                + "; -XX:NativeMemoryTracking=summary tells more closely what the heap had.");
  }
}
