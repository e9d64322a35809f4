package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.events.MachineEvents;
import io.github.rustfit.readers.jfr.events.MachineEvents.Count;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.NativeFacts;
import io.github.rustfit.rules.evidence.profile.ProcessFacts;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Losses, exceptions and limits, summed up chunk by chunk. */
final class FactHistory {

  private RecordingFacts facts = RecordingFacts.EMPTY;
  private @Nullable Count last;

  /**
   * Adds the next chunk.
   *
   * @param nanos its length
   * @param continues whether the same JVM goes on where the previous chunk ended
   */
  void add(MachineEvents chunk, long nanos, boolean continues) {
    if (!continues) {
      last = null;
    }
    facts =
        facts.merge(
            new RecordingFacts(
                thrown(chunk),
                lost(chunk.lossWatched, chunk.lostBytes, nanos),
                lost(chunk.sampleLossWatched, chunk.lostCpuSamples, nanos),
                chunk.thresholds,
                chunk.cpuLimits,
                chunk.memoryLimits,
                chunk.launchers,
                chunk.jvm(),
                SamplingFacts.EMPTY,
                new ProcessFacts(
                    chunk.peakResidentBytes,
                    chunk.runNanos(),
                    0,
                    Tally.UNKNOWN,
                    Tally.UNKNOWN,
                    chunk.optionsKnown,
                    chunk.options,
                    new NativeFacts(chunk.cpuOfJavaOnly, chunk.committedBytes)),
                ThreadSamples.EMPTY));
  }

  /** The facts so far. */
  RecordingFacts facts() {
    return facts;
  }

  private static Tally lost(boolean watched, long amount, long nanos) {
    return watched && (nanos > 0 || amount > 0)
        ? new Tally(amount, Math.max(1, nanos))
        : Tally.UNKNOWN;
  }

  /** The counter began before the recording did, so only its growth is known. */
  private Tally thrown(MachineEvents chunk) {
    Tally grown = Tally.UNKNOWN;
    chunk.thrown.sort(Comparator.comparingLong(Count::time));
    for (Count now : chunk.thrown) {
      Count before = last;
      if (before != null && now.time() > before.time() && now.number() >= before.number()) {
        grown = grown.merge(new Tally(now.number() - before.number(), now.time() - before.time()));
      }
      last = now;
    }
    return grown;
  }
}
