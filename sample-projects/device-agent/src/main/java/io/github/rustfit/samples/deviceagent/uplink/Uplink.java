package io.github.rustfit.samples.deviceagent.uplink;

import io.github.rustfit.samples.deviceagent.probe.Sample;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

/**
 * Sends batches to the collector: a count, a length, the batch; the collector answers the count.
 */
public final class Uplink {
  private static final int TIMEOUT_MILLIS = 5_000;

  private final BatchEncoder encoder = new BatchEncoder();
  private final int port;

  /** An uplink to the collector at that port of the loopback interface. */
  public Uplink(int port) {
    this.port = port;
  }

  /**
   * Sends the samples and waits until the collector has them.
   *
   * @throws IOException if it cannot be reached or does not acknowledge all of them
   */
  public void send(List<Sample> samples) throws IOException {
    byte[] batch = encoder.encode(samples);
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(samples.size());
      out.writeInt(batch.length);
      out.write(batch);
      out.flush();
      int acknowledged = new DataInputStream(socket.getInputStream()).readInt();
      if (acknowledged != samples.size()) {
        throw new IOException("the collector has " + acknowledged + " of " + samples.size());
      }
    }
  }
}
