package io.github.rustfit.engine.seam;

import io.github.rustfit.engine.arithmetic.Boundary;
import io.github.rustfit.engine.economics.CodeGain;
import io.github.rustfit.engine.economics.SpeedUp;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.stats.Format;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What crossing may cost: the break-even, at which crossing takes {@link Seam#TOLERATED} of the CPU
 * that the native part saves. How often a method is called cannot be sampled; where calls were
 * counted, that stands beside it.
 *
 * @param gain how many times as fast the code becomes: the central value of a declared gain, else
 *     {@link Seam#GAIN}, since an assumed one is as often below 1 as above
 * @param savedCores processor cores that the native part saves at that gain
 * @param savedCoresAtMost the same at the optimistic speed-up and the far end of the interval
 * @param nanosPerCrossing cost of the dearest entry without the bytes it copies; empty unless all
 *     entries cross as they are
 * @param crossingsPerSecond break-even; empty where the cost of a crossing is not known
 * @param crossingsPerSecondAtMost the same at {@code savedCoresAtMost}
 * @param bytesPerSecond break-even of copying alone; empty when nothing is copied
 * @param requestsPerSecond as declared
 * @param counted how often the entries are called; empty unless calls were counted
 */
public record Budget(
    double gain,
    double savedCores,
    double savedCoresAtMost,
    OptionalDouble nanosPerCrossing,
    OptionalDouble crossingsPerSecond,
    OptionalDouble crossingsPerSecondAtMost,
    OptionalDouble bytesPerSecond,
    OptionalDouble requestsPerSecond,
    Optional<Crossings> counted) {

  private static final double NANOS = 1e9;

  /** The budget of these entries; empty when the CPU time of the process was not recorded. */
  static Optional<Budget> of(RuleContext context, List<Entry> entries, double covered) {
    Tally process = context.profile().processCpu();
    if (!process.known() || process.amount() == 0) {
      return Optional.empty();
    }
    double cores = process.perNano();
    CodeGain code = CodeGain.of(context);
    ThreePoint speedUp = code.speedUp();
    double gain = code.holdsBoundary() ? speedUp.central() : Seam.GAIN.value();
    double application = SpeedUp.applicationCpu(context);
    double saved = covered * context.cpuShare().value() * application * goes(gain);
    double atMost = covered * context.cpuShare().high() * goes(speedUp.optimistic());
    boolean flat = entries.stream().allMatch(entry -> entry.ease() == Ease.FLAT);
    OptionalDouble nanos =
        flat
            ? entries.stream().flatMapToDouble(e -> e.crossing().nanos().stream()).max()
            : OptionalDouble.empty();
    boolean copies = flat && entries.stream().anyMatch(entry -> entry.crossing().copies());
    return Optional.of(
        new Budget(
            gain,
            saved * cores,
            atMost * cores,
            nanos,
            calls(saved, nanos, cores),
            calls(atMost, nanos, cores),
            copies
                ? OptionalDouble.of(tolerated(saved) / share(0, 0, 1, cores))
                : OptionalDouble.empty(),
            context
                .policy()
                .serviceLevel()
                .map(ServiceLevel::requestsPerSecond)
                .orElse(OptionalDouble.empty()),
            Crossings.of(context, entries)));
  }

  /** The part of its time that goes when code becomes that many times faster. */
  private static double goes(double speedUp) {
    return Math.max(0, 1 - 1 / speedUp);
  }

  private static OptionalDouble calls(double saved, OptionalDouble nanos, double cores) {
    return nanos.isEmpty()
        ? nanos
        : OptionalDouble.of(tolerated(saved) / share(1, nanos.getAsDouble(), 0, cores));
  }

  private static double tolerated(double saved) {
    return Seam.TOLERATED.value() * saved;
  }

  private static double share(double calls, double nanos, double bytes, double cores) {
    return Boundary.share(calls, nanos, bytes, CrossingCost.SPEED.value(), cores);
  }

  /** How often a request may cross at the declared rate; empty while either is unknown. */
  public OptionalDouble crossingsPerRequest() {
    return crossingsPerSecond.isPresent() && requested()
        ? OptionalDouble.of(crossingsPerSecond.getAsDouble() / requestsPerSecond.getAsDouble())
        : OptionalDouble.empty();
  }

  /** What crossing may cost a request in nanoseconds at the declared rate, all of it included. */
  public OptionalDouble nanosPerRequest() {
    return requested()
        ? OptionalDouble.of(
            Seam.TOLERATED.value() * savedCores * NANOS / requestsPerSecond.getAsDouble())
        : OptionalDouble.empty();
  }

  private boolean requested() {
    return requestsPerSecond.isPresent() && requestsPerSecond.getAsDouble() > 0;
  }

  /** Whether crossing as often as was counted takes more than could ever pay. */
  public boolean countedTooMany() {
    // What was not counted only adds to it.
    return counted.isPresent()
        && counted.get().cores().orElse(0) > Seam.TOLERATED.value() * savedCoresAtMost;
  }

  private boolean countedAll() {
    return counted.filter(Crossings::complete).isPresent();
  }

  /**
   * Whether crossing takes more than could ever pay: as often as was counted, else once for each
   * declared request.
   */
  public boolean exceeded() {
    return countedTooMany() || (!countedAll() && requestsExceed());
  }

  /** Whether one crossing for each declared request is more than could ever pay. */
  boolean requestsExceed() {
    return crossingsPerSecondAtMost.isPresent()
        && requested()
        && requestsPerSecond.getAsDouble() > crossingsPerSecondAtMost.getAsDouble();
  }

  /** Whether crossing pays: as often as was counted, else once for each declared request. */
  public boolean kept() {
    if (countedAll()) {
      return counted.get().cores().orElse(0) <= Seam.TOLERATED.value() * savedCores;
    }
    return !countedTooMany() && requestsKept();
  }

  private boolean requestsKept() {
    return crossingsPerRequest().isPresent() && crossingsPerRequest().getAsDouble() >= 1;
  }

  /** The break-even in one sentence. */
  public String text() {
    if (crossingsPerSecond.isEmpty()) {
      return "A native part would save about "
          + cores(savedCores)
          + ifItGains()
          + ", and crossing may cost "
          + cores(savedCores * Seam.TOLERATED.value())
          + " of it; what serializing or calling back costs is not known.";
    }
    String request =
        crossingsPerRequest().isPresent()
            ? "; at the declared "
                + count(requestsPerSecond.orElse(0))
                + " requests/s each may cross "
                + count(crossingsPerRequest().getAsDouble())
                + " times"
            : "";
    String bytes =
        bytesPerSecond.isPresent()
            ? ", if what is copied stays far below "
                + Format.bytes(bytesPerSecond.getAsDouble())
                + "/s"
            : "";
    return "Up to "
        + count(crossingsPerSecond.getAsDouble())
        + " crossings/s of "
        + Format.number(nanosPerCrossing.orElse(0))
        + " ns pay"
        + request
        + bytes
        + ". That is "
        + Format.percent(Seam.TOLERATED.value())
        + " of the "
        + cores(savedCores)
        + " that a native part would save"
        + ifItGains()
        + ".";
  }

  private String ifItGains() {
    return " if its code became " + Format.factor(gain) + " as fast";
  }

  private static String count(double value) {
    return Format.count((long) Math.floor(value));
  }

  private static String cores(double cores) {
    return String.format(Locale.ROOT, "%.3f cores", cores);
  }
}
