package io.github.rustfit.readers.jfr.events;

import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The runs of a recording, joined as chunks come in, in whatever order. */
public final class AllocationHistory {

  private final List<AllocationRun> runs = new ArrayList<>();

  /** Adds the run of one chunk. */
  public void add(AllocationRun chunk) {
    AllocationRun joined = chunk;
    for (AllocationRun before : runs) {
      if (before.continuedBy(chunk)) {
        runs.remove(before);
        before.merge(joined);
        joined = before;
        break;
      }
    }
    for (AllocationRun after : runs) {
      if (chunk.continuedBy(after)) {
        runs.remove(after);
        joined.merge(after);
        break;
      }
    }
    runs.add(joined);
  }

  /** Adds what is certain to these sums; a run in which too little is adds nothing. */
  public void addTo(Map<SampleKind, Long> observed, Sums samples) {
    for (AllocationRun run : runs) {
      Sums certain = run.certain();
      if (run.observed() && certain != null) {
        observed.merge(SampleKind.ALLOCATION, run.observedNanos(), Long::sum);
        samples.add(certain);
      }
    }
  }

  /** Bytes of the samples that were left out of what {@link #addTo} adds. */
  public long leftOut() {
    long bytes = 0;
    for (AllocationRun run : runs) {
      Sums certain = run.certain();
      if (run.observed() && certain != null) {
        bytes += Math.max(0, run.bytes() - bytes(certain));
      }
    }
    return bytes;
  }

  private static long bytes(Sums sums) {
    long[] sum = new long[1];
    sums.forEach((key, weight) -> sum[0] += weight.amount());
    return sum[0];
  }

  /** Number of samples in the runs of which too little is certain. */
  public long uncertain() {
    return runs.stream().filter(run -> run.certain() == null).mapToLong(AllocationRun::count).sum();
  }
}
