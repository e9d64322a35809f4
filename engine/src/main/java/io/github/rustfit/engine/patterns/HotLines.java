package io.github.rustfit.engine.patterns;

import io.github.rustfit.engine.economics.SpeedUp;
import io.github.rustfit.engine.jvm.GcVisibility;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.component.LineSamples;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Share;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Finds the matches that lie in hot methods, and what the recordings say of them. */
public final class HotLines {

  /** Share of CPU samples or allocated bytes from which a method is looked into. */
  public static final Threshold HOT =
      new Threshold("hot method", HotPattern.HOT, "share", "project assumption");

  /** Waiting from which a line is looked into, however little CPU it uses. */
  public static final Threshold WAITED =
      new Threshold(
          "waiting at a line",
          20,
          "ms",
          "threshold of jdk.SocketRead and jdk.JavaMonitorEnter in the JDK's default.jfc");

  /** Exceptions a second from which those seen at a line matter. */
  public static final Threshold EXCEPTIONS =
      new Threshold("exceptions", 5000, "per second", "JDK Mission Control, ExceptionRule");

  /** Samples from which a line is confirmed. */
  public static final Threshold WITNESSES =
      new Threshold(
          "samples that confirm",
          3,
          "samples",
          "project assumption: profilers tear a stack now and then");

  private final RuleContext context;
  private final boolean cpuKnown;
  private final boolean allocationKnown;
  private final boolean manyExceptions;
  private final OptionalDouble collecting;

  private HotLines(RuleContext context) {
    this.context = context;
    cpuKnown = context.has(Need.CPU_PROFILE);
    allocationKnown = context.has(Need.ALLOCATION_PROFILE);
    Tally thrown = context.profile().facts().thrown();
    collecting = collecting(context);
    manyExceptions = thrown.known() && thrown.perSecond() >= EXCEPTIONS.value();
  }

  /** The matches in hot methods of the component, what costs most first. */
  public static List<HotLine> of(RuleContext context) {
    HotLines lines = new HotLines(context);
    List<HotLine> found = new ArrayList<>();
    for (SourceFile file : context.sources()) {
      for (PatternMatch match : file.patterns()) {
        if (Patterns.find(match.pattern()).orElse(null) instanceof HotPattern pattern) {
          lines.look(file, match, pattern).ifPresent(found::add);
        }
      }
    }
    ThrownLines.of(context, found).forEach((file, matches) -> lines.thrown(file, matches, found));
    found.sort(HotLine.BY_COST);
    return found;
  }

  /** What several lines cost, each sample once. */
  public static HotCost together(RuleContext context, Collection<HotLine> lines) {
    Set<LineSamples.Sample> all = Collections.newSetFromMap(new IdentityHashMap<>());
    lines.forEach(line -> all.addAll(line.samples()));
    return new HotLines(context).cost(all);
  }

