package io.github.rustfit.benchmarks;

import com.microsoft.gctoolkit.aggregator.Aggregation;
import com.microsoft.gctoolkit.aggregator.Aggregator;
import com.microsoft.gctoolkit.aggregator.Aggregates;
import com.microsoft.gctoolkit.aggregator.Collates;
import com.microsoft.gctoolkit.aggregator.EventSource;
import com.microsoft.gctoolkit.event.g1gc.G1GCPauseEvent;

/** Counts the pauses of G1 as GCToolKit sees them. */
@Collates(GcToolKitPauses.Counter.class)
public final class GcToolKitPauses extends Aggregation {

  private long count;
  private double seconds;

  long count() {
    return count;
  }

  double seconds() {
    return seconds;
  }

  private void add(double duration) {
    count++;
    seconds += duration;
  }

  @Override
  public boolean hasWarning() {
    return false;
  }

  @Override
  public boolean isEmpty() {
    return count == 0;
  }

  /** Hands the events over. */
  @Aggregates(EventSource.G1GC)
  public static final class Counter extends Aggregator<GcToolKitPauses> {
    public Counter(GcToolKitPauses pauses) {
      super(pauses);
      register(G1GCPauseEvent.class, event -> pauses.add(event.getDuration()));
    }
  }
}
