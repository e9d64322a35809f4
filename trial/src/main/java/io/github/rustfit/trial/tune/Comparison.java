package io.github.rustfit.trial.tune;

import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration.Result;
import io.github.rustfit.rules.evidence.tuning.TuningCost;
import io.github.rustfit.trial.pairs.PairedRatio;
import java.io.File;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What the rounds say of each configuration. */
final class Comparison {

  /** Below this share a difference is not worth a change of options; project assumption. */
  static final double MATTERS = 0.03;

  private static final double LEAST = 1e-4;
  private static final double MOST = 1e9;

  private final TunePlan plan;
  private final Rounds rounds;
  private final Configuration present;
  private final Map<String, Configuration> all = new LinkedHashMap<>();
  private final Map<String, String> failed = new HashMap<>();
  private final Map<String, String> aside = new HashMap<>();

  /** Nothing is compared yet. */
  Comparison(TunePlan plan, Rounds rounds, Configuration present) {
    this.plan = plan;
    this.rounds = rounds;
    this.present = present;
    all.put(present.name(), present);
  }

  /** Knows a configuration from now on. */
  void knows(Configuration one) {
    all.put(one.name(), one);
  }

  /** It did not run to its end. */
  void failed(Configuration one, String why) {
    failed.put(one.name(), why);
  }

  boolean isOut(Configuration one) {
    return failed.containsKey(one.name()) || !bounds(one).isEmpty();
  }

  /** It is not run any more, though it may not be told apart from the present one. */
  void setAside(Configuration one, String why) {
    aside.putIfAbsent(one.name(), why);
  }

  /** What the present configuration takes over what this takes. */
  PairedRatio gain(Configuration one) {
    return rounds.ratio(present, one);
  }

  /** What is said of it. */
  Result result(Configuration one) {
    if (one.isPresent()) {
      return Result.PRESENT;
    }
    if (failed.containsKey(one.name())) {
      return Result.FAILED;
    }
    if (!bounds(one).isEmpty()) {
      return Result.OUT_OF_BOUNDS;
    }
    if (one.same(present)) {
      return Result.AGAIN;
    }
    return told(gain(one));
  }

  /** What an interval says. */
  static Result told(PairedRatio gain) {
    if (1 / (1 + MATTERS) <= gain.low() && gain.high() <= 1 + MATTERS) {
      return Result.SAME;
    }
    return gain.low() > 1 ? Result.BETTER : gain.high() < 1 ? Result.WORSE : Result.OPEN;
  }

  /** What it takes more of than is allowed, in a sentence's words; empty if nothing. */
  private String bounds(Configuration one) {
    List<Seen> seen = rounds.of(one);
    if (seen.isEmpty() || one.isPresent()) {
      return "";
    }
    double resident = median(seen, Seen::residentBytes);
    double latency = median(seen, Seen::latencyMicros) / 1e3;
    if (resident > plan.goal().maxResidentBytes()) {
      return "it takes "
          + Math.round(resident / (1 << 20))
          + " MiB of memory, more than is allowed";
    }
    return latency > plan.goal().maxLatencyMillis()
        ? "its latency is " + Math.round(latency) + " ms, more than is allowed"
        : "";
  }

  /** The one that takes least by its estimate, of those that may be taken. */
  Configuration leader(List<Configuration> among) {
    return among.stream()
        .filter(one -> !isOut(one) && !rounds.of(one).isEmpty() && !one.same(present))
        .max(Comparator.comparingDouble(one -> gain(one).value()))
        .filter(one -> gain(one).value() > 1)
        .orElse(present);
  }

  /**
   * The one to take: better beyond noise by what matters, and of these the best. Of those that are
   * as good but for what does not matter, the one that takes least time, or CPU time where that is
   * not what counts. The present one where none is better.
   */
  Configuration best() {
    List<Configuration> better =
        all.values().stream()
            .filter(one -> result(one) == Result.BETTER && gain(one).value() >= 1 + MATTERS)
            .toList();
    double most = better.stream().mapToDouble(one -> gain(one).value()).max().orElse(1);
    Aim second = plan.goal().aim() == Aim.CPU ? Aim.TIME : Aim.CPU;
    return better.stream()
        .filter(one -> gain(one).value() * (1 + MATTERS) >= most)
        .min(Comparator.comparingDouble(one -> median(rounds.of(one), seen -> seen.of(second))))
        .orElse(present);
  }

  /** All that was compared, the present one first. */
  List<TunedConfiguration> configurations() {
    return all.values().stream()
        .filter(one -> failed.containsKey(one.name()) || !rounds.of(one).isEmpty())
        .map(this::row)
        .toList();
  }

  private TunedConfiguration row(Configuration one) {
    List<Seen> seen = rounds.of(one);
    GcSummary log = seen.isEmpty() ? GcSummary.EMPTY : seen.get(seen.size() - 1).log();
    Result result = result(one);
    PairedRatio gain = gain(one);
    String said =
        failed.getOrDefault(
            one.name(), result == Result.OUT_OF_BOUNDS ? bounds(one) : said(one, result));
    return new TunedConfiguration(
        one.name(),
        one.isImage() ? "" : one.jdk().version(),
        String.join(", ", log.collectors()),
        one.options().stream().map(this::placeless).toList(),
        one.code().map(TunePlan.Code::name).orElse(""),
        one.why() + one.training().map(this::madeBy).orElse(""),
        result,
        one.isPresent() || gain.low() == 0 ? Optional.empty() : Optional.of(gain(gain)),
        cost(seen),
        said);
  }

  /** Without the folder of this tuning, which is nobody else's. */
  private String placeless(String option) {
    return option.replace(plan.work() + File.separator, "");
  }

  private String madeBy(Configuration.Training training) {
    String last = training.options().get(training.options().size() - 1);
    return "; made by a run with " + placeless(last);
  }

  private String said(Configuration one, Result result) {
    return result == Result.OPEN ? aside.getOrDefault(one.name(), "") : "";
  }

  private static Gain gain(PairedRatio ratio) {
    return new Gain(
        Math.max(LEAST, ratio.low()),
        Math.min(MOST, Math.max(LEAST, ratio.value())),
        Math.min(MOST, Math.max(LEAST, ratio.high())));
  }

  private static TuningCost cost(List<Seen> seen) {
    return seen.isEmpty()
        ? TuningCost.NONE
        : new TuningCost(
            seen.size(),
            Math.round(median(seen, Seen::cpuNanos)),
            Math.round(median(seen, Seen::wallNanos)),
            Math.round(median(seen, Seen::residentBytes)),
            Math.round(median(seen, Seen::latencyMicros)),
            Math.round(median(seen, Seen::startUpNanos)),
            Math.round(median(seen, one -> one.log().pauses().maxNanos())));
  }

  static double median(List<Seen> seen, ToDoubleFunction<Seen> of) {
    double[] sorted = seen.stream().mapToDouble(of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
