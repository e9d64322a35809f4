package io.github.rustfit.engine.fold;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.Fold;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.GcSeries;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.Overlap;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Adds up evidence of any number of recordings and logs in bounded memory: what is left of them is
 * a few sums of each version of each program ({@link FoldRule}), with the digests of what was
 * summed. Recordings of one JVM come into one sum, and so do the logs of one series. An input that
 * is met again counts once; what shares some stretches of time with what was summed before, and
 * cannot be told apart any more, stays beside the sums as it is.
 *
 * <p>Sums do not depend on the order in which evidence is added as long as they have room for all
 * stacks, some hundred thousand; then the smallest are cut early, and which ones these are does.
 * Not thread-safe.
 */
public final class Folder {

  /** How much is kept before the smallest stacks are cut, in references: some 100 MB. */
  private static final long ROOM = 25_000_000;

  /** What a frame takes beside those that are equal, in references: its names, its entry. */
  private static final int DISTINCT = 50;

  /** By so much less than in the end a stack must be to be cut before it, at first. */
  private static final int EARLY = 10;

  private final FoldRule rule;
  private final KnownFrames frames = new KnownFrames();
  private final long atLeast;
  private long room;
  private final Optional<Predicate<Frame>> own;
  private final Map<Bucket, Sum> recordings = new HashMap<>();
  private final Map<Bucket, Sum> logs = new HashMap<>();
  private final Set<String> summed = new HashSet<>();
  private final Set<String> summedLogs = new HashSet<>();
  private final SortedSet<String> chunks = new TreeSet<>();
  private Evidence beside = Evidence.EMPTY;
  private final SortedSet<Input> inputs = new TreeSet<>();
  private final SortedSet<Problem> problems = new TreeSet<>();

  /** A folder that has nothing yet and does not know what is own code. */
  public Folder(FoldRule rule) {
    this(rule, Optional.empty());
  }

  /**
   * The same.
   *
   * @param own whether a frame is of own code, see {@link OwnCode}; empty where nobody knows: then
   *     of stacks that are cut nobody may know any more whose they are
   */
  public Folder(FoldRule rule, Optional<Predicate<Frame>> own) {
    this(rule, own, ROOM);
  }

  Folder(FoldRule rule, Optional<Predicate<Frame>> own, long room) {
    this.rule = rule;
    this.own = own;
    this.atLeast = room;
    this.room = room;
  }

