package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.stats.Share;
import java.util.OptionalDouble;

/**
 * An entry point of the program, and what everything below it costs.
 *
 * @param kind what starts the work
 * @param place the method that is entered, overloads together; the line is the one with most
 *     samples
 * @param caller {@code class.method} of the nearest frame that calls it, reflection left out; the
 *     one with most samples, and empty where no frame does
 * @param cpu share of all CPU samples
 * @param allocation share of all allocated bytes
 * @param allocatedBytes the bytes behind it; 0 where allocation was not recorded
 * @param waiting share of all waiting that certainly delays a piece of work; unknown without any
 */
public record ProgramEntry(
    EntryKind kind,
    Place place,
    String caller,
    Share cpu,
    Share allocation,
    long allocatedBytes,
    Share waiting) {

  private static final double NANOS_PER_SECOND = 1e9;

  public ProgramEntry {
    if (allocatedBytes < 0) {
      throw new IllegalArgumentException("negative bytes");
    }
  }

  /** Bytes in each second in which allocation was recorded; empty where that is not known. */
  public OptionalDouble allocatedPerSecond(ProfileSummary profile) {
    long nanos = profile.observed().getOrDefault(SampleKind.ALLOCATION, 0L);
    return nanos > 0 && allocation.known()
        ? OptionalDouble.of(allocatedBytes * NANOS_PER_SECOND / nanos)
        : OptionalDouble.empty();
  }

  /** What tells it from the others, the same in every recording of the same code. */
  public String id() {
    return kind.id() + ":" + place.className() + "." + place.method();
  }
}
