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
 * do, and sums of recordings some of the same ones. A stretch counts once: of those that have
 * chunks or summed recordings in common, the one with the most counts, then the one that was read
 * furthest.
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

  /** Begins what tells an input of a sum, so that it is no chunk. */
  private static final String MEMBER = "input:";

  /** The overlap of recordings, by digest; {@code torn} ones do not count. */
  public static Overlap of(Map<String, ProfileSummary> profiles) {
    return of(profiles, Map.of(), false);
  }

  /**
   * The same where some are sums of recordings.
   *
   * @param members the digests of the inputs that each sum is the sum of; what is no sum is missing
   */
  public static Overlap of(
      Map<String, ProfileSummary> profiles, Map<String, SortedSet<String>> members) {
    return of(profiles, members, false);
  }

  /** The overlap of inputs and sums of inputs that have no chunks, by digest. */
  public static Overlap ofInputs(
      Collection<String> digests, Map<String, SortedSet<String>> members) {
    Map<String, ProfileSummary> nothing = new HashMap<>();
    digests.forEach(digest -> nothing.put(digest, ProfileSummary.EMPTY));
    return of(nothing, members, false);
  }

  /**
   * The overlap for a reader that can pass over the chunks in {@code shared}, so that what is left
   * of a torn recording counts.
   */
  public static Overlap toSplit(Map<String, ProfileSummary> profiles) {
    return of(profiles, Map.of(), true);
  }

  private static Overlap of(
      Map<String, ProfileSummary> profiles,
      Map<String, SortedSet<String>> members,
      boolean splitting) {
    Map<String, SortedSet<String>> parts = new HashMap<>();
    profiles.forEach((digest, one) -> parts.put(digest, parts(digest, one, members)));
    List<String> order = new ArrayList<>(parts.keySet());
    order.sort(
        Comparator.<String>comparingInt(digest -> -of(parts, digest).size())
            .thenComparingLong(digest -> -nanos(profiles, digest))
            .thenComparing(Comparator.naturalOrder()));
    Map<String, String> owners = new HashMap<>();
    SortedMap<String, String> held = new TreeMap<>();
    SortedMap<String, String> torn = new TreeMap<>();
    SortedMap<String, SortedSet<String>> shared = new TreeMap<>();
    for (String digest : order) {
      SortedSet<String> own = of(parts, digest);
      SortedSet<String> common = new TreeSet<>(own);
      common.retainAll(owners.keySet());
      // Of one recording the chunks are all; of a sum nobody knows whose they are.
      boolean whole =
          common.size() == own.size()
              || (!members.containsKey(digest) && common.equals(chunks(profiles, digest)));
      if (!common.isEmpty()) {
        String other = owners.getOrDefault(common.first(), "");
        if (whole) {
          held.put(digest, other);
        } else {
          torn.put(digest, other);
          common.removeIf(part -> part.startsWith(MEMBER));
          shared.put(digest, common);
        }
      }
      if (common.isEmpty() || splitting) {
        own.forEach(part -> owners.putIfAbsent(part, digest));
      }
    }
    return new Overlap(held, torn, shared);
  }

  /** What may be in another one: its chunks, and the inputs that it is the sum of, or itself. */
  private static SortedSet<String> parts(
      String digest, ProfileSummary one, Map<String, SortedSet<String>> members) {
    SortedSet<String> parts = new TreeSet<>(one.facts().sampling().chunks());
    members
        .getOrDefault(digest, new TreeSet<>(List.of(digest)))
        .forEach(input -> parts.add(MEMBER + input));
    return parts;
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
    return profiles.getOrDefault(digest, ProfileSummary.EMPTY).facts().sampling().chunks();
  }

  private static SortedSet<String> of(Map<String, SortedSet<String>> parts, String digest) {
    return parts.getOrDefault(digest, new TreeSet<>());
  }

  private static long nanos(Map<String, ProfileSummary> profiles, String digest) {
    return profiles.getOrDefault(digest, ProfileSummary.EMPTY).recordedNanos();
  }
}
