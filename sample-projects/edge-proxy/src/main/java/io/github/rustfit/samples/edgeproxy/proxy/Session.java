package io.github.rustfit.samples.edgeproxy.proxy;

import io.github.rustfit.samples.edgeproxy.http.BadMessageException;
import io.github.rustfit.samples.edgeproxy.http.Forwarding;
import io.github.rustfit.samples.edgeproxy.http.Head;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Serves one client, one request after the other: forwards the request to an upstream connection of
 * its own for that time and the response back. Never more than a buffer of each is kept; whoever is
 * slower makes the other one wait.
 */
final class Session {
  private final Link client;
  private final byte[] address;
  private final UpstreamPool pool;
  private final Head request = new Head();
  private final Head response = new Head();

  /** Null between two requests. */
  private Link upstream;

  private boolean answered;
  private boolean bodiless;
  private boolean closing;
  private long requestLeft;
  private long responseLeft;

  Session(Link client, UpstreamPool pool) throws IOException {
    this.client = client;
    this.address = client.peer();
    this.pool = pool;
    client.session = this;
    request.clear();
    client.await(true);
  }

  /** Goes on after one of its two links has become ready. */
  void ready(Link link) {
    try {
      if (link.connected() && link.readable() && !link.read()) {
        throw new IOException("closed by the other side");
      }
      advance();
    } catch (BadMessageException bad) {
      refuse(bad.status());
    } catch (IOException broken) {
      if (link == upstream && !answered) {
        refuse(502);
      } else {
        end();
      }
    }
  }

  private void advance() throws IOException, BadMessageException {
    boolean more = !closing;
    while (more) {
      more = upstream != null || begin();
      if (upstream != null) {
        more = exchange();
      }
    }
    client.flush();
    if (closing && client.flushed()) {
      end();
      return;
    }
    client.await(!closing && (upstream == null || requestLeft > 0));
    if (upstream != null) {
      upstream.await(true);
    }
  }

  /** Starts with the next request, if its head is there. */
  private boolean begin() throws IOException, BadMessageException {
    if (!request.parse(client.in)) {
      if (client.in.remaining() == client.in.capacity()) {
        throw new BadMessageException(431, "the head is too large");
      }
      return false;
    }
    upstream = pool.take();
    upstream.session = this;
    answered = false;
    bodiless = Forwarding.isBodiless(request);
    requestLeft = Forwarding.requestBody(request);
    Forwarding.request(request, address, upstream.out);
    response.clear();
    return true;
  }

  /** Moves on with the request and its response. Returns whether the next one can begin. */
  private boolean exchange() throws IOException, BadMessageException {
    requestLeft -= move(client.in, upstream, requestLeft);
    if (!answered) {
      if (!response.parse(upstream.in)) {
        if (upstream.in.remaining() == upstream.in.capacity()) {
          throw new BadMessageException(502, "the upstream's head is too large");
        }
        return false;
      }
      responseLeft = Forwarding.responseBody(response, bodiless);
      Forwarding.response(response, client.out);
      answered = true;
    }
    responseLeft -= move(upstream.in, client, responseLeft);
    if (responseLeft > 0 || requestLeft > 0 || !client.flushed() || !upstream.flushed()) {
      return false;
    }
    pool.give(upstream);
    upstream = null;
    request.clear();
    return true;
  }

  /** Passes bytes on as long as there are any and the network takes them. */
  private static long move(ByteBuffer from, Link to, long most) throws IOException {
    long moved = 0;
    int count;
    do {
      count = (int) Math.min(most - moved, Math.min(from.remaining(), to.out.remaining()));
      to.out.put(to.out.position(), from, from.position(), count);
      to.out.position(to.out.position() + count);
      from.position(from.position() + count);
      moved += count;
      to.flush();
    } while (count > 0);
    return moved;
  }

  /** Answers with a status of our own, then closes. */
  private void refuse(int status) {
    drop();
    if (closing || answered) {
      end();
      return;
    }
    closing = true;
    String head =
        "HTTP/1.1 " + status + " Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    client.out.put(head.getBytes(StandardCharsets.US_ASCII));
    try {
      advance();
    } catch (IOException | BadMessageException e) {
      end();
    }
  }

  private void end() {
    drop();
    client.close();
  }

  private void drop() {
    if (upstream != null) {
      upstream.close();
      upstream = null;
    }
  }
}
