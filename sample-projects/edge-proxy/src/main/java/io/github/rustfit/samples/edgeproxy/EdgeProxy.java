package io.github.rustfit.samples.edgeproxy;

import io.github.rustfit.samples.edgeproxy.proxy.EventLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Starts the proxy. Takes its port (default 7322) and that of the upstream (default 7323). */
public final class EdgeProxy {
  private static final int DEFAULT_PORT = 7322;
  private static final int DEFAULT_UPSTREAM = 7323;

  private EdgeProxy() {}

  /**
   * Forwards requests until the process is stopped.
   *
   * @throws IOException if the port cannot be opened
   */
  public static void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_PORT;
    int upstream = args.length > 1 ? Integer.parseInt(args[1]) : DEFAULT_UPSTREAM;
    InetAddress host = InetAddress.getLoopbackAddress();
    try (EventLoop loop =
        new EventLoop(new InetSocketAddress(host, port), new InetSocketAddress(host, upstream))) {
      System.out.printf("edge-proxy listens on port %d, upstream is port %d%n", port, upstream);
      loop.run();
    }
  }
}
