package io.github.rustfit.samples.tokenauth.server;

import io.github.rustfit.samples.tokenauth.token.Claims;
import io.github.rustfit.samples.tokenauth.token.InvalidTokenException;
import io.github.rustfit.samples.tokenauth.token.KeySet;
import io.github.rustfit.samples.tokenauth.token.TokenVerifier;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;

/**
 * Serves one client, one question after the other, until the client leaves. A question is the
 * audience and the token, each with its length in two bytes before it; the answer is {@code ok}
 * with subject and scope, or {@code denied} with the reason.
 */
final class AuthConnection implements Runnable {
  private static final String ISSUER = "https://login.example";

  private final Socket socket;
  private final TokenVerifier verifier;

  AuthConnection(Socket socket, KeySet keys) {
    this.socket = socket;
    this.verifier = new TokenVerifier(keys, ISSUER);
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
      while (true) {
        String audience = in.readUTF();
        byte[] token = new byte[in.readUnsignedShort()];
        in.readFully(token);
        out.writeUTF(answer(token, audience));
        out.flush();
      }
    } catch (EOFException left) {
      // the client has closed the connection
    } catch (IOException e) {
      System.err.println("connection dropped: " + e.getMessage());
    }
  }

  private String answer(byte[] token, String audience) {
    try {
      Claims claims = verifier.verify(token, audience, System.currentTimeMillis() / 1000);
      return "ok " + claims.subject() + " " + claims.scope();
    } catch (InvalidTokenException invalid) {
      return "denied " + invalid.getMessage();
    }
  }
}
