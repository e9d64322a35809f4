package io.github.rustfit.engine.tuning;

import io.github.rustfit.engine.jvm.JdkFeature;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration.Result;
import io.github.rustfit.rules.evidence.tuning.Tuning;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.stats.Format;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * What a measured tuning says of the JVMs that were recorded.
 *
 * @param tuning what was measured
 * @param state what it says
 * @param text the same in a sentence
 * @param remedy what to do, where something is
 * @param best the configuration that is to run, as far as it tells; the present one where it does
 *     not
 */
public record Tuned(
    Tuning tuning, State state, String text, String remedy, TunedConfiguration best) {

  private static final String AGAIN =
      "Measure again with rustfit:tune, and record what it names as the best.";

  /** What a tuning can say. */
  public enum State {
    /** The recorded JVMs run something that was measured to take more than the best. */
    BETTER_KNOWN,
    /** They run what was found to be best. */
    RUNS_BEST,
    /** It tells nothing of them; the text says why. */
    SILENT
  }

  /** So many others must be told apart before the present one counts as the best. */
  static final int FEWEST_TOLD = 3;

  /**
   * What is live, or a limit, may move by this factor before measurements are of another program.
   */
  static final double MOVED = 1.5;

  private static final double MIB = 1 << 20;
  private static final double MILLION = 1e6;

  /**
   * What is said for an aim, of each machine its newest tuning; empty where nothing was measured.
   */
  public static List<Tuned> of(RuleContext context, Set<Aim> aims) {
    List<Tuning> newest = new ArrayList<>();
    for (Tuning one : context.repository().tunings()) {
      if (aims.contains(one.aim())) {
        newest.removeIf(other -> other.aim() == one.aim() && other.machine().equals(one.machine()));
        newest.add(one); // The set is in order of days.
      }
    }
    return newest.stream()
        .map(one -> of(one, context))
        .sorted(Comparator.comparing(Tuned::state))
        .toList();
  }

  /**
   * Whether all that was measured for an aim says that the recorded JVMs run the best, so that what
   * rules would have tried is settled.
   */
  public static Optional<Tuned> settled(RuleContext context, Aim... aims) {
    List<Tuned> all = of(context, Set.of(aims));
    boolean settled = all.stream().allMatch(one -> one.state == State.RUNS_BEST);
    return all.stream().findFirst().filter(first -> settled);
  }

  private static Tuned of(Tuning tuning, RuleContext context) {
    GcSummary gc = context.gc();
    SortedSet<String> versions = JdkFeature.versions(context);
    if (!tuning.tells()) {
      return silent(tuning, "It claims nothing: " + tuning.noise().doubt());
    }
    Optional<String> moved = moved(tuning, gc);
    if (moved.isPresent()) {
      return silent(tuning, moved.get());
    }
    if (gc.collectors().size() != 1 || features(versions).size() != 1) {
      return new Tuned(
          tuning,
          State.SILENT,
          "Which JVM and collector the recordings are of is not known, or they are of several.",
          "Attach the GC log of one configuration, with its first lines, which name JVM and"
              + " collector.",
          tuning.present());
    }
    String collector = gc.collectors().first();
    int feature = features(versions).get(0);
    List<TunedConfiguration> running =
        tuning.configurations().stream()
            .filter(one -> one.result() != Result.FAILED && one.result() != Result.AGAIN)
            .filter(one -> runs(one, collector, feature, gc.maxHeapBytes()))
            .toList();
    String recorded = collector + " on JDK " + feature;
    if (running.isEmpty()) {
      return silent(
          tuning, "The recordings are of " + recorded + ", which was not among what was measured");
    }
    TunedConfiguration best = isNotRun(tuning, tuning.taken()) ? tuning.taken() : best(tuning);
    if (running.contains(best)) {
      return bestRuns(tuning, best, recorded);
    }
    TunedConfiguration now = running.get(0);
    double target =
        context.policy().serviceLevel().map(ServiceLevel::targetMs).orElse(Double.MAX_VALUE);
    double pause = best.cost().longestPauseNanos() / MILLION;
    if (pause > target && pause > now.cost().longestPauseNanos() / MILLION) {
      return new Tuned(
          tuning,
          State.SILENT,
          "\""
              + best.name()
              + "\" takes less "
              + tuning.aim().text()
              + ", but its longest pause is "
              + Format.millis(pause)
              + ", and "
              + Format.millis(target)
              + " are promised.",
          "Measure again with a bound on the latency (rustfit.latency, rustfit.maxLatency).",
          tuning.present());
    }
    return better(tuning, best, now, recorded);
  }

  /**
   * Whether it is better, and certainly not what was recorded: an executable has no recordings of a
   * JVM, and where none of the hot files has changed, other code was not taken over.
   */
  private static boolean isNotRun(Tuning tuning, TunedConfiguration one) {
    boolean other = !one.code().isEmpty();
    boolean untouched = tuning.code().known() && tuning.code().changed().isEmpty();
    return one.result() == Result.BETTER && other && (untouched || !one.needsJvm());
  }

  /** The one to take of those that run the present code on a JVM. */
  public static TunedConfiguration best(Tuning tuning) {
    return tuning.taken().code().isEmpty()
        ? tuning.taken()
        : tuning.configurations().stream()
            .filter(one -> one.code().isEmpty() && one.result() == Result.BETTER)
            .max(Comparator.comparingDouble(one -> one.gain().map(Gain::value).orElse(1.0)))
            .orElse(tuning.present());
  }

  private static Tuned bestRuns(Tuning tuning, TunedConfiguration best, String recorded) {
    long told =
        tuning.configurations().stream()
            .filter(one -> one.code().isEmpty())
            .filter(one -> Set.of(Result.BETTER, Result.SAME, Result.WORSE).contains(one.result()))
            .count();
    String others = Format.count(told) + " other configurations";
    if (best.result() == Result.PRESENT) {
      return told < FEWEST_TOLD
          ? silent(
              tuning,
              "Only "
                  + others
                  + " were told apart from the present one, too few to call that one the best")
          : new Tuned(
              tuning,
              State.RUNS_BEST,
              others
                  + " were measured under load, and none takes less "
                  + tuning.aim().text()
                  + " beyond noise and by more than 3 % than "
                  + recorded
                  + "."
                  + otherCode(tuning),
              "",
              best);
    }
    return new Tuned(
        tuning,
        State.RUNS_BEST,
        "The recordings are of "
            + recorded
            + ", the best of "
            + Format.count(told + 1)
            + " measured configurations: "
            + ratio(best.gain().orElseThrow())
            + " the "
            + tuning.aim().text()
            + " of the one before."
            + otherCode(tuning),
        "",
        best);
  }

  /** What is said of other code that is better, where nobody knows which was recorded. */
  private static String otherCode(Tuning tuning) {
    TunedConfiguration one = tuning.taken();
    return one.code().isEmpty()
        ? ""
        : " Other code, \""
            + one.name()
            + "\", took "
            + ratio(one.gain().orElseThrow())
            + " the "
            + tuning.aim().text()
            + "; whether the recordings are of that is not known.";
  }

  private static Tuned better(
      Tuning tuning, TunedConfiguration best, TunedConfiguration now, String recorded) {
    if (best.result() != Result.BETTER) {
      return new Tuned(
          tuning,
          State.BETTER_KNOWN,
          "The recordings are of "
              + recorded
              + " (\""
              + now.name()
              + "\"), and of what was measured \""
              + best.name()
              + "\" is the best in "
              + tuning.aim().text()
              + ".",
          run(best),
          best);
    }
    return new Tuned(
        tuning,
        State.BETTER_KNOWN,
        "Measured under load, \""
            + best.name()
            + "\" takes "
            + ratio(best.gain().orElseThrow())
            + " the "
            + tuning.aim().text()
            + " of \""
            + tuning.present().name()
            + "\", and the recordings are of "
            + recorded
            + ".",
        run(best),
        best);
  }

  private static String run(TunedConfiguration best) {
    String options = String.join(" ", best.options());
    if (!best.needsJvm()) {
      return "Ship the executable that was measured, \""
          + best.name()
          + "\", in place of the JVM, and record what it does under load.";
    }
    return (best.code().isEmpty() ? "" : "Take the code of \"" + best.code() + "\" over. ")
        + "Run it on JDK "
        + best.jdk()
        + (options.isEmpty() ? " without further options" : " with " + options)
        + ", and record again.";
  }

  /** Whether recordings may be of this: its collector, its JDK, and its heap where one is set. */
  private static boolean runs(
      TunedConfiguration one, String collector, int feature, long maxHeapBytes) {
    boolean same =
        one.code().isEmpty()
            && one.collector().equals(collector)
            && JdkFeature.of(one.jdk()).orElse(-1) == feature;
    long limit = limit(one.options());
    return same
        && (limit == 0
            || maxHeapBytes == 0
            || (maxHeapBytes < MOVED * limit && limit < MOVED * maxHeapBytes));
  }

  /** Bytes of {@code -Xmx}; 0 where it is not set so. */
  static long limit(List<String> options) {
    for (String option : options) {
      if (option.matches("-Xmx[0-9]{1,12}[kKmMgG]?")) {
        String text = option.substring(4).toLowerCase(Locale.ROOT);
        long amount = Long.parseLong(text.replaceAll("[kmg]", ""));
        return text.endsWith("g")
            ? amount << 30
            : text.endsWith("m") ? amount << 20 : text.endsWith("k") ? amount << 10 : amount;
      }
    }
    return 0;
  }

  /** Whether the program is another than the one that was measured, by what is live. */
  private static Optional<String> moved(Tuning tuning, GcSummary gc) {
    int changed = tuning.code().changed().size();
    int hot = tuning.code().sources().size();
    if (2 * changed > hot) {
      return Optional.of(
          "It is stale: of the "
              + (hot == 1 ? "file" : hot + " files")
              + " that took most of the CPU when it was measured, "
              + (hot == 1 ? "the code" : "the code of " + changed)
              + " has changed since");
    }
    double then = tuning.heap().liveBytes() / MIB;
    double now = gc.largestLiveBytes() / MIB;
    if (then < 8 || now < 8 || (now < MOVED * then && then < MOVED * now)) {
      return Optional.empty();
    }
    return Optional.of(
        "It is stale: "
            + Format.bytes(tuning.heap().liveBytes())
            + " were live when it was measured, and "
            + Format.bytes(gc.largestLiveBytes())
            + " are in the recordings");
  }

  private static List<Integer> features(SortedSet<String> versions) {
    return versions.stream()
        .flatMapToInt(version -> JdkFeature.of(version).stream())
        .distinct()
        .boxed()
        .toList();
  }

  private static Tuned silent(Tuning tuning, String why) {
    return new Tuned(
        tuning, State.SILENT, why.endsWith(".") ? why : why + ".", AGAIN, tuning.present());
  }

  /** What is taken, as a part of what was taken. */
  private static String ratio(Gain gain) {
    return Format.ratio(1 / gain.value(), 1 / gain.high(), 1 / gain.low());
  }
}
