package io.github.rustfit.samples.tokenauth;

import io.github.rustfit.samples.tokenauth.server.AuthServer;
import io.github.rustfit.samples.tokenauth.token.KeySet;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Starts the service. Takes the file of keys and, optionally, the port (default 7324). */
public final class TokenAuth {
  private static final int DEFAULT_PORT = 7324;

  private TokenAuth() {}

  /**
   * Runs until the process is stopped.
   *
   * @throws IOException if the keys cannot be read or the port cannot be opened
   * @throws GeneralSecurityException if a key makes no sense
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    int port = args.length > 1 ? Integer.parseInt(args[1]) : DEFAULT_PORT;
    try (AuthServer server = new AuthServer(port, KeySet.read(Path.of(args[0])))) {
      System.out.printf("token-auth listens on port %d%n", port);
      server.serve();
    }
  }
}
