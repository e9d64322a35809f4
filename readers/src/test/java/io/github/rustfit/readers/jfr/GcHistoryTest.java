package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.jfr.events.GcEvents;
import io.github.rustfit.readers.jfr.events.GcEvents.Collection;
import io.github.rustfit.readers.jfr.events.GcEvents.Pause;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Shenandoah's full collections, which only their pauses tell, by hand-made events. */
class GcHistoryTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void a_full_pause_has_the_cause_of_its_collection() {
    GcEvents chunk = chunk();
    chunk.pauses.add(new Pause(10, 1, "Pause Full", 500));
    chunk.pauses.add(new Pause(600, 2, "Pause Init Mark", 7));
    chunk.collections.add(new Collection(1, "Shenandoah", "System.gc()", 500, 500));
    chunk.collections.add(new Collection(2, "Shenandoah", "Concurrent GC", 7, 7));
    fulls(read(chunk), 1, Map.of("System.gc()", new PauseTotal(1, 500, 500)));
  }

  @Test
  void a_collection_may_be_told_in_the_next_chunk() {
    GcEvents first = chunk();
    first.pauses.add(new Pause(10, 1, "Pause Full", 500));
    GcEvents second = chunk();
    second.collections.add(new Collection(1, "Shenandoah", "Allocation Failure", 500, 500));
    fulls(read(first, second), 1, Map.of("Allocation Failure", new PauseTotal(1, 500, 500)));
  }

  @Test
  void a_collection_that_is_never_told_has_an_unknown_cause() {
    GcEvents chunk = chunk();
    chunk.pauses.add(new Pause(10, 1, "Pause Full", 500));
    fulls(read(chunk), 1, Map.of("unknown", new PauseTotal(1, 500, 500)));
  }

  @Test
  void a_collection_that_says_itself_that_it_is_full_counts_once() {
    GcEvents chunk = chunk();
    chunk.pauses.add(new Pause(10, 1, "GC Pause", 500));
    chunk.pauses.add(new Pause(900, 2, "Pause Full", 40));
    chunk.collections.add(new Collection(1, "G1Full", "System.gc()", 500, 500));
    chunk.collections.add(new Collection(2, "SerialOld", "Allocation Failure", 40, 40));
    fulls(
        read(chunk),
        2,
        Map.of(
            "System.gc()", new PauseTotal(1, 500, 500),
            "Allocation Failure", new PauseTotal(1, 40, 40)));
  }

  private static void fulls(GcSummary gc, long count, Map<String, PauseTotal> causes) {
    assertThat(gc.fullCollections()).isEqualTo(count);
    assertThat(gc.details().incidents().fullCauses()).isEqualTo(causes);
  }

  private static GcEvents chunk() {
    GcEvents chunk = new GcEvents();
    chunk.pausesEnabled = true;
    chunk.collectionsEnabled = true;
    return chunk;
  }

  private static GcSummary read(GcEvents... chunks) {
    GcHistory history = new GcHistory();
    for (GcEvents chunk : chunks) {
      history.add(chunk, SECOND, chunk != chunks[0]);
    }
    return history.summary(new TreeSet<>());
  }
}
