package io.github.rustfit.engine.fold;

import io.github.rustfit.rules.evidence.Fold;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The sum of the inputs of one bucket. Not thread-safe. */
final class Sum {

  /** So many distinct stacks are summed before the smallest are cut. */
  private static final int MOST_STACKS = 100_000;

  /** By so much less than in the end a stack must be to be cut before it. */
  private static final int EARLY = 10;

  private final SortedSet<String> members = new TreeSet<>();
  private final SortedMap<SampleKind, Weight> cut = new TreeMap<>();
  private Map<SampleKey, Weight> samples = new HashMap<>();
  private Map<List<Frame>, SortedMap<String, Long>> threads = new HashMap<>();
  private ProfileSummary rest = ProfileSummary.EMPTY;
  private GcSummary gc = GcSummary.EMPTY;
  private final Optional<Predicate<Frame>> own;
  private int most = MOST_STACKS;

  /**
   * An empty sum.
   *
   * @param own whether a frame is of own code; empty where nobody knows
   */
  Sum(Optional<Predicate<Frame>> own) {
    this.own = own;
  }

  /** What it becomes: a profile or the summary of logs, or both. */
  record Result(Fold fold, ProfileSummary profile, GcSummary gc) {}

  /** Adds what further inputs say. */
  void add(Collection<String> digests, ProfileSummary profile, GcSummary collections) {
    members.addAll(digests);
    profile.samples().forEach((key, weight) -> samples.merge(key, weight, Weight::merge));
    profile.facts().threads().samples().forEach(this::add);
    rest = rest.merge(without(profile));
    gc = gc.merge(collections).keeping(1);
  }

  /** The same of what is a sum already. */
  void add(Fold fold, ProfileSummary profile, GcSummary collections) {
    add(fold.members(), profile, collections);
    fold.cut().forEach((kind, weight) -> cut.merge(kind, weight, Weight::merge));
  }

  private static ProfileSummary without(ProfileSummary profile) {
    return new ProfileSummary(
        profile.recordedNanos(),
        profile.observed(),
        Map.of(),
        profile.processCpu(),
        profile.compilerCpu(),
        profile.jvmVersions(),
        profile.cores(),
        profile.facts().with(ThreadSamples.EMPTY));
  }

  private void add(List<Frame> stack, SortedMap<String, Long> groups) {
    SortedMap<String, Long> all = threads.computeIfAbsent(stack, one -> new TreeMap<>());
    groups.forEach((group, count) -> all.merge(group, count, Long::sum));
  }

  /** Keeps it bounded while much is added. */
  void bound(FoldRule rule) {
    if (samples.size() > most && rule.share() > 0) {
      cut(Math.max(1, rule.share() / EARLY));
      most = Math.max(MOST_STACKS, 2 * samples.size());
    }
  }

  /** What was added, whose stacks are cut by the rule. */
  Result result(FoldRule rule) {
    cut(rule.share());
    ProfileSummary profile =
        new ProfileSummary(
            rest.recordedNanos(),
            rest.observed(),
            samples,
            rest.processCpu(),
            rest.compilerCpu(),
            rest.jvmVersions(),
            rest.cores(),
            Bounded.facts(rest.facts()).with(new ThreadSamples(threads)));
    return new Result(new Fold(members, rule.share(), cut), profile, gc);
  }

  private void cut(long share) {
    Map<SampleKey, SampleKey> shorter = StackCut.of(samples, share, own);
    if (shorter.isEmpty()) {
      return;
    }
    Map<SampleKey, Weight> kept = new HashMap<>();
    samples.forEach(
        (key, weight) -> {
          SampleKey to = shorter.getOrDefault(key, key);
          kept.merge(to, weight, Weight::merge);
          if (loses(key, to)) {
            cut.merge(key.kind(), weight, Weight::merge);
          }
        });
    samples = kept;
    Map<List<Frame>, SortedMap<String, Long>> before = threads;
    threads = new HashMap<>();
    before.forEach(
        (stack, groups) -> {
          SampleKey key = new SampleKey(SampleKind.CPU, stack, "");
          add(shorter.getOrDefault(key, key).stack(), groups);
        });
  }

  /** Whether callers were known that are not any more; what was cut before is counted already. */
  private static boolean loses(SampleKey from, SampleKey to) {
    List<Frame> stack = from.stack();
    return !stack.equals(to.stack())
        && (stack.isEmpty() || !stack.get(stack.size() - 1).standsForMore());
  }
}
