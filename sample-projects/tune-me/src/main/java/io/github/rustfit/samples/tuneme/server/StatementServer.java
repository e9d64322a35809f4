package io.github.rustfit.samples.tuneme.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.rustfit.samples.tuneme.ledger.Account;
import io.github.rustfit.samples.tuneme.ledger.Ledger;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Offers statements over HTTP on the loopback interface: {@code GET /statements/17}. */
public final class StatementServer {
  private static final int BACKLOG = 64;
  private static final int THREADS = 8;
  private static final String PATH = "/statements/";

  private final Ledger ledger;
  private final Function<Account, String> renderer;
  private final HttpServer server;

  /**
   * Opens the port; {@link #start()} starts to answer.
   *
   * @param renderer makes the statement of an account
   * @throws IOException if the port is taken
   */
  public StatementServer(int port, Ledger ledger, Function<Account, String> renderer)
      throws IOException {
    this.ledger = ledger;
    this.renderer = renderer;
    // without it the server waits up to 40 ms for an acknowledgement before it sends a body
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    server.createContext(PATH, this::answer);
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
  }

  /** Starts to answer requests in threads of its own. */
  public void start() {
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<Account> account = account(exchange.getRequestURI().getPath());
      String text = account.map(renderer).orElse("no such account\n");
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.sendResponseHeaders(account.isPresent() ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Optional<Account> account(String path) {
    try {
      return ledger.account(Integer.parseInt(path.substring(PATH.length())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
