package io.github.rustfit.engine.runs;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The runs that evidence holds. A run is what one JVM did: each recording that counts is one, those
 * of one JVM together, and each GC log, of which the parts that rotation made are one together. A
 * log that several JVMs wrote one after the other counts as one run: too few runs claim too little,
 * never too much.
 *
 * @param profiles what each recording says
 * @param logs what the log of each run says
 * @param recorded what the GC events of each recording say
 */
public record RecordedRuns(
    List<ProfileSummary> profiles, List<GcSummary> logs, List<GcSummary> recorded) {

  public RecordedRuns {
    profiles = List.copyOf(profiles);
    logs = List.copyOf(logs);
    recorded = List.copyOf(recorded);
  }

  /** The runs of this evidence. */
  public static RecordedRuns of(Evidence evidence) {
    SortedMap<String, ProfileSummary> profiles =
        new TreeMap<>(evidence.overlap().counted(evidence.profiles()));
    profiles.values().removeIf(RecordedRuns::onlyCounts);
    SortedMap<String, GcSummary> gcs = evidence.countedGcs();
    List<ProfileSummary> merged = new ArrayList<>();
    List<GcSummary> recorded = new ArrayList<>();
    for (List<String> run : ofOneJvm(profiles)) {
      merged.add(
          run.stream()
              .map(digest -> profiles.getOrDefault(digest, ProfileSummary.EMPTY))
              .reduce(ProfileSummary.EMPTY, ProfileSummary::merge));
      run.stream()
          .filter(gcs::containsKey)
          .map(digest -> gcs.getOrDefault(digest, GcSummary.EMPTY))
          .reduce(GcSummary::merge)
          .ifPresent(recorded::add);
    }
    gcs.forEach(
        (digest, gc) -> {
          if (!profiles.containsKey(digest)) {
            recorded.add(gc);
          }
        });
    return new RecordedRuns(merged, logs(evidence), recorded);
  }

  /** Whether it is a capture, which counts calls beside a recording and is no run of its own. */
  private static boolean onlyCounts(ProfileSummary profile) {
    return profile.recordedNanos() == 0
        && profile.observed().isEmpty()
        && !profile.facts().sampling().calls().isEmpty();
  }

  /** The recordings that have a JVM in common, together; what does not tell its JVM is alone. */
  private static Collection<List<String>> ofOneJvm(SortedMap<String, ProfileSummary> profiles) {
    Map<String, List<String>> byJvm = new HashMap<>();
    Map<String, List<String>> byDigest = new TreeMap<>();
    profiles.forEach(
        (digest, profile) -> {
          List<String> run = new ArrayList<>(List.of(digest));
          for (String jvm : profile.facts().jvms()) {
            List<String> other = byJvm.getOrDefault(jvm, run);
            if (other != run) {
              run.addAll(other);
            }
          }
          List<String> joined = run.stream().distinct().sorted().toList();
          joined.forEach(
              one -> {
                byDigest.put(one, joined);
                profiles
                    .getOrDefault(one, ProfileSummary.EMPTY)
                    .facts()
                    .jvms()
                    .forEach(jvm -> byJvm.put(jvm, joined));
              });
        });
    return new LinkedHashSet<>(byDigest.values());
  }

  private static List<GcSummary> logs(Evidence evidence) {
    return List.copyOf(evidence.gcSeries().joined().values());
  }

  /** How many runs there are: recordings, or logs without any. */
  public int count() {
    return profiles.isEmpty() ? logs.size() : profiles.size();
  }
}
