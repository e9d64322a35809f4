package io.github.rustfit.samples.tuneme;

import io.github.rustfit.samples.tuneme.ledger.Account;
import io.github.rustfit.samples.tuneme.ledger.Ledger;
import io.github.rustfit.samples.tuneme.server.StatementServer;
import io.github.rustfit.samples.tuneme.statement.MonthlyStatement;
import java.io.IOException;
import java.util.function.Function;

/**
 * Starts the service: a ledger, and the statements of its accounts over HTTP.
 *
 * <p>Arguments, both optional: the port (default 7314) and {@code cured}, which renders statements
 * with the class in {@code tuneme.cured} instead of the one in {@code tuneme.statement}.
 */
public final class TuneMe {
  private static final int DEFAULT_PORT = 7314;

  private TuneMe() {}

  /**
   * Runs until the process is stopped.
   *
   * @throws IOException if the port cannot be opened
   */
  public static void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_PORT;
    boolean cured = args.length > 1 && args[1].equals("cured");
    new StatementServer(port, Ledger.generated(), cured ? cured() : asFound()).start();
    System.out.printf("tune-me listens on port %d%s%n", port, cured ? ", cured" : "");
  }

  private static Function<Account, String> asFound() {
    MonthlyStatement statement = new MonthlyStatement();
    return statement::render;
  }

  private static Function<Account, String> cured() {
    io.github.rustfit.samples.tuneme.cured.MonthlyStatement statement =
        new io.github.rustfit.samples.tuneme.cured.MonthlyStatement();
    return statement::render;
  }
}
