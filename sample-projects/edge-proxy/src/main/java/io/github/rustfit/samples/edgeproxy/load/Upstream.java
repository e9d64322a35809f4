package io.github.rustfit.samples.edgeproxy.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The service behind the proxy. Answers each request with as many bytes as the last part of its
 * path says. Takes its port as an optional argument (default 7323).
 */
public final class Upstream {
  private static final int DEFAULT_PORT = 7323;
  private static final int BACKLOG = 256;
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final byte[] CONTENT = new byte[1 << 20];

  private Upstream() {}

  /**
   * Answers until the process is stopped.
   *
   * @throws IOException if the port cannot be opened
   */
  public static void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_PORT;
    ExecutorService threads = Executors.newCachedThreadPool();
    try (ServerSocket listener =
        new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress())) {
      while (true) {
        Socket socket = listener.accept();
        threads.execute(() -> serve(socket));
      }
    }
  }

  private static void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
      OutputStream out = socket.getOutputStream();
      MessageReader reader = new MessageReader(in);
      while (reader.next()) {
        String path = reader.startLine().split(" ")[1];
        answer(out, Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)));
      }
    } catch (IOException e) {
      System.err.println("connection dropped: " + e.getMessage());
    }
  }

  private static void answer(OutputStream out, int size) throws IOException {
    String head =
        "HTTP/1.1 200 OK\r\nServer: upstream\r\nContent-Type: application/octet-stream\r\n"
            + "Cache-Control: private, max-age=60\r\nKeep-Alive: timeout=60\r\n"
            + "Content-Length: "
            + size
            + "\r\n\r\n";
    byte[] response = new byte[head.length() + size];
    System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, response, 0, head.length());
    System.arraycopy(CONTENT, 0, response, head.length(), size);
    out.write(response);
  }
}
