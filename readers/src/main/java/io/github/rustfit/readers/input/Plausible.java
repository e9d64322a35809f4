package io.github.rustfit.readers.input;

import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Refuses samples of CPU that stand for more CPU time than the machine had, whatever the format:
 * then they are of something else, such as the wall clock, or were counted several times.
 */
final class Plausible {

  /** Of the sorts of CPU, together. */
  private static final List<SampleKind> CPU =
      List.of(SampleKind.CPU, SampleKind.COMPILER, SampleKind.COLLECTOR, SampleKind.VM);

  /** Hardware threads of the largest machine that Linux runs on (NR_CPUS of x86-64). */
  private static final long MOST_CORES = 8192;

  /** Samples come late, and durations are rounded. */
  private static final double TOLERATED = 1.25;

  private static final double TOLERATED_NANOS = 1e9;

  private Plausible() {}

  /** The same reading, without samples of CPU that cannot be. */
  static Reading checked(Reading reading) {
    ProfileSummary profile = reading.profile();
    long nanos = profile.observed().getOrDefault(SampleKind.CPU, 0L);
    if (nanos <= 0 || reading.status() == Input.Status.FAILED) {
      return reading;
    }
    double sampled = 0;
    for (SampleKind kind : CPU) {
      sampled += profile.total(kind).amount();
    }
    long cores = profile.cores().isEmpty() ? MOST_CORES : profile.cores().last();
    double had = (double) cores * nanos;
    if (sampled <= TOLERATED * had + TOLERATED_NANOS) {
      return reading;
    }
    String problem =
        String.format(
            Locale.ROOT,
            "Its CPU samples stand for %.1f s of CPU time, but %d hardware threads have no more"
                + " than %.1f s in the %.1f s that were recorded: they are not of CPU alone, and"
                + " none of them was used. Record CPU and wall clock apart, or with async-profiler"
                + " 4, and do not add profiles up.",
            sampled / 1e9,
            cores,
            had / 1e9,
            nanos / 1e9);
    Reading rest =
        Reading.partial(
            reading.problem().isEmpty() ? problem : problem + " " + reading.problem(),
            withoutCpu(profile),
            reading.gc());
    return rest.of(reading.gcRuns(), reading.lines()).labelled(reading.labels());
  }

  private static ProfileSummary withoutCpu(ProfileSummary profile) {
    Map<SampleKind, Long> observed = new EnumMap<>(SampleKind.class);
    observed.putAll(profile.observed());
    CPU.forEach(observed::remove);
    Map<SampleKey, Weight> samples = new HashMap<>(profile.samples());
    samples.keySet().removeIf(key -> CPU.contains(key.kind()));
    return new ProfileSummary(
        profile.recordedNanos(),
        Collections.unmodifiableMap(observed),
        samples,
        profile.processCpu(),
        profile.compilerCpu(),
        profile.jvmVersions(),
        profile.cores(),
        profile.facts());
  }
}
