package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.events.AllocationHistory;
import io.github.rustfit.readers.jfr.events.Sums;
import io.github.rustfit.readers.jfr.stacks.Known;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What one profiler saw in a recording: for how long it looked at each kind, and the samples. */
final class ObservedSamples {

  private final Map<SampleKind, Long> observed = new EnumMap<>(SampleKind.class);
  private final Sums samples = new Sums();
  private final Sums threads = new Sums();

  /** Adds what was seen in a chunk that lasted so many nanoseconds. */
  void add(ChunkSummary chunk) {
    chunk.observed().forEach(kind -> observed.merge(kind, chunk.nanos(), Long::sum));
    chunk.samples().forEach(samples::add);
    threads.add(chunk.threads());
  }

  /** Adds what is certain of the allocation. */
  void add(AllocationHistory allocation) {
    allocation.addTo(observed, samples);
  }

  /** Adds all of another one. */
  void add(ObservedSamples other) {
    other.observed.forEach((kind, nanos) -> observed.merge(kind, nanos, Long::sum));
    samples.add(other.samples);
    threads.add(other.threads);
  }

  /** The kinds that both looked at, and the other one for less than half as long as this one. */
  Set<SampleKind> kindsSeenLongerThanBy(ObservedSamples other) {
    Map<SampleKind, Long> longer = new EnumMap<>(observed);
    longer.entrySet().removeIf(kind -> kind.getValue() / 2 <= other.nanos(kind.getKey()));
    longer.keySet().retainAll(other.observed.keySet());
    return longer.keySet();
  }

  /** The same without these kinds. */
  ObservedSamples without(Set<SampleKind> kinds) {
    ObservedSamples rest = new ObservedSamples();
    rest.observed.putAll(observed);
    rest.observed.keySet().removeAll(kinds);
    samples.forEach(
        (key, weight) -> {
          if (!kinds.contains(Known.kind(key))) {
            rest.samples.add(key, weight);
          }
        });
    if (!kinds.contains(SampleKind.CPU)) {
      rest.threads.add(threads);
    }
    return rest;
  }

  private long nanos(SampleKind kind) {
    return observed.getOrDefault(kind, 0L);
  }

  /** For each kind that was looked at, for how long, in nanoseconds. */
  Map<SampleKind, Long> observed() {
    return observed;
  }

  /** In which threads samples of CPU were taken. */
  ThreadSamples threads(Known known) {
    ThreadSamples.Builder all = new ThreadSamples.Builder();
    threads.forEach(
        (key, weight) -> {
          SampleKey sample = known.key(key);
          all.add(sample.stack(), sample.type(), weight.samples());
        });
    return all.build();
  }

  /** The samples by what their numbers stand for. */
  Map<SampleKey, Weight> samples(Known known) {
    Map<SampleKey, Weight> all = new HashMap<>(2 * samples.size());
    samples.forEach((key, weight) -> all.put(known.key(key), weight));
    return all;
  }
}
