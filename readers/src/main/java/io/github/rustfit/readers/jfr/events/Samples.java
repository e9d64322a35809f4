package io.github.rustfit.readers.jfr.events;

import io.github.rustfit.readers.jfr.stacks.Constants;
import io.github.rustfit.readers.jfr.stacks.Known;
import io.github.rustfit.readers.jfr.stacks.StackDecoder;
import io.github.rustfit.readers.stacks.JvmThreads;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import one.jfr.Dictionary;
import one.jfr.DictionaryInt;
import org.jspecify.annotations.Nullable;

/**
 * Sums the samples of a chunk by where the chunk keeps their stacks and classes; names come in at
 * the end, once for each distinct stack, when all settings have been seen as well.
 */
public final class Samples {

  private static final long DETAIL = 0xffff_ffffL;

  /** Of the detail of a sample of CPU, the lower bits are the thread's state. */
  private static final int STATE_BITS = 16;

  /** The next ones are what the thread's name tells, and the rest the number of its group. */
  private static final int KIND_BITS = 4;

  /** Groups of threads that a chunk tells apart, beside all others. */
  private static final int MOST_GROUPS = (1 << (31 - STATE_BITS - KIND_BITS)) - 1;

  private static final SampleKind[] KINDS = SampleKind.values();

  private final Constants constants;
  private final StackDecoder stacks;
  private final Known known;
  private boolean ofProcess;
  private @Nullable Sampling sampling;
  private long mostNanos;

  /** Groups of threads in the order in which the chunk names them; the first one is unknown. */
  private final List<String> groups = new ArrayList<>(List.of(""));

  private final Map<String, Integer> groupNumbers = new HashMap<>();

  /** CPU samples by source, stack and group of threads, once they are resolved. */
  private final Map<Source, Sums> byThread = new EnumMap<>(Source.class);

  /** Samples that stand for the source's period each; their amount is 0 here. */
  private final Map<Source, Sums> counted = new EnumMap<>(Source.class);

  /** Samples that say themselves what they stand for. */
  private final Map<Source, Sums> weighted = new EnumMap<>(Source.class);

  private final EarlySamples early =
      new EarlySamples(
          sample -> sums(weighted, Source.ALLOCATION).add(sample.key(), sample.weight()));
  private final Dictionary<String> states = new Dictionary<>();
  private final DictionaryInt threads = new DictionaryInt();
  private final LongStream.Builder started = LongStream.builder();

  /** Sums samples whose stacks and classes these name. */
  public Samples(Constants constants, StackDecoder stacks, Known known) {
    this.known = known;
    this.constants = constants;
    this.stacks = stacks;
  }

  /**
   * Adds a sample.
   *
   * @param detail number of the class it names if the source is typed, otherwise of the thread's
   *     state, where that matters
   * @param periods how many periods of its source it stands for; 0 if it says itself what it stands
   *     for
   * @param amount what it says, in the unit of its kind
   */
  void add(Source source, long stack, long detail, long periods, long amount) {
    long key = place(source, stack, detail);
    if (periods > 0) {
      sums(counted, source).add(key, periods, 0, 0);
    } else {
      Weight weight = Weight.of(amount);
      sums(weighted, source).add(key, 1, amount, weight.squares());
    }
  }

  /** What to pass on as the detail of a wait that says why it kept its carrier. */
  long reason(String text) {
    return known.type(text);
  }

  /** Whether this is the number of a virtual thread. */
  boolean virtualThread(long thread) {
    return constants.virtualThread(thread);
  }

  /** What to pass on as the detail of a sample of a profiler of the whole process. */
  long stateAndThread(long state, long thread) {
    int of = threads.get(thread + 1, -1); // 0 is no key
    if (of < 0) {
      String name = constants.thread(thread);
      of = JvmThreads.ofName(name).ordinal() | group(name, thread) << KIND_BITS;
      threads.put(thread + 1, of);
    }
    return (state >= 0 && state < 1 << STATE_BITS ? state : 0) | (long) of << STATE_BITS;
  }

