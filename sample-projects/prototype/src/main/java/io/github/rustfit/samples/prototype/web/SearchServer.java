package io.github.rustfit.samples.prototype.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.rustfit.samples.prototype.search.ArticleIndex;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;

/** {@code POST /alike} finds articles like the body, {@code POST /articles} adds it. */
// TODO authentication, limits on the size of a body, metrics
public final class SearchServer {
  private static final int BACKLOG = 64;
  private static final int THREADS = 8;
  private static final int HITS = 10;
  private static final int TITLE_LENGTH = 30;

  private final ArticleIndex index;
  private final HttpServer server;

  /**
   * Opens the port; {@link #start()} starts to answer.
   *
   * @throws IOException if the port is taken
   */
  public SearchServer(int port, ArticleIndex index) throws IOException {
    this.index = index;
    // without it the server waits up to 40 ms for an acknowledgement before it sends a body
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    server.createContext("/alike", this::alike);
    server.createContext("/articles", this::add);
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
  }

  /** Starts to answer requests in threads of its own. */
  public void start() {
    server.start();
  }

  private void alike(HttpExchange exchange) throws IOException {
    List<ArticleIndex.Hit> hits = index.alike(body(exchange), HITS);
    // TODO JSON; the pilot customer's page splits lines for now
    StringBuilder lines = new StringBuilder(HITS * 2 * TITLE_LENGTH);
    for (ArticleIndex.Hit hit : hits) {
      lines.append(hit.likeness()).append('\t').append(hit.title()).append('\n');
    }
    answer(exchange, lines.toString());
  }

  private void add(HttpExchange exchange) throws IOException {
    String text = body(exchange);
    index.add(text.substring(0, Math.min(TITLE_LENGTH, text.length())), text);
    answer(exchange, "added\n");
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  // TODO errors: everything that goes wrong closes the connection without an answer
  private static void answer(HttpExchange exchange, String text) throws IOException {
    try (exchange) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
