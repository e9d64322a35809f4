package io.github.rustfit.readers.jfr;

import io.github.rustfit.rules.evidence.SampleKey;
import io.github.rustfit.rules.evidence.SampleKind;
import io.github.rustfit.rules.evidence.Weight;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sums the samples of a chunk by the numbers the chunk gives to stacks and classes; names come in
 * at the end, once for each distinct stack, when all settings have been seen as well.
 */
final class Samples {

  /**
   * @param detail number of the allocated class, or of the thread's state
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

  /** Adds samples that stand for the source's period each. */
  void count(Source source, long stack, long state, long samples) {
    sums.computeIfAbsent(new Key(source, stack, state), key -> new Sum()).count += samples;
  }

  /** Adds a sample that stands for so many bytes or nanoseconds. */
  void weigh(Source source, long stack, long detail, long amount) {
    Sum sum = sums.computeIfAbsent(new Key(source, stack, detail), key -> new Sum());
    sum.weighted = sum.weighted.merge(Weight.of(amount));
  }

  /** What was sampled, by source: every source that was enabled or has a sample. */
  Map<Source, List<Map.Entry<SampleKey, Weight>>> resolve(Sampling sampling, Constants constants) {
    Map<Source, List<Map.Entry<SampleKey, Weight>>> bySource = new EnumMap<>(Source.class);
    sampling.enabled().forEach(source -> bySource.put(source, new ArrayList<>()));
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
            SampleKind kind = source.kind();
            String type = kind == SampleKind.ALLOCATION ? constants.typeName(key.detail()) : "";
            bySource
                .computeIfAbsent(source, absent -> new ArrayList<>())
                .add(Map.entry(new SampleKey(kind, constants.stack(key.stack()), type), weight));
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
