package io.github.rustfit.rules.evidence.profile;

import io.github.rustfit.rules.evidence.base.SortedUnion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which of some recordings hold the same stretches of one run, as several dumps of one recording
 * do. A stretch counts once: of recordings that have chunks in common, the one with the most chunks
 * counts, then the one that was read furthest.
 *
 * @param held recordings all of whose chunks another one has, by digest, with that one's digest
 * @param torn recordings of which another one has some chunks and not all, likewise; adding them up
 *     would count those twice, so that they do not count
 * @param shared the chunks that each recording of {@code torn} has in common with those in front of
 *     it
 */
public record Overlap(
    SortedMap<String, String> held,
    SortedMap<String, String> torn,
    SortedMap<String, SortedSet<String>> shared) {

  public Overlap {
    held = SortedUnion.copy(held);
    torn = SortedUnion.copy(torn);
    shared = SortedUnion.copy(shared);
  }

  /** The overlap of recordings, by digest; {@code torn} ones do not count. */
  public static Overlap of(Map<String, ProfileSummary> profiles) {
    return of(profiles, false);
  }

  /**
   * The same for a reader that can pass over the chunks in {@code shared}, so that what is left of
   * a torn recording counts.
   */
  public static Overlap toSplit(Map<String, ProfileSummary> profiles) {
    return of(profiles, true);
  }

  private static Overlap of(Map<String, ProfileSummary> profiles, boolean splitting) {
    List<String> order = new ArrayList<>(profiles.keySet());
    order.removeIf(digest -> chunks(profiles, digest).isEmpty());
    order.sort(
        Comparator.<String>comparingInt(digest -> -chunks(profiles, digest).size())
            .thenComparingLong(digest -> -nanos(profiles, digest))
            .thenComparing(Comparator.naturalOrder()));
    Map<String, String> owners = new HashMap<>();
    SortedMap<String, String> held = new TreeMap<>();
    SortedMap<String, String> torn = new TreeMap<>();
    SortedMap<String, SortedSet<String>> shared = new TreeMap<>();
    for (String digest : order) {
      SortedSet<String> own = chunks(profiles, digest);
      SortedSet<String> common = new TreeSet<>(own);
      common.retainAll(owners.keySet());
      if (!common.isEmpty()) {
        String other = owners.getOrDefault(common.first(), "");
        if (common.size() == own.size()) {
          held.put(digest, other);
        } else {
          torn.put(digest, other);
          shared.put(digest, common);
        }
      }
      if (common.isEmpty() || splitting) {
        own.forEach(chunk -> owners.putIfAbsent(chunk, digest));
      }
    }
    return new Overlap(held, torn, shared);
  }

  /** Whether a recording is to be left out of sums. */
  public boolean leftOut(String digest) {
    return held.containsKey(digest) || torn.containsKey(digest);
  }

  /** The same map without what is left out. */
  public <V> SortedMap<String, V> counted(SortedMap<String, V> byDigest) {
    SortedMap<String, V> counted = new TreeMap<>(byDigest);
    removeAll(counted, held.keySet());
    removeAll(counted, torn.keySet());
    return counted;
  }

  private static void removeAll(SortedMap<String, ?> from, Collection<String> digests) {
    from.keySet().removeAll(digests);
  }

  private static SortedSet<String> chunks(Map<String, ProfileSummary> profiles, String digest) {
    return of(profiles, digest).facts().sampling().chunks();
  }

  private static long nanos(Map<String, ProfileSummary> profiles, String digest) {
    return of(profiles, digest).recordedNanos();
  }

  private static ProfileSummary of(Map<String, ProfileSummary> profiles, String digest) {
    return profiles.getOrDefault(digest, ProfileSummary.EMPTY);
  }
}
