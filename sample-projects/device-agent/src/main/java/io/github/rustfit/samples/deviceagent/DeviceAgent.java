package io.github.rustfit.samples.deviceagent;

import io.github.rustfit.samples.deviceagent.buffer.RingBuffer;
import io.github.rustfit.samples.deviceagent.probe.SystemProbe;
import io.github.rustfit.samples.deviceagent.uplink.Uplink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Starts the agent: samples the device every second, keeps the last ten minutes, and sends what is
 * new to the collector twice a minute.
 *
 * <p>Argument, optional: the collector's port on the loopback interface (default 7315).
 */
public final class DeviceAgent {
  private static final int DEFAULT_PORT = 7315;
  private static final int KEPT_SAMPLES = 600;
  private static final int SAMPLE_SECONDS = 1;
  private static final int SEND_SECONDS = 30;

  private final SystemProbe probe = new SystemProbe(Path.of("/proc"));
  private final RingBuffer buffer = new RingBuffer(KEPT_SAMPLES);
  private final Uplink uplink;

  private DeviceAgent(int port) {
    uplink = new Uplink(port);
  }

  /** Runs until the process is stopped. */
  public static void main(String[] args) {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_PORT;
    DeviceAgent agent = new DeviceAgent(port);
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    timer.scheduleAtFixedRate(agent::sample, 0, SAMPLE_SECONDS, TimeUnit.SECONDS);
    timer.scheduleAtFixedRate(agent::send, SEND_SECONDS, SEND_SECONDS, TimeUnit.SECONDS);
  }

  private void sample() {
    try {
      buffer.add(probe.sample());
    } catch (IOException e) {
      System.err.println("not sampled: " + e.getMessage());
    }
  }

  /** What could not be sent stays in the buffer until newer samples need its place. */
  private void send() {
    try {
      uplink.send(buffer.unsent());
      buffer.markSent();
    } catch (IOException e) {
      System.err.println("not sent: " + e.getMessage());
    }
  }
}