  private int group(String name, long thread) {
    String group =
        constants.virtualThread(thread) ? ThreadSamples.VIRTUAL : ThreadSamples.group(name);
    if (group.isEmpty()) {
      return 0;
    }
    boolean told = groupNumbers.containsKey(group) || groups.size() < MOST_GROUPS;
    return groupNumbers.computeIfAbsent(
        told ? group : ThreadSamples.OTHERS,
        one -> {
          groups.add(one);
          return groups.size() - 1;
        });
  }

  /**
   * Sets a {@code jdk.ObjectAllocationSample} aside if it may be its thread's first: it stands for
   * so many bytes since the thread's previous one.
   *
   * @return whether it was; otherwise it is to be added like all others
   */
  boolean setAside(long thread, long time, long stack, long type, long bytes) {
    boolean virtual = constants.virtualThread(thread);
    if (early.isLater(thread, virtual, time)) {
      return false;
    }
    long key = place(Source.ALLOCATION, stack, type);
    early.add(new EarlySamples.Sample(thread, virtual, time, Weight.of(bytes), key));
    return true;
  }

  /** Notes that a thread started in this chunk. */
  void started(long thread) {
    started.add(thread);
  }

  /** Numbers of the threads that started in this chunk; call once, at the end. */
  public long[] started() {
    return started.build().toArray();
  }

  /** Decodes all stacks in the order of the chunk, for a chunk that is not in memory. */
  public void decodeInOrder() {
    LongStream.Builder places = LongStream.builder();
    counted.values().forEach(sums -> sums.forEach((key, weight) -> places.add(key >>> 32)));
    weighted.values().forEach(sums -> sums.forEach((key, weight) -> places.add(key >>> 32)));
    places.build().sorted().forEach(place -> stacks.stack((int) place));
  }

  /** Adds the samples that {@link #resolve} leaves out, as they may be a thread's first. */
  public void addEarly(AllocationRun run, boolean believed) {
    early.forEach(sample -> run.add(sample.with(known(Source.ALLOCATION, sample.key()), believed)));
  }

  /**
   * What was sampled, by source, with keys as {@link Known} makes them: every source that was
   * enabled or has a sample.
   *
   * @param mostNanos CPU time that the machine had; 0 when unknown
   */
  public Map<Source, Sums> resolve(Sampling sampling, long mostNanos) {
    this.mostNanos = mostNanos;
    this.sampling = sampling;
    this.ofProcess = !sampling.ofJdk();
    Map<Source, Sums> bySource = new EnumMap<>(Source.class);
    for (Source source : sampling.enabled()) {
      sums(bySource, source);
    }
    if (!early.isEmpty()) {
      sums(bySource, Source.ALLOCATION);
    }
    weighted.forEach((source, sums) -> resolve(source, sums, bySource));
    counted.forEach((source, sums) -> resolveCounted(source, sums, sampling, bySource));
    return bySource;
  }

  private void resolve(Source source, Sums sums, Map<Source, Sums> bySource) {
    Sums resolved = sums(bySource, source);
    sums.forEach(
        (key, weight) -> {
          long known = known(source, key);
          resolved.add(known, weight);
          if (source == Source.CPU_TIME) {
            thread(source, key, known, weight);
          }
        });
  }

  /** Notes the group of threads of samples, in the place of the type that they do not have. */
  private void thread(Source source, long key, long known, Weight weight) {
    int group = (int) ((key & DETAIL) >>> (STATE_BITS + KIND_BITS));
    if (group > 0 && Known.kind(known) == SampleKind.CPU) {
      sums(byThread, source)
          .add(this.known.typed(known, groups.get(group)), weight.samples(), 0, 0);
    }
  }

  /** CPU samples of these sources by stack and, in the place of a type, group of threads. */
  public Sums threads(Set<Source> sources) {
    Sums all = new Sums();
    byThread.forEach(
        (source, sums) -> {
          if (sources.contains(source)) {
            all.add(sums);
          }
        });
    return all;
  }

