package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.Timespan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording of threads that wait, compared with the JDK's own reader. */
class JfrOwnEventsTest {

  private static final int THROWN = 25;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  static Reading reading;

  @SuppressWarnings("NullAway.Init")
  static EventOracle oracle;

  @BeforeAll
  static void record() throws Exception {
    Path file = folder.resolve("waits.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ActiveSetting");
      for (String wait :
          List.of(
              "jdk.JavaMonitorEnter",
              "jdk.ThreadPark",
              "jdk.SocketRead",
              "jdk.SocketWrite",
              "jdk.FileWrite")) {
        recording.enable(wait).withThreshold(java.time.Duration.ZERO).withStackTrace();
      }
      recording.enable("jdk.FileRead").withThreshold(java.time.Duration.ofMillis(7));
      recording.enable("jdk.JavaExceptionThrow").with("throttle", "off").withStackTrace();
      // at the beginning and at the end, however late a busy machine would ask in between
      recording.enable("jdk.ExceptionStatistics").with("period", "everyChunk");
      recording.enable("jdk.DataLoss");
      recording.start();
      Thread.sleep(100);
      contend();
      LockSupport.parkNanos(20_000_000);
      talk();
      throwAndCatch();
      try (OutputStream out = Files.newOutputStream(folder.resolve("out"))) {
        out.write(new byte[1 << 16]);
      }
      Thread.sleep(100);
      recording.stop();
      recording.dump(file);
    }
    reading = Recordings.read(file);
    oracle = EventOracle.read(file);
  }

  private static final class Lock {}

  /** One thread holds a monitor for 30 ms while another one waits for it. */
  private static void contend() throws InterruptedException {
    Lock lock = new Lock();
    CountDownLatch held = new CountDownLatch(1);
    Thread waiting = Thread.currentThread();
    Thread holder =
        new Thread(
            () -> {
              synchronized (lock) {
                held.countDown();
                while (waiting.getState() != Thread.State.BLOCKED) {
                  Thread.onSpinWait(); // from here on it certainly waits
                }
                long end = System.nanoTime() + 30_000_000;
                for (long left = 30_000_000; left > 0; left = end - System.nanoTime()) {
                  LockSupport.parkNanos(left);
                }
              }
            });
    holder.start();
    held.await();
    synchronized (lock) {
      holder.join();
    }
  }

  /** A client waits 30 ms for one octet. */
  private static void talk() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread client =
          new Thread(
              () -> {
                try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
                  assertThat(socket.getInputStream().read()).isEqualTo(7);
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      client.start();
      try (Socket socket = server.accept()) {
        Thread.sleep(30);
        socket.getOutputStream().write(7);
      }
      client.join();
    }
  }

  private static final class Oops extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static void throwAndCatch() {
    for (int i = 0; i < THROWN; i++) {
      try {
        throw new Oops();
      } catch (Oops e) {
        assertThat(e).hasMessage(null);
      }
    }
  }

  @Test
  void counts_sums_and_classes_are_those_of_the_jdks_reader() {
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    assertThat(JfrEventsCorpusTest.sums(reading)).isEqualTo(oracle.sums);
    assertThat(reading.profile().facts().thrown()).isEqualTo(oracle.thrown());
  }

  @Test
  void each_wait_lasts_at_least_as_long_as_the_program_made_it() {
    assertThat(reading.profile().total(SampleKind.LOCK).amount()).isGreaterThan(20_000_000);
    assertThat(reading.profile().total(SampleKind.PARK).amount()).isGreaterThan(50_000_000);
    assertThat(reading.profile().total(SampleKind.SOCKET).amount()).isGreaterThan(25_000_000);
    assertThat(reading.profile().total(SampleKind.FILE).samples()).isPositive();
  }

  @Test
  void names_the_monitor_and_the_exception_and_where_it_happened() {
    assertThat(reading.profile().samples().keySet())
        .anyMatch(
            key ->
                key.kind() == SampleKind.LOCK
                    && key.type().equals(Lock.class.getName())
                    && has(key.stack(), "contend"));
    assertThat(
            reading.profile().samples().entrySet().stream()
                .filter(sample -> sample.getKey().type().equals(Oops.class.getName()))
                .filter(sample -> has(sample.getKey().stack(), "throwAndCatch"))
                .mapToLong(sample -> sample.getValue().samples())
                .sum())
        .isEqualTo(THROWN);
  }

  private static boolean has(List<Frame> stack, String method) {
    return stack.stream()
        .anyMatch(
            frame ->
                frame.className().equals(JfrOwnEventsTest.class.getName())
                    && frame.method().equals(method));
  }

  @Test
  void counts_all_exceptions_over_the_time_they_were_counted() {
    assertThat(reading.profile().facts().thrown().amount()).isGreaterThanOrEqualTo(THROWN);
    assertThat(reading.profile().facts().thrown().overNanos())
        .isBetween(200_000_000L, reading.profile().recordedNanos());
  }

  @Test
  void knows_from_which_duration_on_waits_were_recorded_and_what_was_not_looked_at() {
    assertThat(reading.profile().facts().thresholds())
        .containsEntry(SampleKind.LOCK, 0L)
        .containsEntry(SampleKind.SOCKET, 0L)
        .containsEntry(SampleKind.FILE, 7_000_000L)
        .doesNotContainKey(SampleKind.PINNED);
    assertThat(reading.profile().recorded(SampleKind.LIVE)).isFalse();
    assertThat(reading.profile().facts().lostBytes())
        .isEqualTo(new Tally(0, reading.profile().recordedNanos()));
  }

  /** Losses and limits cannot be had on demand, so events of the same names and fields say so. */
  @Test
  void adds_losses_up_and_notes_the_limits_of_the_container() throws Exception {
    Path file = folder.resolve("facts.jfr");
    try (Recording recording = new Recording()) {
      recording.enable(Loss.class);
      recording.enable(SamplesLost.class);
      recording.enable(Container.class);
      recording.start();
      for (int amount : List.of(1000, 24)) {
        Loss loss = new Loss();
        loss.amount = amount;
        loss.commit();
        SamplesLost lost = new SamplesLost();
        lost.lostSamples = amount / 8;
        lost.commit();
      }
      container(100_000, 150_000, 1L << 30, 1L << 34);
      container(100_000, -1, -1, 1L << 34);
      container(100_000, 0, Long.MAX_VALUE & ~4095, 0);
      recording.stop();
      recording.dump(file);
    }
    Reading result = Recordings.read(file);

    assertThat(result.status()).isEqualTo(Input.Status.READ);
    assertThat(result.profile().facts().lostBytes())
        .isEqualTo(new Tally(1024, result.profile().recordedNanos()));
    assertThat(result.profile().facts().lostCpuSamples().amount()).isEqualTo(128);
    assertThat(result.profile().facts().cpuLimits()).containsExactly(1500L);
    assertThat(result.profile().facts().memoryLimits()).containsExactly(1L << 30);
    assertThat(EventOracle.read(file).lostBytes).isEqualTo(1024);
  }

  private static void container(long period, long quota, long memory, long host) {
    Container event = new Container();
    event.cpuSlicePeriod = period;
    event.cpuQuota = quota;
    event.memoryLimit = memory;
    event.hostTotalMemory = host;
    event.commit();
  }

  @Name("jdk.DataLoss")
  static class Loss extends Event {
    long amount;
  }

  @Name("jdk.CPUTimeSamplesLost")
  static class SamplesLost extends Event {
    int lostSamples;
  }

  @Name("jdk.ContainerConfiguration")
  static class Container extends Event {
    @Timespan(Timespan.MICROSECONDS)
    long cpuSlicePeriod;

    @Timespan(Timespan.MICROSECONDS)
    long cpuQuota;

    long memoryLimit;
    long hostTotalMemory;
  }
}
