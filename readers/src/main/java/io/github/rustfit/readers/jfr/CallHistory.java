package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.events.MachineEvents;
import io.github.rustfit.rules.evidence.profile.MethodCalls;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Exact counts of calls, summed up chunk by chunk. {@code jdk.MethodTiming} counts from the begin
 * of the recording on, so that of one run the last count holds; {@code jdk.MethodTrace} is an event
 * a call.
 */
final class CallHistory {

  private SortedMap<String, MethodCalls> before = new TreeMap<>();
  private final SortedMap<String, MethodCalls> timed = new TreeMap<>();
  private final SortedMap<String, MethodCalls> traced = new TreeMap<>();

  /**
   * Adds the next chunk.
   *
   * @param continues whether the same JVM goes on where the previous chunk ended
   */
  void add(MachineEvents chunk, boolean continues) {
    if (!continues) {
      before = all();
      timed.clear();
      traced.clear();
    }
    chunk.timed.forEach(
        (method, calls) -> timed.merge(method, calls, (a, b) -> a.count() > b.count() ? a : b));
    chunk.traced.forEach((method, calls) -> traced.merge(method, calls, MethodCalls::merge));
  }

  /**
   * The calls so far; of a method that has both, those that were counted.
   *
   * @param nanos how long was recorded; 0 where that is not known
   */
  SortedMap<String, MethodCalls> over(long nanos) {
    SortedMap<String, MethodCalls> all = all();
    all.replaceAll((method, calls) -> calls.over(nanos));
    return all;
  }

  private SortedMap<String, MethodCalls> all() {
    SortedMap<String, MethodCalls> run = new TreeMap<>(traced);
    run.putAll(timed);
    SortedMap<String, MethodCalls> all = new TreeMap<>(before);
    run.forEach((method, calls) -> all.merge(method, calls, MethodCalls::merge));
    return all;
  }
}
