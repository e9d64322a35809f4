package io.github.rustfit.samples.edgeworker.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** Makes thumbnails over HTTP on the loopback interface, as many at a time as there are CPUs. */
public final class WorkerServer {
  private static final int BACKLOG = 256;

  private final HttpServer server;

  /**
   * Opens the port; {@link #start()} starts to answer.
   *
   * @throws IOException if the port is taken
   */
  public WorkerServer(int port) throws IOException {
    // without it the server waits up to 40 ms for an acknowledgement before it sends a body
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    server.createContext("/thumbnail", new ThumbnailHandler());
    server.setExecutor(Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors()));
  }

  /** Starts to answer requests in threads of its own. */
  public void start() {
    server.start();
  }
}