  private void resolveCounted(
      Source from, Sums sums, Sampling sampling, Map<Source, Sums> bySource) {
    long longest = from == Source.EXECUTION ? longestPeriod(sums, sampling) : Long.MAX_VALUE;
    sums.forEach(
        (key, weight) -> {
          Source source = from;
          if (from == Source.EXECUTION) {
            source = sampling.sourceOfExecution(state(key & (1 << STATE_BITS) - 1));
          }
          if (source != null) {
            long each = Math.min(longest, sampling.period(source));
            long known = known(source, key);
            sums(bySource, source).add(known, Weight.of(weight.samples(), each));
            if (source == Source.EXECUTION
                || source == Source.CPU_TIME
                || source == Source.DATADOG) {
              thread(source, key, known, weight);
            }
          }
        });
  }

  /**
   * The JDK's sampler looks at threads that are ready to run, whether or not a processor is free
   * for them. Where there are more of them than processors, a sample stands for less than the
   * period: all together for no more CPU time than there was.
   */
  private long longestPeriod(Sums sums, Sampling sampling) {
    long[] count = new long[1];
    sums.forEach((key, weight) -> count[0] += weight.samples());
    return sampling.ofJdk() && mostNanos > 0 && count[0] > 0
        ? Math.max(1, mostNanos / count[0])
        : Long.MAX_VALUE;
  }

  private String state(long number) {
    String name = number == 0 ? "" : states.get(number);
    if (name == null) {
      name = constants.name("jdk.types.ThreadState", number);
      states.put(number, name);
    }
    return name;
  }

  private long place(Source source, long stack, long detail) {
    long low;
    if (source.typed()) {
      low = constants.classPlace(detail);
    } else {
      low = detail > 0 && detail <= Integer.MAX_VALUE ? detail : 0;
    }
    return (long) stacks.place(stack) << 32 | low;
  }

  private long known(Source source, long key) {
    int stack = stacks.stack((int) (key >>> 32));
    int type = source.typed() ? constants.type((int) (key & DETAIL)) : Known.NO_TYPE;
    SampleKind kind = source.kind();
    if (source == Source.EXECUTION && ofProcess) {
      SampleKind thread = KINDS[(int) ((key & DETAIL) >>> STATE_BITS) & (1 << KIND_BITS) - 1];
      kind = JvmThreads.kind(known.stack(stack), thread);
    }
    if (source == Source.DATADOG) {
      kind = JvmThreads.kind(known.stack(stack), SampleKind.CPU);
    } else if (source == Source.PINNED) {
      type = (int) (key & DETAIL);
    }
    return Known.key(kind, stack, type);
  }

  /** The kinds of these sources whose samples do not say what they stand for. */
  public Set<SampleKind> assumed(Set<Source> sources) {
    Set<SampleKind> kinds = EnumSet.noneOf(SampleKind.class);
    for (Source source : sources) {
      if (counted.containsKey(source) && sampling != null && sampling.assumed(source)) {
        kinds.add(source.kind());
      }
    }
    return kinds;
  }

  /**
   * The one source to believe of each kind: CPU time rather than the sampler of Java threads, all
   * TLABs rather than the rate-limited choice of them; the other one when those saw nothing.
   */
  public static Set<Source> chosen(Map<Source, Sums> bySource) {
    Set<Source> chosen = EnumSet.noneOf(Source.class);
    chosen.addAll(bySource.keySet());
    drop(chosen, bySource, Source.CPU_TIME, Source.EXECUTION);
    drop(chosen, bySource, Source.DATADOG, Source.EXECUTION);
    drop(chosen, bySource, Source.DATADOG_WALL, Source.WALL);
    drop(chosen, bySource, Source.TLAB, Source.ALLOCATION);
    return chosen;
  }

  private static void drop(
      Set<Source> chosen, Map<Source, Sums> bySource, Source better, Source other) {
    if (chosen.contains(better) && chosen.contains(other)) {
      chosen.remove(sums(bySource, better).size() == 0 ? better : other);
    }
  }

  private static Sums sums(Map<Source, Sums> of, Source source) {
    Sums sums = of.get(source);
    if (sums == null) {
      sums = new Sums();
      of.put(source, sums);
    }
    return sums;
  }
}
