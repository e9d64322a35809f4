package io.github.rustfit.samples.edgeproxy.proxy;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A connection with a buffer for each direction. */
final class Link {
  private static final int BUFFER_BYTES = 16 * 1024;

  private final SocketChannel channel;
  private final SelectionKey key;

  /** What was read and not yet used, ready to be taken out. */
  final ByteBuffer in = ByteBuffer.allocate(BUFFER_BYTES).flip();

  /** What is to be written, ready to be put in. */
  final ByteBuffer out = ByteBuffer.allocate(BUFFER_BYTES + 1024);

  /** The session that is served by it at the moment; null for an upstream that is idle. */
  Session session;

  Link(SocketChannel channel, Selector selector) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    key = channel.register(selector, 0, this);
  }

  /** The address of the other side. */
  byte[] peer() throws IOException {
    String address = channel.socket().getInetAddress().getHostAddress();
    return address.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether the connection is there; completes it if it has just been made. */
  boolean connected() throws IOException {
    return channel.isConnected() || channel.finishConnect();
  }

  /** Reads what has come. Returns false when the other side has closed. */
  boolean read() throws IOException {
    in.compact();
    try {
      return !in.hasRemaining() || channel.read(in) >= 0;
    } finally {
      in.flip();
    }
  }

  /** Writes what the network takes now. */
  void flush() throws IOException {
    if (out.position() > 0 && connected()) {
      out.flip();
      channel.write(out);
      out.compact();
    }
  }

  boolean flushed() {
    return out.position() == 0;
  }

  boolean readable() {
    return key.isReadable();
  }

  /** Says what to wait for: room to write if something is left, and input if it is wanted. */
  void await(boolean input) {
    int interest = flushed() ? 0 : SelectionKey.OP_WRITE;
    if (!channel.isConnected()) {
      interest = SelectionKey.OP_CONNECT;
    } else if (input && in.remaining() < in.capacity()) {
      interest |= SelectionKey.OP_READ;
    }
    key.interestOps(interest);
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      System.err.println("closing failed: " + e.getMessage());
    }
  }
}