  /**
   * Adds what was read.
   *
   * @throws RuntimeException if figures add up to more than a number holds
   */
  public void add(Evidence evidence) {
    Map<String, Input> named = new HashMap<>();
    evidence.inputs().forEach(input -> named.putIfAbsent(input.sha256(), input));
    inputs.addAll(evidence.inputs());
    problems.addAll(evidence.problems());
    addRecordings(evidence, named);
    addLogs(evidence, named);
    beside =
        beside.merge(
            new Evidence(
                Collections.emptySortedSet(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                evidence.sources(),
                Collections.emptySortedSet(),
                evidence.repository(),
                Collections.emptySortedMap()));
  }

  /** The chunks of what was summed: recordings that hold some of them can be read without these. */
  public SortedSet<String> chunks() {
    return Collections.unmodifiableSortedSet(chunks);
  }

  private void addRecordings(Evidence evidence, Map<String, Input> named) {
    Overlap overlap = evidence.overlap();
    SortedSet<String> keys = new TreeSet<>(evidence.profiles().keySet());
    keys.addAll(evidence.recordedGcs().keySet());
    keys.removeAll(overlap.held().keySet());
    for (String key : inOrder(keys, evidence, named)) {
      ProfileSummary profile = evidence.profiles().getOrDefault(key, ProfileSummary.EMPTY);
      GcSummary gc = evidence.recordedGcs().getOrDefault(key, GcSummary.EMPTY);
      SortedSet<String> members = evidence.inputsOf(List.of(key));
      Input input = named.get(members.first());
      SortedSet<String> own = profile.facts().sampling().chunks();
      if (summed.containsAll(members) || (!own.isEmpty() && chunks.containsAll(own))) {
        continue; // nothing that does not count already
      }
      boolean capture = input != null && input.kind().equals(InputKind.CAPTURE.id());
      boolean torn = overlap.torn().containsKey(key) || own.stream().anyMatch(chunks::contains);
      if (capture || torn || members.stream().anyMatch(summed::contains)) {
        keep(key, evidence);
        continue;
      }
      SortedSet<String> jvms = profile.facts().jvms();
      Bucket bucket =
          Bucket.of(
              labels(input),
              input == null ? "" : input.kind(),
              profile.facts().process().nativeCode().cpuOfJavaOnly(),
              jvms.isEmpty() ? members.first() : jvms.first(),
              rule);
      add(recordings, bucket, members, profile, gc);
      summed.addAll(members);
      chunks.addAll(own);
    }
  }

  private void addLogs(Evidence evidence, Map<String, Input> named) {
    GcSeries series = evidence.gcSeries();
    problems.addAll(evidence.gcOverlap().problems());
    problems.addAll(series.problems());
    SortedMap<String, SortedSet<String>> runs = new TreeMap<>();
    series.runs().forEach(run -> runs.put(run.first(), run));
    SortedSet<String> others = evidence.inputsOf(evidence.gcLogs().keySet());
    runs.values().forEach(run -> others.removeAll(evidence.inputsOf(run)));
    SortedMap<String, GcSummary> joined = series.joined();
    for (String key : inOrder(joined.keySet(), evidence, named)) {
      SortedSet<String> run = runs.getOrDefault(key, new TreeSet<>());
      SortedSet<String> members = evidence.inputsOf(run);
      if (summedLogs.containsAll(members)) {
        continue;
      }
      if (members.stream().anyMatch(summedLogs::contains)) {
        run.forEach(log -> keep(log, evidence));
        continue;
      }
      // They tell of the same runs as logs that count, and must not count beside these.
      members.addAll(others);
      others.clear();
      Input input = named.get(key);
      String name = input == null ? members.first() : GcSeries.name(input.path());
      Bucket bucket =
          Bucket.of(labels(input), input == null ? "" : input.kind(), false, name, rule);
      GcSummary gc = joined.getOrDefault(key, GcSummary.EMPTY);
      add(logs, bucket, members, ProfileSummary.EMPTY, gc);
      summedLogs.addAll(members);
    }
  }

  private void add(
      Map<Bucket, Sum> sums,
      Bucket bucket,
      SortedSet<String> members,
      ProfileSummary profile,
      GcSummary gc) {
    Sum sum = sums.computeIfAbsent(bucket, key -> new Sum(frames, own));
    sum.add(members, profile, gc);
    makeRoom();
  }

  private void makeRoom() {
    if (size() <= room || rule.share() == 0) {
      return;
    }
    long share = Math.max(1, rule.share() / EARLY);
    do {
      frames.clear();
      for (Sum sum : recordings.values()) {
        sum.cutEarly(share);
      }
      share *= 2;
    } while (size() > room / 2 && share <= rule.share());
    room = Math.max(atLeast, 2 * size());
  }

  private long size() {
    long size = (long) DISTINCT * frames.size();
    for (Sum sum : recordings.values()) {
      size += sum.size();
    }
    return size;
  }

  /** Leaves a recording or log as it is. */
  private void keep(String key, Evidence evidence) {
    SortedMap<String, ProfileSummary> profiles = only(key, evidence.profiles());
    SortedMap<String, GcSummary> gcLogs = only(key, evidence.gcLogs());
    SortedMap<String, List<GcRunPart>> gcRuns = only(key, evidence.gcRuns());
    SortedMap<String, GcSummary> recordedGcs = only(key, evidence.recordedGcs());
    beside =
        beside.merge(
            new Evidence(
                Collections.emptySortedSet(),
                profiles,
                gcLogs,
                gcRuns,
                recordedGcs,
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                RepositoryEvidence.EMPTY,
                only(key, evidence.folds())));
  }

  private static <V> SortedMap<String, V> only(String key, SortedMap<String, V> map) {
    SortedMap<String, V> only = new TreeMap<>(map);
    only.keySet().retainAll(List.of(key));
    return only;
  }

  private static Labels labels(@Nullable Input input) {
    return input == null ? Labels.NONE : input.labels();
  }

  /** By path, so that it is the order in which files are read. */
  private static List<String> inOrder(
      Collection<String> keys, Evidence evidence, Map<String, Input> named) {
    List<String> sorted = new ArrayList<>(keys);
    Function<String, String> path =
        key -> {
          Input input = named.get(evidence.inputsOf(List.of(key)).first());
          return input == null ? "" : input.path();
        };
    sorted.sort(Comparator.comparing(path).thenComparing(Comparator.naturalOrder()));
    return sorted;
  }

  /** All that was added, folded. */
  public Evidence evidence() {
    SortedMap<String, ProfileSummary> profiles = new TreeMap<>(beside.profiles());
    SortedMap<String, GcSummary> gcLogs = new TreeMap<>(beside.gcLogs());
    SortedMap<String, GcSummary> recordedGcs = new TreeMap<>(beside.recordedGcs());
    SortedMap<String, Fold> folds = new TreeMap<>(beside.folds());
    cut();
    put(logs.values(), profiles, gcLogs, folds);
    put(recordings.values(), profiles, recordedGcs, folds);
    return new Evidence(
        inputs,
        profiles,
        gcLogs,
        beside.gcRuns(),
        recordedGcs,
        beside.sources(),
        problems,
        beside.repository(),
        folds);
  }

  /** Which stacks have their share is a matter of all sums of a program, and the same in each. */
  private void cut() {
    Map<Bucket, List<Sum>> programs = new HashMap<>();
    recordings.forEach(
        (bucket, sum) ->
            programs.computeIfAbsent(bucket.ofAny(), key -> new ArrayList<>()).add(sum));
    for (List<Sum> sums : programs.values()) {
      Map<SampleKey, Weight> all = new HashMap<>();
      for (Sum sum : sums) {
        sum.samples().forEach((key, weight) -> all.merge(key, weight, Weight::merge));
      }
      Map<SampleKey, SampleKey> shorter = StackCut.of(all, rule.share(), own);
      sums.forEach(sum -> sum.cut(shorter));
    }
  }

  private void put(
      Collection<Sum> sums,
      SortedMap<String, ProfileSummary> profiles,
      SortedMap<String, GcSummary> collections,
      SortedMap<String, Fold> folds) {
    for (Sum sum : sums) {
      Sum.Result result = sum.result(rule);
      String key = FoldKey.of(result.fold());
      boolean sampled = !result.profile().equals(ProfileSummary.EMPTY);
      boolean collected = !result.gc().equals(GcSummary.EMPTY);
      if (sampled) {
        profiles.put(key, result.profile());
      }
      if (collected) {
        collections.put(key, result.gc());
      }
      if (sampled || collected) {
        folds.put(key, result.fold());
      }
    }
  }

  /**
   * The same by program: each version of each service with its own inputs, sums and problems; see
   * {@link Programs#of}.
   *
   * @return evidence by labels of which only service and version are set
   */
  public SortedMap<Labels, Evidence> programs() {
    return Programs.of(evidence(), Labels.NONE);
  }
}
