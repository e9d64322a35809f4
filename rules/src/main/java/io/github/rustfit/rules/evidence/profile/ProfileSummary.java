package io.github.rustfit.rules.evidence.profile;

import io.github.rustfit.rules.evidence.base.Tally;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a profiler recording says, as sums over distinct stacks.
 *
 * @param recordedNanos time covered by the recording, in nanoseconds; 0 when the recording does not
 *     tell, so that it never counts towards the time a verdict needs
 * @param observed for each kind of sample that was enabled, the recorded nanoseconds during which
 *     it was, 0 when the recording does not tell; a kind that is absent was not recorded and is
 *     unknown, not zero
 * @param samples weights by distinct stack (iteration order is not defined; sort before output);
 *     samples that count what happened before the recording, as a thread's first {@code
 *     jdk.ObjectAllocationSample} may, are not among them
 * @param processCpu CPU time of the whole process in nanoseconds, over the time it was reported
 * @param compilerCpu CPU time of the JIT compiler threads in nanoseconds, where it was recorded
 * @param jvmVersions versions of the recorded JVMs, e.g. {@code 17.0.15+6}
 * @param cores hardware threads of the recorded machines; empty when not recorded
 * @param facts what the recordings say beside their samples
 */
public record ProfileSummary(
    long recordedNanos,
    Map<SampleKind, Long> observed,
    Map<SampleKey, Weight> samples,
    Tally processCpu,
    Tally compilerCpu,
    SortedSet<String> jvmVersions,
    SortedSet<Integer> cores,
    RecordingFacts facts) {

  /** Nothing recorded: the identity of {@link #merge}. */
  public static final ProfileSummary EMPTY =
      new ProfileSummary(
          0,
          Map.of(),
          Map.of(),
          Tally.UNKNOWN,
          Tally.UNKNOWN,
          Collections.emptySortedSet(),
          Collections.emptySortedSet(),
          RecordingFacts.EMPTY);

  public ProfileSummary {
    if (recordedNanos < 0) {
      throw new IllegalArgumentException("negative duration");
    }
    EnumMap<SampleKind, Long> kinds = new EnumMap<>(SampleKind.class);
    kinds.putAll(observed);
    observed = Collections.unmodifiableMap(kinds);
    observed.forEach(
        (kind, nanos) -> {
          if (nanos < 0) {
            throw new IllegalArgumentException(kind + " observed for negative " + nanos + " ns");
          }
        });
    samples = Map.copyOf(samples);
    for (SampleKey key : samples.keySet()) {
      if (!observed.containsKey(key.kind())) {
        throw new IllegalArgumentException(key.kind() + " has samples but was not observed");
      }
    }
    jvmVersions = Collections.unmodifiableSortedSet(new TreeSet<>(jvmVersions));
    cores = Collections.unmodifiableSortedSet(new TreeSet<>(cores));
  }

  /**
   * What a recording says that holds these samples and nothing else.
   *
   * @param recordedNanos time that it covers, in nanoseconds; 0 when it does not tell
   */
  public static ProfileSummary ofSamples(long recordedNanos, Map<SampleKey, Weight> samples) {
    Map<SampleKind, Long> observed = new EnumMap<>(SampleKind.class);
    samples.keySet().forEach(key -> observed.put(key.kind(), recordedNanos));
    return new ProfileSummary(
        recordedNanos,
        observed,
        samples,
        Tally.UNKNOWN,
        Tally.UNKNOWN,
        Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        RecordingFacts.EMPTY);
  }

  /** The same profile with these facts instead of its own. */
  public ProfileSummary with(RecordingFacts others) {
    return new ProfileSummary(
        recordedNanos, observed, samples, processCpu, compilerCpu, jvmVersions, cores, others);
  }

  /** Whether this kind of sample was enabled in any recording. */
  public boolean recorded(SampleKind kind) {
    return observed.containsKey(kind);
  }

  /** The weight of all samples of a kind, whoever owns them. */
  public Weight total(SampleKind kind) {
    Weight sum = Weight.ZERO;
    for (Map.Entry<SampleKey, Weight> sample : samples.entrySet()) {
      if (sample.getKey().kind() == kind) {
        sum = sum.merge(sample.getValue());
      }
    }
    return sum;
  }

  /** A text that is the same for equal summaries, whatever order their maps iterate in. */
  public String canonical() {
    return String.join(
        "\n",
        observed.toString(),
        new TreeMap<>(samples).toString(),
        processCpu.toString(),
        compilerCpu.toString(),
        jvmVersions.toString(),
        cores.toString(),
        facts.toString());
  }

  /** Both recordings together. */
  public ProfileSummary merge(ProfileSummary other) {
    Map<SampleKind, Long> kinds = new HashMap<>(observed);
    other.observed.forEach((kind, nanos) -> kinds.merge(kind, nanos, Long::sum));
    Map<SampleKey, Weight> sum = new HashMap<>(samples);
    other.samples.forEach((key, weight) -> sum.merge(key, weight, Weight::merge));
    SortedSet<String> versions = new TreeSet<>(jvmVersions);
    versions.addAll(other.jvmVersions);
    SortedSet<Integer> machines = new TreeSet<>(cores);
    machines.addAll(other.cores);
    return new ProfileSummary(
        recordedNanos + other.recordedNanos,
        kinds,
        sum,
        processCpu.merge(other.processCpu),
        compilerCpu.merge(other.compilerCpu),
        versions,
        machines,
        facts.merge(other.facts));
  }
}
