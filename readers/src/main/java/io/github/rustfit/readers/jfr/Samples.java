package io.github.rustfit.readers.jfr;

import io.github.rustfit.rules.evidence.SampleKey;
import io.github.rustfit.rules.evidence.Weight;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Sums the samples of a chunk by the numbers the chunk gives to stacks and classes; names come in
 * at the end, once for each distinct stack, when all settings have been seen as well.
 */
final class Samples {

  /**
   * @param detail number of a class if the source is typed, or of the thread's state
   */
  private record Key(Source source, long stack, long detail) {
    @Override
    public int hashCode() {
      // The generated one is slow until it is compiled, which a short run never sees.
      return Long.hashCode(stack * 31 + detail) * 31 + source.ordinal();
    }
  }

  private static final class Sum {
    /** Samples that stand for the source's period each. */
    long count;

    /** Samples that say themselves what they stand for. */
    Weight weighted = Weight.ZERO;
  }

  private final Map<Key, Sum> sums = new HashMap<>();
  private final EarlySamples<Key> early =
      new EarlySamples<>(sample -> add(sample.key(), sample.weight()));
  private final LongStream.Builder started = LongStream.builder();

  /** Adds samples that stand for the source's period each. */
  void count(Source source, long stack, long state, long samples) {
    sums.computeIfAbsent(new Key(source, stack, state), key -> new Sum()).count += samples;
  }

  /** Adds a sample that stands for so many bytes or nanoseconds. */
  void weigh(Source source, long stack, long detail, long amount) {
    add(new Key(source, stack, detail), Weight.of(amount));
  }

  /** Adds a {@code jdk.ObjectAllocationSample}: so many bytes since the thread's previous one. */
  void weighSinceLast(
      long thread, boolean virtual, long time, long stack, long detail, long amount) {
    Key key = new Key(Source.ALLOCATION, stack, detail);
    early.add(new EarlySamples.Sample<>(thread, virtual, time, Weight.of(amount), key));
  }

  /** Notes that a thread started in this chunk. */
  void started(long thread) {
    started.add(thread);
  }

  private void add(Key key, Weight weight) {
    Sum sum = sums.computeIfAbsent(key, absent -> new Sum());
    sum.weighted = sum.weighted.merge(weight);
  }

  /** Numbers of the threads that started in this chunk; call once, at the end. */
  long[] started() {
    return started.build().toArray();
  }

  /** Adds the samples that {@link #resolve} leaves out, as they may be a thread's first. */
  void addEarly(AllocationRun run, boolean counted, Constants constants) {
    early.forEach(sample -> run.add(sample.with(key(sample.key(), constants), counted)));
  }

  private static SampleKey key(Key key, Constants constants) {
    String type = key.source().typed() ? constants.typeName(key.detail()) : "";
    return new SampleKey(key.source().kind(), constants.stack(key.stack()), type);
  }

  /** What was sampled, by source: every source that was enabled or has a sample. */
  Map<Source, List<Map.Entry<SampleKey, Weight>>> resolve(Sampling sampling, Constants constants) {
    Map<Source, List<Map.Entry<SampleKey, Weight>>> bySource = new EnumMap<>(Source.class);
    sampling.enabled().forEach(source -> bySource.put(source, new ArrayList<>()));
    early.forEach(sample -> bySource.putIfAbsent(sample.key().source(), new ArrayList<>()));
    sums.forEach(
        (key, sum) -> {
          Source source = key.source();
          if (source == Source.EXECUTION) {
            source =
                sampling.sourceOfExecution(constants.name("jdk.types.ThreadState", key.detail()));
          }
          if (source != null) {
            Weight weight = sum.weighted;
            if (sum.count > 0) {
              weight = weight.merge(Weight.of(sum.count, sampling.period(source)));
            }
            bySource
                .computeIfAbsent(source, absent -> new ArrayList<>())
                .add(Map.entry(key(new Key(source, key.stack(), key.detail()), constants), weight));
          }
        });
    return bySource;
  }

  /**
   * The one source to believe of each kind: CPU time rather than the sampler of Java threads, all
   * TLABs rather than the rate-limited choice of them; the other one when those saw nothing.
   */
  static Set<Source> chosen(Map<Source, List<Map.Entry<SampleKey, Weight>>> bySource) {
    Set<Source> chosen = EnumSet.noneOf(Source.class);
    chosen.addAll(bySource.keySet());
    drop(chosen, bySource, Source.CPU_TIME, Source.EXECUTION);
    drop(chosen, bySource, Source.TLAB, Source.ALLOCATION);
    return chosen;
  }

  private static void drop(
      Set<Source> chosen,
      Map<Source, List<Map.Entry<SampleKey, Weight>>> bySource,
      Source better,
      Source other) {
    if (chosen.contains(better) && chosen.contains(other)) {
      chosen.remove(bySource.getOrDefault(better, List.of()).isEmpty() ? better : other);
    }
  }
}
