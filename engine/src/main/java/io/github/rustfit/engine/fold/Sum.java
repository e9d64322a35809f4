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

  /** What a stack takes beside its frames, in references: its list, its weight, its entry. */
  private static final int STACK = 35;

  private final SortedSet<String> members = new TreeSet<>();
  private Map<SampleKey, Weight> samples = new HashMap<>();
  private Map<List<Frame>, SortedMap<String, Long>> threads = new HashMap<>();
  private ProfileSummary rest = ProfileSummary.EMPTY;
  private GcSummary gc = GcSummary.EMPTY;
  private final Optional<Predicate<Frame>> own;
  private final KnownFrames frames;
  private long size;

  /**
   * An empty sum.
   *
   * @param frames of all sums
   * @param own whether a frame is of own code; empty where nobody knows
   */
  Sum(KnownFrames frames, Optional<Predicate<Frame>> own) {
    this.frames = frames;
    this.own = own;
  }

  /** What it becomes: a profile or the summary of logs, or both. */
  record Result(Fold fold, ProfileSummary profile, GcSummary gc) {}

  /** Adds what further inputs say. */
  void add(Collection<String> digests, ProfileSummary profile, GcSummary collections) {
    members.addAll(digests);
    profile.samples().forEach(this::add);
    profile.facts().threads().samples().forEach(this::add);
    rest = rest.merge(without(profile));
    gc = gc.merge(collections).keeping(1);
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

  private void add(SampleKey key, Weight weight) {
    // Hashing a stack is most of the work, so it is looked up once.
    if (samples.computeIfPresent(key, (known, before) -> before.merge(weight)) == null) {
      samples.put(new SampleKey(key.kind(), frames.of(key.stack()), key.type()), weight);
      size += key.stack().size() + STACK;
    }
  }

  private void add(List<Frame> stack, SortedMap<String, Long> groups) {
    SortedMap<String, Long> all = threads.get(stack);
    if (all == null) {
      all = new TreeMap<>();
      threads.put(frames.of(stack), all);
      size += stack.size() + STACK;
    }
    SortedMap<String, Long> into = all;
    groups.forEach((group, count) -> into.merge(group, count, Long::sum));
  }

  /** How much memory it takes beside that of frames, in references. */
  long size() {
    return size;
  }

  /** Cuts what has less than that share now, so that there is room for more. */
  void cutEarly(long share) {
    cut(StackCut.of(samples, share, own));
    Map<SampleKey, Weight> kept = samples;
    samples = new HashMap<>();
    Map<List<Frame>, SortedMap<String, Long>> named = threads;
    threads = new HashMap<>();
    size = 0;
    kept.forEach(this::add);
    named.forEach(this::add);
  }

  /** What was added. */
  Result result(FoldRule rule) {
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
    return new Result(new Fold(members, rule.share()), profile, gc);
  }

  /** Its distinct stacks. */
  Map<SampleKey, Weight> samples() {
    return samples;
  }

  /** Cuts stacks: what some of them become. */
  void cut(Map<SampleKey, SampleKey> shorter) {
    if (shorter.isEmpty()) {
      return;
    }
    Map<SampleKey, Weight> kept = new HashMap<>();
    samples.forEach(
        (key, weight) -> kept.merge(shorter.getOrDefault(key, key), weight, Weight::merge));
    samples = kept;
    size = 0;
    kept.keySet().forEach(key -> size += key.stack().size() + STACK);
    Map<List<Frame>, SortedMap<String, Long>> before = threads;
    threads = new HashMap<>();
    before.forEach(
        (stack, groups) -> {
          SampleKey key = new SampleKey(SampleKind.CPU, stack, "");
          add(shorter.getOrDefault(key, key).stack(), groups);
        });
  }
}
