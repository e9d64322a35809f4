package io.github.rustfit.samples.edgeworker.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.rustfit.samples.edgeworker.image.MalformedImageException;
import io.github.rustfit.samples.edgeworker.image.Thumbnailer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** Answers {@code POST /thumbnail?width=640} with a JPEG thumbnail of the QOI picture sent. */
final class ThumbnailHandler implements HttpHandler {
  private static final int MAX_BYTES = 64 * 1024 * 1024;
  private static final int MAX_WIDTH = 2048;
  private static final int QUALITY = 80;
  private static final String WIDTH = "width=";

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      OptionalInt width = width(exchange.getRequestURI().getQuery());
      OptionalInt length =
          number(exchange.getRequestHeaders().getFirst("Content-Length"), MAX_BYTES);
      if (!exchange.getRequestMethod().equals("POST")) {
        refuse(exchange, 405, "send a picture with POST");
      } else if (width.isEmpty()) {
        refuse(exchange, 400, "width must be from 1 to " + MAX_WIDTH);
      } else if (length.isEmpty()) {
        refuse(exchange, 413, "Content-Length must be from 1 to " + MAX_BYTES);
      } else {
        answer(exchange, width.getAsInt(), length.getAsInt());
      }
    }
  }

  private void answer(HttpExchange exchange, int width, int length) throws IOException {
    byte[] picture = new byte[length];
    int read = exchange.getRequestBody().readNBytes(picture, 0, length);
    byte[] thumbnail;
    try {
      thumbnail = Thumbnailer.thumbnail(picture, read, width, QUALITY);
    } catch (MalformedImageException malformed) {
      refuse(exchange, 400, malformed.getMessage());
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
    exchange.sendResponseHeaders(200, thumbnail.length);
    exchange.getResponseBody().write(thumbnail);
  }

  private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
    byte[] text = why.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, text.length);
    exchange.getResponseBody().write(text);
  }

  private static OptionalInt width(String query) {
    return query == null || !query.startsWith(WIDTH)
        ? OptionalInt.empty()
        : number(query.substring(WIDTH.length()), MAX_WIDTH);
  }

  private static OptionalInt number(String text, int most) {
    try {
      int value = text == null ? 0 : Integer.parseInt(text);
      return value < 1 || value > most ? OptionalInt.empty() : OptionalInt.of(value);
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}
