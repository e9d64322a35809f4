package io.github.rustfit.samples.edgeproxy.proxy;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Accepts clients and serves all of them in one thread, never waiting for any of them. */
public final class EventLoop implements AutoCloseable {
  private static final int BACKLOG = 256;

  private final Selector selector = Selector.open();
  private final ServerSocketChannel listener = ServerSocketChannel.open();
  private final UpstreamPool pool;

  /**
   * Opens the port; {@link #run()} starts to serve.
   *
   * @throws IOException if the port is taken
   */
  public EventLoop(SocketAddress port, SocketAddress upstream) throws IOException {
    pool = new UpstreamPool(upstream, selector);
    listener.bind(port, BACKLOG);
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
  }

  /**
   * Serves until the loop is closed.
   *
   * @throws IOException if the selector breaks
   */
  public void run() throws IOException {
    while (selector.isOpen()) {
      selector.select(this::ready);
    }
  }

  private void ready(SelectionKey key) {
    if (!key.isValid()) {
      return;
    }
    if (!(key.attachment() instanceof Link link)) {
      accept();
    } else if (link.session != null) {
      link.session.ready(link);
    } else {
      pool.drop(link);
    }
  }

  private void accept() {
    try {
      SocketChannel channel = listener.accept();
      if (channel != null) {
        new Session(new Link(channel, selector), pool);
      }
    } catch (IOException e) {
      System.err.println("a client was not accepted: " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    selector.close();
  }
}
