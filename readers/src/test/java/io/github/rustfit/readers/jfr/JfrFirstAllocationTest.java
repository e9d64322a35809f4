package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What threads allocated before a recording does not count as allocated in it. The JVM's own
 * counters ({@code getThreadAllocatedBytes}) say what was.
 */
class JfrFirstAllocationTest {

  private static final int PIECE = 64 << 10;
  private static final ThreadMXBean COUNTERS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * More than a thread's buffer may hold, whatever the collector: Serial and Parallel let each
   * thread have a fiftieth of the eden at most, since {@code TLABWasteTargetPercent} is 1; G1 lets
   * it have half a region, and regions have at most 32 MB by themselves.
   */
  private static final int MORE_THAN_A_BUFFER =
      (int)
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getName().endsWith("Eden Space"))
              .mapToLong(pool -> pool.getUsage().getMax() / 50)
              .reduce(16 << 20, Math::max);

  /** A thread that takes many of these takes more than its buffer hides. */
  private static final int STEP = MORE_THAN_A_BUFFER / 8;

  static volatile byte[] sink = new byte[0];

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @BeforeEach
  void late() throws Exception {
    Recordings.outgrowStartup();
  }

  @Test
  void what_threads_allocated_before_the_recording_does_not_count() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(4);
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      workers.add(
          start(
              () -> {
                allocate(600L * STEP);
                barrier.await();
                barrier.await();
                slowly(80);
                barrier.await();
                barrier.await(); // a thread that ends takes its counter along
              }));
    }
    barrier.await();
    Path file = folder.resolve("late.jfr");
    long before = allAllocated();
    try (Recording recording = recording("jdk.ThreadStart")) {
      recording.start();
      barrier.await();
      barrier.await();
      recording.stop();
      recording.dump(file);
    }
    long during = allAllocated() - before;
    barrier.await();
    for (Thread worker : workers) {
      worker.join();
    }
    Reading reading = Recordings.read(file);
    AllocationOracle oracle = Oracle.read(file).allocation;
    assertThat(oracle.plain().bytes()).isGreaterThan(during + 3 * 500L * STEP);
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    assertThat(reading.profile().total(SampleKind.ALLOCATION).amount())
        // The counters leave out threads of the JVM itself and lag by a thread's current buffer;
        // what was allocated before is seven times as much.
        .isBetween(during / 2, during + during / 50)
        .isEqualTo(oracle.counted().bytes());
    assertThat(reading.profile().total(SampleKind.ALLOCATION).samples())
        .isEqualTo(oracle.counted().count());
  }

  @Test
  void a_thread_that_began_in_the_recording_counts_from_its_first_sample_on() throws Exception {
    Path file = folder.resolve("young.jfr");
    long[] ids = new long[20];
    try (Recording recording = recording("jdk.ThreadStart")) {
      recording.start();
      for (int i = 0; i < ids.length; i++) {
        Thread thread = start(JfrFirstAllocationTest::inLargePieces);
        ids[i] = thread.getId();
        thread.join();
      }
      recording.stop();
      recording.dump(file);
    }
    AllocationOracle oracle = Oracle.read(file).allocation;
    long young = Arrays.stream(ids).map(id -> oracle.plain(id).bytes()).sum();
    Reading reading = Recordings.read(file);
    long counted =
        reading.profile().samples().entrySet().stream()
            .filter(
                sample ->
                    sample.getKey().stack().stream()
                        .anyMatch(frame -> frame.method().equals("inLargePieces")))
            .mapToLong(sample -> sample.getValue().amount())
            .sum();
    assertThat(counted).isPositive().isEqualTo(young);
  }

  @Test
  void where_most_samples_may_count_what_was_before_nothing_is_known() throws Exception {
    Path file = folder.resolve("unknown.jfr");
    try (Recording recording = recording("jdk.JVMInformation")) {
      recording.start();
      for (int i = 0; i < 60; i++) {
        start(JfrFirstAllocationTest::inOneLargePiece).join();
      }
      recording.stop();
      recording.dump(file);
    }
    assertThat(Oracle.read(file).allocation.plain().count()).isGreaterThanOrEqualTo(60);
    Reading reading = Recordings.read(file);
    assertThat(reading.profile().recorded(SampleKind.ALLOCATION)).isFalse();
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("before the recording began", "jdk.ThreadStart");
  }

  private interface Work {
    void run() throws Exception;
  }

  private static Thread start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    thread.start();
    return thread;
  }

  private static Recording recording(String more) {
    Recording recording = new Recording();
    recording.enable("jdk.ActiveSetting");
    recording.enable("jdk.JVMInformation");
    recording.enable("jdk.ObjectAllocationSample").with("throttle", "off");
    recording.enable(more);
    return recording;
  }

  private static long allAllocated() {
    return Arrays.stream(COUNTERS.getThreadAllocatedBytes(COUNTERS.getAllThreadIds()))
        .filter(bytes -> bytes > 0)
        .sum();
  }

  private static void allocate(long bytes) {
    for (long done = 0; done < bytes; done += PIECE) {
      sink = new byte[PIECE];
    }
  }

  /** A sample: the small piece makes the thread's buffer, which the large one does not fit in. */
  private static void inOneLargePiece() {
    sink = new byte[16];
    sink = new byte[MORE_THAN_A_BUFFER];
  }

  /** Each piece is too large for a thread's buffer, so that each one is a sample. */
  private static void inLargePieces() {
    for (int i = 0; i < 5; i++) {
      sink = new byte[MORE_THAN_A_BUFFER];
    }
  }

  private static void slowly(int steps) throws InterruptedException {
    for (int i = 0; i < steps; i++) {
      allocate(STEP);
      Thread.sleep(10);
    }
  }
}
