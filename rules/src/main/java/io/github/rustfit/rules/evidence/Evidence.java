package io.github.rustfit.rules.evidence;

import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.base.SortedUnion;
import io.github.rustfit.rules.evidence.gc.GcOverlap;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.GcSeries;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.Overlap;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that was read. Merging is the union of summaries keyed by what they were read from, so
 * it is associative, commutative and idempotent: several modules, several CI jobs and several
 * machines merge in any order, and the same input twice counts once.
 *
 * @param inputs recordings and logs that were offered
 * @param profiles profile of each recording, by the digest of its content, or of a sum
 * @param gcLogs summary of each GC log, by the digest of its content, or of a sum
 * @param gcRuns the first and the last run in each GC log, once when they are one, by the digest
 * @param recordedGcs summary of the GC events of each recording that has any, by digest
 * @param sources one entry for each source file
 * @param problems what could not be read
 * @param repository what the repository says beside its Java source
 * @param folds what those of {@code profiles}, {@code recordedGcs} and {@code gcLogs} are the sum
 *     of that are sums of several inputs, by the key that they have there, which is the same for
 *     the same sum
 */
public record Evidence(
    SortedSet<Input> inputs,
    SortedMap<String, ProfileSummary> profiles,
    SortedMap<String, GcSummary> gcLogs,
    SortedMap<String, List<GcRunPart>> gcRuns,
    SortedMap<String, GcSummary> recordedGcs,
    SortedSet<SourceFile> sources,
    SortedSet<Problem> problems,
    RepositoryEvidence repository,
    SortedMap<String, Fold> folds) {

  /** Nothing read: the identity of {@link #merge}. */
  public static final Evidence EMPTY =
      new Evidence(
          Collections.emptySortedSet(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedSet(),
          Collections.emptySortedSet(),
          RepositoryEvidence.EMPTY,
          Collections.emptySortedMap());

  private static final Comparator<GcSummary> GC_PROGRESS =
      Comparator.comparingLong(GcSummary::wallNanos).thenComparing(GcSummary::toString);

  private static final Comparator<List<GcRunPart>> RUN_PROGRESS =
      Comparator.comparing(List::toString);

  public Evidence {
    inputs = Collections.unmodifiableSortedSet(new TreeSet<>(inputs));
    profiles = Collections.unmodifiableSortedMap(new TreeMap<>(profiles));
    gcLogs = Collections.unmodifiableSortedMap(new TreeMap<>(gcLogs));
    SortedMap<String, List<GcRunPart>> runs = new TreeMap<>();
    gcRuns.forEach((digest, parts) -> runs.put(digest, List.copyOf(parts)));
    gcRuns = Collections.unmodifiableSortedMap(runs);
    recordedGcs = Collections.unmodifiableSortedMap(new TreeMap<>(recordedGcs));
    sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
    problems = Collections.unmodifiableSortedSet(new TreeSet<>(problems));
    folds = SortedUnion.copy(folds);
  }

  /** Evidence that consists of problems alone. */
  public static Evidence of(SortedSet<Problem> problems) {
    return new Evidence(
        EMPTY.inputs,
        EMPTY.profiles,
        EMPTY.gcLogs,
        EMPTY.gcRuns,
        EMPTY.recordedGcs,
        EMPTY.sources,
        problems,
        EMPTY.repository,
        EMPTY.folds);
  }

  /** The same evidence with this in the place of what the repository said. */
  public Evidence with(RepositoryEvidence other) {
    return new Evidence(
        inputs, profiles, gcLogs, gcRuns, recordedGcs, sources, problems, other, folds);
  }

  /** Both together; an input that both have counts once. */
  public Evidence merge(Evidence other) {
    return new Evidence(
        SortedUnion.union(inputs, other.inputs),
        SortedUnion.furthest(
            profiles,
            other.profiles,
            Comparator.comparingLong(ProfileSummary::recordedNanos)
                .thenComparing(ProfileSummary::canonical)),
        SortedUnion.furthest(gcLogs, other.gcLogs, GC_PROGRESS),
        SortedUnion.furthest(gcRuns, other.gcRuns, RUN_PROGRESS),
        SortedUnion.furthest(recordedGcs, other.recordedGcs, GC_PROGRESS),
        SortedUnion.union(sources, other.sources),
        SortedUnion.union(problems, other.problems),
        repository.merge(other.repository),
        SortedUnion.furthest(folds, other.folds, Comparator.comparing(Fold::toString)));
  }

  /** Which recordings hold the same stretches of one run, so that they count once. */
  public Overlap overlap() {
    SortedMap<String, ProfileSummary> recordings = new TreeMap<>(profiles);
    recordedGcs.keySet().forEach(key -> recordings.putIfAbsent(key, ProfileSummary.EMPTY));
    return Overlap.of(recordings, members());
  }

  /** Which GC logs are among those that another one is the sum of, so that they count once. */
  public Overlap logOverlap() {
    return Overlap.ofInputs(gcLogs.keySet(), members());
  }

  private SortedMap<String, SortedSet<String>> members() {
    SortedMap<String, SortedSet<String>> members = new TreeMap<>();
    folds.forEach((key, fold) -> members.put(key, fold.members()));
    return members;
  }

  /**
   * The inputs that these are of, or are the sum of, by digest.
   *
   * @param keys of {@link #profiles}, {@link #recordedGcs} or {@link #gcLogs}
   */
  public SortedSet<String> inputsOf(Collection<String> keys) {
    SortedSet<String> digests = new TreeSet<>();
    for (String key : keys) {
      Fold fold = folds.get(key);
      if (fold == null) {
        digests.add(key);
      } else {
        digests.addAll(fold.members());
      }
    }
    return digests;
  }

  /** All recordings together; what several of them hold counts once ({@link #overlap}). */
  public ProfileSummary profile() {
    return overlap().counted(profiles).values().stream()
        .reduce(ProfileSummary.EMPTY, ProfileSummary::merge);
  }

  /**
   * The GC logs together, the parts of a rotated series as the one log that they are, and logs that
   * tell of the same run of a JVM once. What they do not carry is taken from the GC events of the
   * recordings, which stand in altogether when there is no log.
   */
  public GcSummary gc() {
    GcSummary recorded = countedGcs().values().stream().reduce(GcSummary.EMPTY, GcSummary::merge);
    if (gcLogs.isEmpty()) {
      return recorded;
    }
    SortedMap<String, GcSummary> counted = gcOverlap().counted();
    return GcSeries.of(inputs, counted, gcRuns)
        .across(counted.values().stream().reduce(GcSummary.EMPTY, GcSummary::merge))
        .completedBy(recorded);
  }

  /** Which GC logs tell of the same run of a JVM, so that they count once. */
  public GcOverlap gcOverlap() {
    return GcOverlap.of(inputs, logOverlap().counted(gcLogs), gcRuns);
  }

  /** The GC events of the recordings that count. */
  public SortedMap<String, GcSummary> countedGcs() {
    return overlap().counted(recordedGcs);
  }

  /** Which GC logs are parts of one series, and what lies between the parts. */
  public GcSeries gcSeries() {
    return GcSeries.of(inputs, gcOverlap().counted(), gcRuns);
  }
}
