package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.jfr.events.MachineEvents;
import io.github.rustfit.readers.jfr.events.MachineEvents.Load;
import org.junit.jupiter.api.Test;

/**
 * Of two processors, one is busy: 10 s in a stretch of 10 s. The compiler has the shares that a
 * test gives; when they fall below a tenth is counted by hand.
 */
class StartUpHistoryTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long START = 100_000 * SECOND;

  private static MachineEvents chunk(long jvmStart, double busy, double... compilerShares) {
    MachineEvents events = new MachineEvents();
    events.cores = 2;
    for (int second = 1; second <= 10 * (compilerShares.length + 1); second++) {
      events.process.add(new Load(START + second * SECOND, "", 0, busy / 2));
    }
    events.threads.add(new Load(START + 10 * SECOND, "main", 1, 0.1));
    for (int i = 0; i < compilerShares.length; i++) {
      long time = START + (i + 2) * 10 * SECOND;
      events.threads.add(new Load(time, "main", 1, 0.1));
      events.threads.add(new Load(time, "C2 CompilerThread0", 2, busy * compilerShares[i] / 2));
    }
    events.pid = 42;
    events.startedAt(jvmStart);
    return events;
  }

  private static long seconds(MachineEvents... chunks) {
    StartUpHistory history = new StartUpHistory();
    boolean continues = false;
    for (MachineEvents chunk : chunks) {
      history.add(chunk, continues, START);
      continues = true;
    }
    long nanos = history.longest();
    return nanos < 0 ? nanos : nanos / SECOND;
  }

  /** The stretches begin 10, 20, 30, … s after the start; the fourth is the first below 10 %. */
  @Test
  void it_ends_where_the_first_of_two_quiet_stretches_begins() {
    assertThat(seconds(chunk(START, 1, 0.6, 0.3, 0.11, 0.05, 0.02, 0.01))).isEqualTo(40);
  }

  @Test
  void one_quiet_stretch_alone_is_none() {
    assertThat(seconds(chunk(START, 1, 0.6, 0.05, 0.3, 0.05, 0.02))).isEqualTo(40);
    assertThat(seconds(chunk(START, 1, 0.6, 0.3, 0.05))).isEqualTo(StartUpHistory.UNKNOWN);
  }

  /** A service that waits for its first request has not started. */
  @Test
  void stretches_in_which_nothing_runs_tell_nothing() {
    assertThat(seconds(chunk(START, 0.01, 0, 0, 0, 0))).isEqualTo(StartUpHistory.UNKNOWN);
  }

  @Test
  void a_recording_of_a_jvm_that_had_started_holds_no_start_up() {
    assertThat(seconds(chunk(START - 3600 * SECOND, 1, 0.02, 0.03, 0.01))).isZero();
    assertThat(seconds(chunk(START, 1, 0.02, 0.03, 0.01))).isEqualTo(10);
    assertThat(seconds(chunk(START - 60 * SECOND, 1, 0.5, 0.03, 0.01))).isEqualTo(60 + 20);
  }

  @Test
  void of_several_runs_it_is_the_longest_and_unknown_when_it_is_of_one() {
    StartUpHistory history = new StartUpHistory();
    history.add(chunk(START, 1, 0.6, 0.3, 0.05, 0.05), false, START);
    history.add(chunk(START, 1, 0.6, 0.05, 0.05), false, START);
    assertThat(history.longest()).isEqualTo(30 * SECOND);
    assertThat(history.after(1)).isEqualTo(20 * SECOND);

    history.add(new MachineEvents(), false, START);
    assertThat(history.longest()).isEqualTo(StartUpHistory.UNKNOWN);
  }
}
