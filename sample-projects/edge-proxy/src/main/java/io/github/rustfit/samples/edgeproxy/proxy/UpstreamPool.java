package io.github.rustfit.samples.edgeproxy.proxy;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/** Connections to the upstream that wait for the next request; the one used last is taken first. */
final class UpstreamPool {
  private static final int MOST_IDLE = 64;

  private final SocketAddress address;
  private final Selector selector;
  private final Deque<Link> idle = new ArrayDeque<>();

  UpstreamPool(SocketAddress address, Selector selector) {
    this.address = address;
    this.selector = selector;
  }

  /** Takes an idle connection, or begins to make one. */
  Link take() throws IOException {
    Link link = idle.pollFirst();
    if (link != null) {
      return link;
    }
    SocketChannel channel = SocketChannel.open();
    link = new Link(channel, selector);
    channel.connect(address);
    return link;
  }

  /** Keeps a connection whose response has been read to its end. */
  void give(Link link) {
    link.session = null;
    if (link.in.hasRemaining() || idle.size() == MOST_IDLE) {
      link.close();
      return;
    }
    link.await(true);
    idle.addFirst(link);
  }

  /** Closes an idle connection on which something happened: it was closed, or makes no sense. */
  void drop(Link link) {
    idle.remove(link);
    link.close();
  }
}
