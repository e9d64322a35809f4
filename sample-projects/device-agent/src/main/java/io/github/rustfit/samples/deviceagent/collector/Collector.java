package io.github.rustfit.samples.deviceagent.collector;

import io.github.rustfit.samples.deviceagent.probe.Sample;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.zip.InflaterInputStream;

/**
 * Receives batches, checks them and acknowledges them: what stands on the other side of the agent's
 * uplink, run in a JVM of its own. Prints a line for each batch.
 *
 * <p>Argument: the port on the loopback interface.
 */
public final class Collector {
  private static final int LARGEST_BATCH = 1 << 20;

  private Collector() {}

  /**
   * Runs until the process is stopped.
   *
   * @throws IOException if the port cannot be opened
   */
  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[0]);
    try (ServerSocket listener = new ServerSocket(port, 4, InetAddress.getLoopbackAddress())) {
      while (true) {
        try (Socket socket = listener.accept()) {
          receive(socket);
        } catch (IOException e) {
          System.err.println("batch dropped: " + e.getMessage());
        }
      }
    }
  }

  private static void receive(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    int announced = in.readInt();
    int length = in.readInt();
    if (length < 0 || length > LARGEST_BATCH) {
      throw new IOException("a batch of " + length + " bytes");
    }
    byte[] batch = in.readNBytes(length);
    int samples = count(batch);
    new DataOutputStream(socket.getOutputStream()).writeInt(samples);
    System.out.printf("batch of %d samples in %d bytes%n", samples, length);
    if (samples != announced) {
      throw new IOException("announced " + announced + " samples, found " + samples);
    }
  }

  /** How many samples a batch holds: every figure ends with the one byte below 128. */
  private static int count(byte[] batch) throws IOException {
    int figures = 0;
    try (InputStream plain = new InflaterInputStream(new ByteArrayInputStream(batch))) {
      for (int next = plain.read(); next >= 0; next = plain.read()) {
        figures += next < 0x80 ? 1 : 0;
      }
    }
    return figures / Sample.FIGURES;
  }
}
