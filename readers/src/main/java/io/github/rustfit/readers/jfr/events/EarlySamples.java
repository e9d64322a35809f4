package io.github.rustfit.readers.jfr.events;

import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Sets aside the few {@code jdk.ObjectAllocationSample} that may count bytes from before the
 * recording, and passes all others on. What is set aside depends on the samples, not on their
 * order: a thread takes no two samples at one time.
 *
 * <p>For platform threads that is each one's earliest sample. A sample in a virtual thread is
 * weighed by the counter of the carrier, which the event does not name, so any of them may be a
 * carrier's first; the heaviest are at least as heavy as those.
 */
final class EarlySamples {

  /** Carriers of virtual threads that can be told: more than any machine's hardware threads. */
  static final int MOST_CARRIERS = 1024;

  /**
   * A sample.
   *
   * @param thread JFR's number of the thread, which it never gives to another one of the same JVM
   * @param virtual whether the thread is a virtual one
   * @param time nanoseconds since 1970
   * @param weight of this one sample; {@link Weight#ZERO} where it does not count
   * @param key what to sum samples by
   */
  record Sample(long thread, boolean virtual, long time, Weight weight, long key) {

    Sample with(long otherKey, boolean counted) {
      return new Sample(thread, virtual, time, counted ? weight : Weight.ZERO, otherKey);
    }
  }

  /** The lightest first. */
  static final Comparator<Sample> BY_WEIGHT =
      Comparator.<Sample>comparingLong(sample -> sample.weight().amount())
          .thenComparingLong(Sample::time)
          .thenComparingLong(Sample::thread);

  private final Consumer<Sample> others;
  private final Map<Long, Sample> firsts = new HashMap<>();
  private final PriorityQueue<Sample> heaviest = new PriorityQueue<>(BY_WEIGHT);

  /**
   * @param others takes the samples that are not set aside, or no longer
   */
  EarlySamples(Consumer<Sample> others) {
    this.others = others;
  }

  /** Whether {@link #add} would pass on a sample of that thread and time at once. */
  boolean isLater(long thread, boolean virtual, long time) {
    if (virtual) {
      return false;
    }
    Sample first = firsts.get(thread);
    return first != null && time >= first.time();
  }

  /** Whether nothing is set aside. */
  boolean isEmpty() {
    return firsts.isEmpty() && heaviest.isEmpty();
  }

  void add(Sample sample) {
    if (sample.virtual()) {
      heaviest.add(sample);
      if (heaviest.size() > MOST_CARRIERS) {
        others.accept(heaviest.remove());
      }
      return;
    }
    Sample first = firsts.putIfAbsent(sample.thread(), sample);
    if (first != null && sample.time() < first.time()) {
      firsts.put(sample.thread(), sample);
      others.accept(first);
    } else if (first != null) {
      others.accept(sample);
    }
  }

  /** The earliest sample of each platform thread. */
  Collection<Sample> firsts() {
    return firsts.values();
  }

  /** The {@value #MOST_CARRIERS} heaviest samples in virtual threads, in no particular order. */
  Collection<Sample> heaviest() {
    return heaviest;
  }

  /** Calls back for every sample that is set aside. */
  void forEach(Consumer<Sample> action) {
    firsts.values().forEach(action);
    heaviest.forEach(action);
  }
}
