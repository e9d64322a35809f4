package io.github.rustfit.engine.latency;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.Place;
import io.github.rustfit.rules.component.ServiceTime;
import io.github.rustfit.rules.component.WaitReason;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Share;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the time in which a program serves consists of, all threads with application frames on their
 * stacks together.
 *
 * @param basis what it rests on
 * @param samples how many samples with application frames it rests on
 * @param waiting share of the time that is spent waiting: at least what is certain, at most that
 *     and all that may be idleness as well; 1 where short waits are not seen
 * @param ofRunning the component's share of the rest, which runs or is ready to
 * @param locks the part of the waiting that is for locks and may be for what the component computes
 *     while it holds them, as a share of all: that would go with it
 * @param pauses the collector's pauses, as a share of wall time; empty when unknown. Threads that
 *     are stopped count where they stopped, so it is a part of the others and not beside them
 * @param waits what is waited for, and where, as shares of all certain waiting and running time,
 *     the largest first; certain ones only
 */
public record ServiceSplit(
    Basis basis,
    long samples,
    Range waiting,
    Share ofRunning,
    double locks,
    OptionalDouble pauses,
    List<Waiting> waits) {

  /** Samples from which wall clock sampling tells a split. */
  public static final Threshold SAMPLES =
      new Threshold(
          "wall clock samples of application code",
          1000,
          "samples",
          "project assumption: ±3 % at 95 %");

  /** CPU in use up to which requests hardly queue for a processor. */
  public static final Threshold BUSY =
      new Threshold(
          "part of the machine's CPU in use from which requests queue for it",
          0.5,
          "share",
          "M/M/2 at half load: a request waits a third of its service time");

  private static final List<SampleKind> EVENTS =
      List.of(SampleKind.LOCK, SampleKind.PARK, SampleKind.SOCKET, SampleKind.FILE);

  /** What a split rests on. */
  public enum Basis {
    /** Samples by the wall clock: threads that run and threads that wait. */
    WALL_CLOCK,
    /** Events of waiting and the CPU that the process used: waiting is a lower bound. */
    EVENTS
  }

  /**
   * A share that lies in between.
   *
   * @param low at least
   * @param high at most
   */
  public record Range(double low, double high) {

    public Range {
      if (!(0 <= low && low <= high && high <= 1)) {
        throw new IllegalArgumentException(low + " to " + high);
      }
    }

    /** In whole percent, rounded outwards, e.g. {@code 74–76 %} or {@code at most 9 %}. */
    public String text() {
      if (low == 0) {
        return String.format(Locale.ROOT, "at most %.0f %%", Math.ceil(high * 100));
      }
      return String.format(
          Locale.ROOT, "%.0f–%.0f %%", Math.floor(low * 100), Math.ceil(high * 100));
    }
  }

  /**
   * A wait.
   *
   * @param what what is waited for, and where
   * @param share of all certain waiting and running time, 0..1
   */
  public record Waiting(ServiceTime.Wait what, double share) {

    /** E.g. {@code Orders.find (Orders.java:31), 19.4 %}. */
    public String text() {
      Place place = what.place();
      String simple = place.className().substring(place.className().lastIndexOf('.') + 1);
      String file = place.file().substring(place.file().lastIndexOf('/') + 1);
      String line = place.line() > 0 ? ":" + place.line() : "";
      return simple
          + "."
          + place.method()
          + (file.isEmpty() ? "" : " (" + file + line + ")")
          + ", "
          + percent(share);
    }
  }

  public ServiceSplit {
    waits = List.copyOf(waits);
  }

  /** The split for the context's component; empty where no recording tells. */
  public static Optional<ServiceSplit> of(RuleContext context) {
    return of(context.attribution(), context.component(), context.profile(), context.gc())
        .map(split -> split.basis == Basis.EVENTS ? split.of(context.cpuShare()) : split)
        .filter(split -> split.ofRunning.known());
  }

  /** The same for a report. */
  public static Optional<ServiceSplit> of(
      Attribution attribution, Component component, ProfileSummary profile, GcSummary gc) {
    OptionalDouble pauses =
        gc.timed() && gc.pauseObservedNanos() > 0
            ? OptionalDouble.of(
                Math.min(1, (double) gc.pauses().totalNanos() / gc.pauseObservedNanos()))
            : OptionalDouble.empty();
    Optional<ServiceSplit> wall = byWallClock(attribution, component, pauses);
    return wall.isPresent() ? wall : byEvents(attribution, component, profile, pauses);
  }

  private static Optional<ServiceSplit> byWallClock(
      Attribution attribution, Component component, OptionalDouble pauses) {
    ServiceTime time = attribution.byWallClock();
    Weight running = time.running();
    Weight certain = time.waiting(true);
    Weight open = time.waiting(false);
    Weight least = running.merge(certain);
    Weight most = least.merge(open);
    if (least.samples() < SAMPLES.value()) {
      return Optional.empty();
    }
    Share low = Share.weighted(certain.amount(), least.amount(), least.effectiveSamples());
    Share high =
        Share.weighted(certain.merge(open).amount(), most.amount(), most.effectiveSamples());
    return Optional.of(
        new ServiceSplit(
            Basis.WALL_CLOCK,
            least.samples(),
            new Range(low.low(), time.unseen() ? 1 : Math.max(low.low(), high.high())),
            Share.weighted(
                time.running(component).amount(), running.amount(), running.effectiveSamples()),
            locks(time, component, least.amount()),
            pauses,
            waits(time, least.amount())));
  }

  /**
   * Events of different recordings cover different times, so rates are compared. More waiting than
   * the events' number and the recording's length allow is no measurement, and leaves it unknown.
   */
  private static Optional<ServiceSplit> byEvents(
      Attribution attribution, Component component, ProfileSummary profile, OptionalDouble pauses) {
    ServiceTime time = attribution.byEvents();
    Tally cpu = profile.processCpu();
    long nanos =
        EVENTS.stream()
            .filter(profile::recorded)
            .mapToLong(kind -> profile.observed().getOrDefault(kind, 0L))
            .max()
            .orElse(0);
    Weight certain = time.waiting(true);
    if (!cpu.known() || nanos <= 0 || profile.cores().size() != 1 || certain.samples() == 0) {
      return Optional.empty();
    }
    boolean impossible = (double) certain.amount() > (double) certain.samples() * nanos;
    double busy = cpu.perNano() / profile.cores().first();
    if (impossible || busy >= BUSY.value()) {
      return Optional.empty();
    }
    double running = cpu.perNano() * nanos;
    double all = running + certain.amount();
    return Optional.of(
        new ServiceSplit(
            Basis.EVENTS,
            certain.samples(),
            new Range(certain.amount() / all, 1),
            attribution.recorded(SampleKind.CPU)
                ? attribution.share(component, SampleKind.CPU)
                : Share.UNKNOWN,
            locks(time, component, all),
            pauses,
            waits(time, all)));
  }

  private static List<Waiting> waits(ServiceTime time, double all) {
    return time.waits().stream()
        .filter(one -> one.getKey().certain())
        .map(one -> new Waiting(one.getKey(), one.getValue().amount() / all))
        .toList();
  }

  private static double locks(ServiceTime time, Component component, double all) {
    double sum = 0;
    for (Waiting one : waits(time, all)) {
      sum += one.what().reason() == WaitReason.LOCK ? one.share() : 0;
    }
    return sum * time.heldBy(component);
  }

  private ServiceSplit of(Share share) {
    return new ServiceSplit(basis, samples, waiting, share, locks, pauses, waits);
  }

  /** The component's share of all, the waiting being what it is at its ends. */
  public Range component() {
    return new Range(
        ofRunning.low() * (1 - waiting.high()), ofRunning.high() * (1 - waiting.low()));
  }

  /** The rest of the application, likewise. */
  public Range others() {
    return new Range(
        (1 - ofRunning.high()) * (1 - waiting.high()), (1 - ofRunning.low()) * (1 - waiting.low()));
  }

  /**
   * What is waited for most, with its share, and the place with the largest part of it, e.g. {@code
   * 97.9 % for the database, first of all in Orders.find (Orders.java:31), 19.4 %}; empty without
   * any wait that is certain.
   */
  public Optional<String> bottleneck() {
    Map<WaitReason, Double> sums = new EnumMap<>(WaitReason.class);
    waits.forEach(one -> sums.merge(one.what().reason(), one.share(), Double::sum));
    return sums.entrySet().stream()
        .max(
            Map.Entry.<WaitReason, Double>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(
            most ->
                percent(most.getValue())
                    + " for "
                    + most.getKey().words()
                    + ", first of all in "
                    + waits.stream()
                        .filter(one -> one.what().reason() == most.getKey())
                        .findFirst()
                        .orElseThrow()
                        .text());
  }
}
