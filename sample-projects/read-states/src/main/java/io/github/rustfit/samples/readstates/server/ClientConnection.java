package io.github.rustfit.samples.readstates.server;

import io.github.rustfit.samples.readstates.protocol.FrameReader;
import io.github.rustfit.samples.readstates.protocol.FrameWriter;
import io.github.rustfit.samples.readstates.protocol.Request;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

/** Serves one client, one request after the other, until the client leaves. */
final class ClientConnection implements Runnable {
  private final Socket socket;
  private final RequestHandler handler;

  ClientConnection(Socket socket, RequestHandler handler) {
    this.socket = socket;
    this.handler = handler;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      FrameReader reader = new FrameReader(socket.getInputStream());
      FrameWriter writer = new FrameWriter(socket.getOutputStream());
      Optional<Request> request = reader.readRequest();
      while (request.isPresent()) {
        writer.write(handler.handle(request.get()));
        request = reader.readRequest();
      }
    } catch (IOException e) {
      System.err.println("connection dropped: " + e.getMessage());
    }
  }
}