  /**
   * What all allocation costs, as a share of the CPU: what the collector takes. Where pauses are
   * visible at the declared percentile it is all, as fewer bytes mean as many fewer pauses.
   */
  private static OptionalDouble collecting(RuleContext context) {
    boolean visible =
        GcVisibility.of(context).map(GcVisibility::visible).orElse(Answer.UNKNOWN) == Answer.YES;
    return visible
        ? OptionalDouble.of(1)
        : SpeedUp.collectorCpu(context).map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private void thrown(SourceFile file, Collection<PatternMatch> matches, List<HotLine> found) {
    for (PatternMatch match : matches) {
      if (Patterns.find(match.pattern()).orElse(null) instanceof HotPattern pattern) {
        look(file, match, pattern).filter(HotLine::confirmed).ifPresent(found::add);
      }
    }
  }

  /** Whether all allocation together certainly costs less than this share of the CPU. */
  public static boolean cheap(RuleContext context, Threshold share) {
    OptionalDouble collecting = collecting(context);
    return collecting.isPresent() && collecting.getAsDouble() < share.value();
  }

  private Optional<HotLine> look(SourceFile file, PatternMatch match, HotPattern pattern) {
    Share methodCpu = method(file, match, SampleKind.CPU, cpuKnown);
    Share methodAllocation = method(file, match, SampleKind.ALLOCATION, allocationKnown);
    List<LineSamples.Sample> seen = seen(file, match, pattern);
    long waited = pattern.waits() ? nanos(seen) : 0;
    boolean waits = waited >= WAITED.value() * 1e6;
    HotCost cost = cost(seen);
    boolean hot =
        cost.cpu().certainlyAtLeast(pattern.hotFrom())
            || methodCpu.certainlyAtLeast(pattern.hotFrom())
            || methodAllocation.certainlyAtLeast(pattern.hotFrom());
    if (!hot && !waits) {
      return Optional.empty();
    }
    boolean ofAllocation = methodAllocation.value() > methodCpu.value();
    return Optional.of(
        new HotLine(
            file,
            match,
            pattern,
            ofAllocation ? methodAllocation : methodCpu,
            ofAllocation,
            cost,
            waited,
            seen,
            pattern.waits() ? waits : samples(seen) >= WITNESSES.value()));
  }

  private List<LineSamples.Sample> seen(SourceFile file, PatternMatch match, HotPattern pattern) {
    return context
        .attribution()
        .lines()
        .within(file.path(), match.firstLine(), match.lastLine())
        .stream()
        .filter(sample -> pattern.witness().sees(match, sample.key(), sample.depth()))
        .filter(sample -> sample.key().kind() != SampleKind.EXCEPTION || manyExceptions)
        .filter(sample -> sample.key().kind() != SampleKind.CPU || savesCpu(pattern))
        .toList();
  }

  /** CPU that a fix was measured not to save is no cost of its pattern. */
  private static boolean savesCpu(HotPattern pattern) {
    return pattern.saves() != HotPattern.Saves.BYTES;
  }

  private static long samples(List<LineSamples.Sample> samples) {
    return samples.stream().mapToLong(sample -> sample.weight().samples()).sum();
  }

  private static long nanos(List<LineSamples.Sample> samples) {
    return samples.stream()
        .map(LineSamples.Sample::weight)
        .reduce(Weight.ZERO, Weight::merge)
        .amount();
  }

  private Share method(SourceFile file, PatternMatch match, SampleKind kind, boolean known) {
    Weight own =
        context
            .attribution()
            .lines()
            .ofMethod(file.path(), match.className(), match.method(), kind);
    return share(own, kind, known);
  }

  private HotCost cost(Collection<LineSamples.Sample> samples) {
    Share allocation = allocation(samples);
    return new HotCost(
        cpu(samples),
        allocation,
        collecting.isPresent() ? allocation.of(collecting.getAsDouble()) : Share.UNKNOWN);
  }

  /** Native code that a pattern takes for work is CPU beside that of the CPU samples. */
  private Share cpu(Collection<LineSamples.Sample> samples) {
    Weight inNative = sum(samples, SampleKind.NATIVE);
    Weight part = sum(samples, SampleKind.CPU).merge(inNative);
    Weight total = context.attribution().total(SampleKind.CPU).merge(inNative);
    return cpuKnown
        ? Share.weighted(part.amount(), total.amount(), total.effectiveSamples())
        : Share.UNKNOWN;
  }

  private Share allocation(Collection<LineSamples.Sample> samples) {
    return share(sum(samples, SampleKind.ALLOCATION), SampleKind.ALLOCATION, allocationKnown);
  }

  private static Weight sum(Collection<LineSamples.Sample> samples, SampleKind kind) {
    return samples.stream()
        .filter(sample -> sample.key().kind() == kind)
        .map(LineSamples.Sample::weight)
        .reduce(Weight.ZERO, Weight::merge);
  }

  private Share share(Weight part, SampleKind kind, boolean known) {
    Weight total = context.attribution().total(kind);
    return known
        ? Share.weighted(part.amount(), total.amount(), total.effectiveSamples())
        : Share.UNKNOWN;
  }
}
