package io.github.rustfit.samples.edgeproxy.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * What a proxy changes in a head (RFC 9110, section 7.6): headers that are meant for one connection
 * go, {@code Via} comes, and the upstream learns the client's address.
 */
public final class Forwarding {
  private static final byte[][] ONE_HOP =
      Stream.of(
              "connection",
              "keep-alive",
              "proxy-connection",
              "proxy-authenticate",
              "proxy-authorization",
              "te",
              "trailer",
              "upgrade")
          .map(Head::name)
          .toArray(byte[][]::new);

  private static final byte[] FORWARDED_FOR = Head.name("x-forwarded-for");
  private static final byte[] FORWARDED_FOR_LINE = line("X-Forwarded-For:");
  private static final byte[] VIA_LINE = line("Via: 1.1 edge-proxy\r\n\r\n");
  private static final byte[] VERSION = line(" HTTP/1.1");
  private static final byte[] RESPONSE_VERSION = line("HTTP/1.1 ");
  private static final byte[] CONNECT = line("CONNECT ");
  private static final byte[] HEAD = line("HEAD ");

  /** By how much a head may grow. */
  public static final int MOST_ADDED = 256;

  private Forwarding() {}

  private static byte[] line(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Writes the head of a request as the upstream gets it.
   *
   * @param client the client's address
   * @throws BadMessageException if it is not a request that can be forwarded
   */
  public static void request(Head head, byte[] client, ByteBuffer out) throws BadMessageException {
    if (!head.endsWith(VERSION) || head.startsWith(CONNECT)) {
      throw new BadMessageException(501, "only HTTP/1.1 requests are forwarded");
    }
    head.copyStartLine(out);
    int known = -1;
    for (int i = 0; i < head.count(); i++) {
      if (head.is(i, FORWARDED_FOR)) {
        known = i;
      } else if (!oneHop(head, i)) {
        head.copy(i, out);
      }
    }
    out.put(FORWARDED_FOR_LINE);
    if (known >= 0) {
      head.copyValue(known, out);
      out.put((byte) ',');
    }
    out.put((byte) ' ').put(client).put((byte) '\r').put((byte) '\n').put(VIA_LINE);
  }

  /**
   * Writes the head of a response as the client gets it.
   *
   * @throws BadMessageException if it is not a final response
   */
  public static void response(Head head, ByteBuffer out) throws BadMessageException {
    if (!head.startsWith(RESPONSE_VERSION) || head.digit(RESPONSE_VERSION.length) < 2) {
      throw new BadMessageException(502, "the upstream did not answer with a final response");
    }
    head.copyStartLine(out);
    for (int i = 0; i < head.count(); i++) {
      if (!oneHop(head, i)) {
        head.copy(i, out);
      }
    }
    out.put(VIA_LINE);
  }

  /** The bytes that follow the head of a request. */
  public static long requestBody(Head head) {
    return Math.max(0, head.contentLength());
  }

  /**
   * The bytes that follow the head of a response.
   *
   * @param bodiless whether the request asked for the head alone
   * @throws BadMessageException if the body ends with the connection, which is not supported
   */
  public static long responseBody(Head head, boolean bodiless) throws BadMessageException {
    int at = RESPONSE_VERSION.length;
    int status = head.digit(at) * 100 + head.digit(at + 1) * 10 + head.digit(at + 2);
    if (bodiless || status == 204 || status == 304) {
      return 0;
    }
    if (head.contentLength() < 0) {
      throw new BadMessageException(502, "the upstream did not tell the length of the body");
    }
    return head.contentLength();
  }

  /** Whether a request asks for the head alone. */
  public static boolean isBodiless(Head request) {
    return request.startsWith(HEAD);
  }

  private static boolean oneHop(Head head, int header) {
    for (byte[] name : ONE_HOP) {
      if (head.is(header, name)) {
        return true;
      }
    }
    return false;
  }
}
