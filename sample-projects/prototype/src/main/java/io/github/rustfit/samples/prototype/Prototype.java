package io.github.rustfit.samples.prototype;

import io.github.rustfit.samples.prototype.search.ArticleIndex;
import io.github.rustfit.samples.prototype.search.InventedArticles;
import io.github.rustfit.samples.prototype.web.SearchServer;
import java.io.IOException;

/**
 * Starts the service: articles that read alike, over HTTP.
 *
 * <p>Arguments, both optional: the port (default 7316) and how many invented articles it starts
 * with (default 300,000).
 */
public final class Prototype {
  private static final int DEFAULT_PORT = 7316;
  private static final int DEFAULT_ARTICLES = 300_000;

  private Prototype() {}

  /**
   * Runs until the process is stopped.
   *
   * @throws IOException if the port cannot be opened
   */
  public static void main(String[] args) throws IOException {
    // TODO a configuration file; two positional arguments will not last
    int port = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_PORT;
    int articles = args.length > 1 ? Integer.parseInt(args[1]) : DEFAULT_ARTICLES;
    ArticleIndex index = new ArticleIndex();
    // TODO read the pilot customer's export instead, once we know its format
    InventedArticles invented = new InventedArticles();
    for (int i = 0; i < articles; i++) {
      index.add("Article " + i, invented.text());
    }
    new SearchServer(port, index).start();
    System.out.printf("prototype listens on port %d, %,d articles%n", port, articles);
  }
}
